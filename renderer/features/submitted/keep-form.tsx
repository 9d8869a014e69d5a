import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { keepFinalised, keepSubmitted } from '../../../shared/actions/keep-submitted.ts'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { textLimits } from '../../../shared/model/report/text-limits.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import { submittedWord } from '../../../shared/wording/submitted-change.ts'
import { limited } from '../../kit/fields/limited.ts'
import { useKeys } from '../../kit/keys/use-keys.ts'
import type { SubmittedReport } from '../../store/reports/use-records.ts'
import { useStore } from '../../store/store-context.ts'
import { editReport } from '../../store/write/record-action.ts'

/** 保留已报送的数并写明理由: one reason, one action, one step to undo. */
export function KeepForm(props: { form: Form; submitted: SubmittedReport; working: WorkingReport; onDone(): void }) {
  const { form, submitted, working, onDone } = props
  const store = useStore()
  const [reason, setReason] = useState('')
  const { id, derived } = working
  // Closes this line, and leaves the screen below where it is.
  useKeys({ Escape: onDone })
  const keep = () => {
    const why = reason.trim()
    if (why === '') return
    void editReport(
      store,
      id,
      'keep-submitted',
      (groups) =>
        id.layer === 'own'
          ? keepSubmitted(form, id, groups, submitted.report, { derived, reason: why })
          : keepFinalised(form, id, groups, submitted.report, { working, reason: why }),
      { insist: true },
    )
    onDone()
  }
  const word = submittedWord[id.layer]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <Group gap="xs" align="end" mt={6}>
        <TextInput
          size="xs"
          flex="1 1 240px"
          autoFocus
          label={`保留原因（记在每个与${id.layer === 'own' ? '台账' : '当前汇总'}不一致的数旁，随报送文件报给上级）`}
          {...limited(reason, textLimits.reason)}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={reason.trim() === ''}>
          保留
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          取消
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        年报恢复为已{word}的数，台账不变；{word}后手工改的数也一并恢复。点一次“撤销”可全部撤销。
      </Text>
    </form>
  )
}
