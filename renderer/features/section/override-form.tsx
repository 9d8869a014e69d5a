import { Button, Group, Text, TextInput } from '@mantine/core'
import type { CellKey } from '../../../shared/forms/form.ts'
import { dropOverride, overrideReasonEdit } from '../../../shared/records/report-changes.ts'
import { formatFigure } from '../../../shared/report/figure.ts'
import type { WorkingReport } from '../../../shared/report/working-report.ts'
import { useSession } from '../../app/session.ts'
import { useDraft } from '../../app/use-draft.ts'

/** A figure that was typed over what the registers give: both figures, why, and the way back. */
export function OverrideForm({ cellKey, working }: { cellKey: CellKey; working: WorkingReport }) {
  const { edit } = useSession()
  const stored = working.overrides?.get(cellKey) ?? ''
  const reason = useDraft(stored, (text) =>
    edit('own', 'override-reason', (id, groups) => overrideReasonEdit(id, groups, cellKey, text)),
  )
  const counted = working.derived?.cells.get(cellKey)
  if (counted === undefined || working.origin.get(cellKey) !== 'adjusted') return null
  return (
    <Group gap="xs" align="end">
      <Text size="sm">
        填的是 {formatFigure(working.report.cells[cellKey] ?? null)}，按台账算是 {formatFigure(counted)}
      </Text>
      <TextInput
        size="xs"
        flex="1 1 180px"
        label="更正原因（会随报送文件一起交给上级）"
        maxLength={500}
        value={reason.text}
        onChange={(event) => reason.change(event.currentTarget.value)}
        onBlur={reason.flush}
      />
      <Button
        size="xs"
        variant="default"
        onClick={() => edit('own', 'drop-override', (id, groups) => dropOverride(id, groups, cellKey))}
      >
        恢复按台账算出
      </Button>
    </Group>
  )
}
