import { Alert, Button, Group, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import { hasChangedFigures, type SubmittedChanges } from '../../../shared/steps/check/submitted-changes.ts'
import { againWord, submittedChangesMessage, submittedWord } from '../../../shared/wording/submitted-change.ts'
import { useSession } from '../../kit/session/session.ts'
import type { View } from '../../kit/session/view.ts'
import type { SubmittedReport } from '../../store/reports/use-records.ts'
import { ChangedList } from './changed-list.tsx'
import { KeepForm } from './keep-form.tsx'

interface SubmittedLineProps {
  readonly form: Form
  readonly submitted: SubmittedReport
  readonly working: WorkingReport
  readonly changes: SubmittedChanges
}

/** One year whose figures are no longer what was sent: said in one line, with both ways out of it. */
export function SubmittedLine({ form, submitted, working, changes }: SubmittedLineProps) {
  const session = useSession()
  const [opened, setOpened] = useState<'figures' | 'keep' | null>(null)
  const keepButton = useRef<HTMLButtonElement>(null)
  const { year } = submitted
  const { layer } = working.id
  const again: View = { screen: layer === 'own' ? 'submit' : 'finalise' }
  const isThere = session.view.screen === again.screen && session.year === year
  const hasFigures = hasChangedFigures(changes)
  // Words are written until the last moment: they are only mentioned where the file is made.
  if (!hasFigures && (changes.texts.length === 0 || !isThere)) return null
  const toggle = (part: 'figures' | 'keep') => setOpened(opened === part ? null : part)
  const word = submittedWord[layer]
  return (
    <Alert color="orange" p="xs" mb="sm" role="status" aria-label={`${year}年度${word}以后的变化`}>
      <Group gap="xs" justify="space-between">
        <Text size="sm" flex="1 1 320px">
          {submittedChangesMessage(form, year, layer, changes)}
        </Text>
        {hasFigures && (
          <Group gap={6} wrap="nowrap">
            <Button
              size="compact-xs"
              variant="subtle"
              aria-expanded={opened === 'figures'}
              onClick={() => toggle('figures')}
            >
              查看变动
            </Button>
            {!isThere && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => session.goTo({ unit: session.unit.code, year }, again)}
              >
                {againWord[layer]}
              </Button>
            )}
            <Button
              size="compact-xs"
              variant="default"
              ref={keepButton}
              aria-expanded={opened === 'keep'}
              onClick={() => toggle('keep')}
            >
              保留已{word}的数…
            </Button>
          </Group>
        )}
      </Group>
      {hasFigures && opened === 'figures' && <ChangedList form={form} year={year} layer={layer} changes={changes} />}
      {hasFigures && opened === 'keep' && (
        <KeepForm
          form={form}
          submitted={submitted}
          working={working}
          onDone={() => {
            setOpened(null)
            keepButton.current?.focus()
          }}
        />
      )}
    </Alert>
  )
}
