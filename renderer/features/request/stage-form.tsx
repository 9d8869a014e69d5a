import { Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { fieldInYear } from '../../../shared/catalogue/registers/choices-in.ts'
import type { Request, RequestStage } from '../../../shared/model/entry/request.ts'
import {
  readStage,
  type StageDefinition,
  type StageValues,
  stageFields,
  stageFlaws,
} from '../../../shared/model/entry/stage-values.ts'
import { statutoryClock } from '../../../shared/steps/clock/statutory-clock.ts'
import { clockProblemText } from '../../../shared/wording/clock-problem.ts'
import { clockSummary } from '../../../shared/wording/clock-summary.ts'
import { FieldInput } from '../../kit/fields/field-input.tsx'
import { nextFieldOnEnter } from '../../kit/fields/next-field.ts'
import { useKeys } from '../../kit/keys/use-keys.ts'
import { useCalendar } from '../../kit/session/use-calendar.ts'
import { useStore } from '../../store/store-context.ts'

/** A stage being typed: its day, its own few fields, and what it does to the clock before it is kept. */
export function StageForm(props: {
  definition: StageDefinition
  initial: StageValues
  /** The request without this stage; null while its receipt is not filled in right. */
  request: Request | null
  isNew: boolean
  /** The field in which the clerk starts; the day where absent. */
  focus?: string | null
  /** It was half typed before. */
  isResumed: boolean
  /** Each keystroke, so that nothing of it is lost. */
  onType(values: StageValues): void
  /** Why what is half typed is in this window alone. */
  draftProblem: string | null
  onSave(stage: RequestStage): void
  onRemove?(): void
  onCancel(): void
}) {
  const { definition, request } = props
  const { start } = useStore()
  const calendar = useCalendar()
  const [values, setValues] = useState(props.initial)
  const [tried, setTried] = useState(false)
  const flaws = stageFlaws(definition, values)
  const stage = readStage(definition, values)
  const clock =
    stage === null || request === null
      ? null
      : statutoryClock({ ...request, stages: [...request.stages, stage].sort(byDay) }, calendar, start.today)
  const save = () => {
    setTried(true)
    if (stage !== null) props.onSave(stage)
  }
  useKeys({ Escape: props.onCancel, 'Ctrl+Enter': save })
  return (
    <Paper withBorder p="sm" component="section" aria-label={definition.label}>
      <Stack gap="xs">
        <Group gap="sm">
          <Text fw={600} size="sm">
            {definition.label}
          </Text>
          {props.isResumed && (
            <Text size="sm" c="dimmed">
              上次未填完，可以继续填写；不需要的点“取消”。
            </Text>
          )}
        </Group>
        <SimpleGrid cols={3} spacing="sm" onKeyDown={(event) => nextFieldOnEnter(event, save)}>
          {stageFields(definition).map((field) => {
            const flaw = flaws.get(field.key) ?? null
            return (
              <FieldInput
                key={field.key}
                field={fieldInYear(field, values)}
                value={values[field.key]}
                flaw={flaw === 'missing' && !tried ? null : flaw}
                first={field.key === (props.focus ?? 'date')}
                onChange={(value) => {
                  const { [field.key]: _old, ...rest } = values
                  const typed = value === null ? rest : { ...rest, [field.key]: value }
                  setValues(typed)
                  props.onType(typed)
                }}
              />
            )
          })}
        </SimpleGrid>
        {clock !== null && (
          <Text size="sm" role="status" aria-label="对期限的影响">
            保存后：{clockSummary(clock, start.today)}
          </Text>
        )}
        {clock?.problems.map((problem) => (
          <Text size="sm" c="orange.9" key={JSON.stringify(problem)}>
            {clockProblemText(problem)}
          </Text>
        ))}
        {props.draftProblem !== null && (
          <Text size="sm" c="red" role="alert">
            这一环节尚未保存，请先不要关闭程序。{props.draftProblem}
          </Text>
        )}
        <Group gap="xs">
          <Button size="xs" onClick={save}>
            保存
          </Button>
          <Button size="xs" variant="default" onClick={props.onCancel}>
            取消
          </Button>
          {props.onRemove !== undefined && (
            <Button size="xs" variant="subtle" color="red" onClick={props.onRemove}>
              删除这一环节
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  )
}

function byDay(a: RequestStage, b: RequestStage): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0
}
