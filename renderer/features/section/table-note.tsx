import { Text, TextInput } from '@mantine/core'
import { memo } from 'react'
import { noteEdit } from '../../../shared/actions/report-changes.ts'
import type { Layer } from '../../../shared/model/report/report.ts'
import { textLimits } from '../../../shared/model/report/text-limits.ts'
import { limited } from '../../kit/fields/limited.ts'
import { useDraft } from '../../kit/fields/use-draft.ts'
import { useSession } from '../../kit/session/session.ts'

/** 表注 of a table. Not drawn anew with each figure that is typed above it. */
export const TableNote = memo(function TableNote(props: { table: string; layer: Layer; note: string }) {
  const { table, layer } = props
  const { edit } = useSession()
  const note = useDraft(props.note, (text) => edit(layer, 'note', (id, groups) => noteEdit(id, groups, table, text)))
  return (
    <TextInput
      mt={6}
      size="xs"
      aria-label="表注"
      leftSectionWidth={70}
      leftSection={<Text size="xs">表注</Text>}
      placeholder="印在表格下面，没有的不用填"
      {...limited(note.text, textLimits.note)}
      value={note.text}
      onChange={(event) => note.change(event.currentTarget.value)}
      onBlur={note.flush}
    />
  )
})
