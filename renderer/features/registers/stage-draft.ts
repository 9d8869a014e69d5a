import { isDay } from '../../../shared/calendar/day-number.ts'
import type { FieldValue } from '../../../shared/records/entry-record.ts'
import type { FieldFlaw } from '../../../shared/registers/field-flaw.ts'
import type { RegisterDefinition, StageField } from '../../../shared/registers/register-definition.ts'
import { type RequestStage, requestStage } from '../../../shared/registers/request.ts'

export type StageDefinition = NonNullable<RegisterDefinition['stages']>[number]

/** A stage as it is typed, by field key; `date` is its day. */
export type StageValues = Readonly<Record<string, FieldValue>>

/** The day of a stage as a field like the others, before them. */
export function stageFields({ dateLabel, fields }: StageDefinition): StageField[] {
  return [{ key: 'date', label: dateLabel, kind: 'date', required: true, default: 'today' }, ...fields]
}

/** What a new stage begins with. */
export function startStage(definition: StageDefinition, today: string): StageValues {
  return Object.fromEntries(
    stageFields(definition).flatMap(({ key, default: given }) =>
      given === undefined ? [] : [[key, given === 'today' ? today : given] as const],
    ),
  )
}

/** A stored stage as its fields show it. */
export function stageValues(stage: RequestStage): StageValues {
  const { kind: _kind, ...rest } = stage
  return Object.fromEntries(
    Object.entries(rest).flatMap(([key, value]) => (value === null || value === '' ? [] : [[key, String(value)]])),
  )
}

/** What is wrong with a typed stage, by field key; empty where it can be taken. */
export function stageFlaws(definition: StageDefinition, values: StageValues): Map<string, FieldFlaw> {
  const flaws = new Map<string, FieldFlaw>()
  for (const { key, kind, required, choices } of stageFields(definition)) {
    const value = values[key]
    if (value === undefined || value === '') {
      if (required === true) flaws.set(key, 'missing')
    } else if (typeof value !== 'string') flaws.set(key, 'unreadable')
    else if (kind === 'date' && !isDay(value)) flaws.set(key, 'unreadable')
    else if (kind === 'choice' && !choices?.some((choice) => choice.value === value)) flaws.set(key, 'unknown-choice')
    else if (kind === 'count' && !/^\d{1,4}$/.test(value)) flaws.set(key, 'unreadable')
    else if (kind === 'money' && !/^\d{1,9}(\.\d{1,2})?$/.test(value)) flaws.set(key, 'unreadable')
  }
  const [asked, answered] = [values.date, values.answered ?? values.paid]
  const answer = values.answered === undefined ? 'paid' : 'answered'
  if (flaws.size === 0 && asked !== undefined && answered !== undefined && answered < asked)
    flaws.set(answer, 'too-early')
  // What only the law's own bounds refuse (an extension of 30 days) is marked at its field too.
  if (flaws.size === 0) {
    const parsed = requestStage.safeParse(shapeOf(definition, values))
    for (const { path } of parsed.error?.issues ?? []) flaws.set(String(path[0] ?? 'date'), 'unreadable')
  }
  return flaws
}

/** The stage that was typed; null where it can't be taken yet. */
export function readStage(definition: StageDefinition, values: StageValues): RequestStage | null {
  const flaws = stageFlaws(definition, values)
  // An answer before its question is a question of dates: the clock speaks of it.
  if ([...flaws.values()].some((flaw) => flaw !== 'too-early')) return null
  return requestStage.safeParse(shapeOf(definition, values)).data ?? null
}

function shapeOf(definition: StageDefinition, values: StageValues): Record<string, unknown> {
  const shape: Record<string, unknown> = { kind: definition.kind }
  for (const { key, kind, required } of stageFields(definition)) {
    const value = values[key]
    if (value === undefined || value === '') shape[key] = kind === 'date' && required !== true ? null : ''
    else shape[key] = kind === 'count' ? Number(value) : value
  }
  return shape
}
