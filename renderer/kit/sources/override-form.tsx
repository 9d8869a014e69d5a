import { Button, Group, Text, TextInput } from '@mantine/core'
import { overrideReasonEdit } from '../../../shared/actions/report-changes.ts'
import { formatFigure } from '../../../shared/model/report/figure.ts'
import type { CellValue } from '../../../shared/model/report/report.ts'
import { textLimits } from '../../../shared/model/report/text-limits.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import { limited } from '../fields/limited.ts'
import { useDraft } from '../fields/use-draft.ts'
import { useSession } from '../session/session.ts'

interface OverrideFormProps {
  /** A cell, or a figure of the supplement. */
  readonly figure: string
  readonly working: WorkingReport
  readonly typed: CellValue
  /** What the registers give. */
  readonly counted: CellValue
  onDrop(): void
}

/** A figure that was typed over what the registers give: both figures, why, and the way back. */
export function OverrideForm({ figure, working, typed, counted, onDrop }: OverrideFormProps) {
  const { edit } = useSession()
  const stored = working.overrides?.get(figure) ?? ''
  const reason = useDraft(stored, (text) =>
    edit('own', 'override-reason', (id, groups) => overrideReasonEdit(id, groups, figure, text)),
  )
  return (
    <Group gap="xs" align="end">
      <Text size="sm">
        填报数{formatFigure(typed)}，台账数{formatFigure(counted)}
      </Text>
      <TextInput
        size="xs"
        flex="1 1 180px"
        label="更正原因（随报送文件报给上级）"
        {...limited(reason.text, textLimits.reason)}
        value={reason.text}
        onChange={(event) => reason.change(event.currentTarget.value)}
        onBlur={reason.flush}
      />
      <Button size="xs" variant="default" onClick={onDrop}>
        恢复为台账数
      </Button>
    </Group>
  )
}
