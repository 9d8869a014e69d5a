import { Table, Text } from '@mantine/core'
import { limited } from '../../kit/fields/limited.ts'
import { useDraft } from '../../kit/fields/use-draft.ts'
import type { FigureRow } from './figure-grid.ts'

/** Where a subject's figures of the year are from, in the clerk's words; asked once there is a figure. */
export function FigureSource({ row, onSource }: { row: FigureRow; onSource(row: FigureRow, text: string): void }) {
  const draft = useDraft(row.source, (text) => {
    if (text.trim() !== row.source) onSource(row, text)
  })
  const limit = limited(draft.text, 200)
  if (row.entries.length === 0) return <Table.Td className="figure-closed" />
  return (
    <Table.Td>
      <input
        className="figure-field figure-source"
        aria-label={`${row.subject.label}，数据出处`}
        data-source={row.subject.value}
        placeholder="例如：政务服务平台导出"
        maxLength={limit.maxLength}
        value={draft.text}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onBlur={draft.flush}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            draft.flush()
          }
        }}
      />
      {limit.error !== null && (
        <Text size="xs" c="red">
          {limit.error}
        </Text>
      )}
    </Table.Td>
  )
}
