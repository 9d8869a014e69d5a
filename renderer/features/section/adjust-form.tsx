import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { adjustSum } from '../../../shared/actions/adjust-changes.ts'
import type { CellKey } from '../../../shared/catalogue/forms/form.ts'
import { formatFigure } from '../../../shared/model/report/figure.ts'
import { readTyped } from '../../../shared/model/report/read-typed.ts'
import { textLimits } from '../../../shared/model/report/text-limits.ts'
import { adjustBy } from '../../../shared/steps/aggregate/adjust.ts'
import { totalsOver } from '../../../shared/steps/aggregate/totals-over.ts'
import { limited } from '../../kit/fields/limited.ts'
import { useKeys } from '../../kit/keys/use-keys.ts'
import { useReportData } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'

/** Changes a sum in the desk's own layer: the new figure and why. The units' figures stay as they sent them. */
export function AdjustForm({ cellKey, onDone }: { cellKey: CellKey; onDone(): void }) {
  const session = useSession()
  const { total } = useReportData()
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [withTotals, setWithTotals] = useState(true)
  const { form } = session
  useKeys({ Escape: onDone })
  const cell = form.cells.get(cellKey)
  if (cell === undefined || total === null) return null
  const shown = total.working.report.cells[cellKey] ?? null
  const by = text.trim() === '' ? null : adjustBy(cell, shown, readTyped(cell, text), null)
  const totals = totalsOver(form, cellKey)
  const save = () => {
    if (by === null || reason.trim() === '') return
    session.edit('total', 'adjust', (id, groups) =>
      adjustSum(form, id, groups, { key: cellKey, by, reason, withTotals }),
    )
    onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Stack gap={6}>
        <Group gap="xs" align="end">
          <TextInput
            size="xs"
            w={110}
            label={`调整为（现为${shown === null ? '空白' : formatFigure(shown)}）`}
            autoFocus
            value={text}
            error={text.trim() !== '' && by === null ? '请填数字' : null}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <TextInput
            size="xs"
            flex="1 1 180px"
            label="调整原因（随报送文件报给上级）"
            {...limited(reason, textLimits.reason)}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" disabled={by === null || reason.trim() === ''}>
            调整
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            取消
          </Button>
        </Group>
        {totals.length > 0 && (
          <Checkbox
            size="xs"
            checked={withTotals}
            onChange={(event) => setWithTotals(event.currentTarget.checked)}
            label={`同时调整相关总计（${totals.length}个）`}
          />
        )}
        <Text size="xs" c="dimmed">
          各单位报送的数字不会改动；应由单位改正的，请该单位改正后重新报送。
        </Text>
      </Stack>
    </form>
  )
}
