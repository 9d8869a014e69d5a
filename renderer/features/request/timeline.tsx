import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { Entry, StoredStage } from '../../../shared/model/entry/entry-record.ts'
import { formFlaw } from '../../../shared/model/entry/field-flaw.ts'
import { stageValues } from '../../../shared/model/entry/stage-values.ts'
import { fieldFlawText } from '../../../shared/wording/field-flaw.ts'
import { openAnswer, stageLine } from './stage-line.ts'

const answerLabels = { answered: '填写收到日期', paid: '填缴费日期' } as const

/** What happened with a request, day by day, each with what it leads to: its letters, the answer that it waits for. */
export function Timeline(props: {
  register: RegisterDefinition
  entry: Entry
  /** The clock stands still for an answer: that it came is what is done next. */
  isWaiting: boolean
  letters(stage: StoredStage): ReactNode
  onOpen(stage: StoredStage): void
}) {
  const { register, entry } = props
  if (entry.stages.length === 0) return null
  return (
    <Stack gap={4} component="ol" className="timeline" fz="sm" aria-label="办理环节">
      {entry.stages.map((stored) => {
        const { stage } = stored
        const definition = register.stages?.find(({ kind }) => kind === stage.kind)
        const waits = openAnswer(stage)
        return (
          <Group key={stored.id} component="li" gap="xs" wrap="nowrap" data-stage={stored.id}>
            <Text size="sm" c="dimmed" w={120} className="timeline-day">
              {chineseDate(stage.date)}
            </Text>
            <button type="button" className="link" onClick={() => props.onOpen(stored)}>
              {stageLine(definition, stage)}
            </button>
            {definition?.fields.map((field) => {
              const flaw = formFlaw(field, stageValues(stage))
              return (
                flaw !== null && (
                  <Text key={field.key} size="sm" c="orange.9">
                    {field.label}：{fieldFlawText[flaw]}
                  </Text>
                )
              )
            })}
            <Group gap={6} wrap="nowrap" flex="none">
              {props.letters(stored)}
              {waits !== null && (
                <Button
                  size="compact-xs"
                  variant="light"
                  data-next={props.isWaiting || undefined}
                  onClick={() => props.onOpen(stored)}
                >
                  {answerLabels[waits]}
                </Button>
              )}
            </Group>
          </Group>
        )
      })}
    </Stack>
  )
}
