import { isDay } from '../../calendar/day-number.ts'
import type { RegisterDefinition, StageField } from '../../catalogue/registers/register-definition.ts'
import type { FieldValue } from './entry-record.ts'
import { dayFlaw, type FieldFlaw, formFlaw } from './field-flaw.ts'
import { type RequestStage, requestStage } from './request.ts'

export type StageDefinition = NonNullable<RegisterDefinition['stages']>[number]

/** A stage as it is typed, by field key; `date` is its day. */
export type StageValues = Readonly<Record<string, FieldValue>>

/** The day of a stage as a field like the others, before them. */
export function stageFields({ dateLabel, dateAlso, fields }: StageDefinition): StageField[] {
  return [{ key: 'date', label: dateLabel, also: dateAlso, kind: 'date', required: true, default: 'today' }, ...fields]
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
    Object.entries(rest).flatMap(([key, value]) =>
      value === null || value === undefined || value === '' ? [] : [[key, String(value)]],
    ),
  )
}

/** What is wrong with a typed stage, by field key; empty where it can be taken. */
export function stageFlaws(definition: StageDefinition, values: StageValues): Map<string, FieldFlaw> {
  return checkStage(definition, values).flaws
}

/** The stage that was typed; null where it can't be taken yet. */
export function readStage(definition: StageDefinition, values: StageValues): RequestStage | null {
  return checkStage(definition, values).stage
}

/** Both at once. */
export function checkStage(
  definition: StageDefinition,
  values: StageValues,
): { readonly flaws: Map<string, FieldFlaw>; readonly stage: RequestStage | null } {
  const flaws = new Map<string, FieldFlaw>()
  for (const { key, kind, required, choices } of stageFields(definition)) {
    const value = values[key]
    if (value === undefined || value === '') {
      if (required === true) flaws.set(key, 'missing')
    } else if (typeof value !== 'string') flaws.set(key, 'unreadable')
    else if (kind === 'date' && !isDay(value)) flaws.set(key, dayFlaw(value) ?? 'unreadable')
    else if (kind === 'choice' && !choices?.some((choice) => choice.value === value)) flaws.set(key, 'unknown-choice')
    else if (kind === 'count' && !/^\d{1,4}$/.test(value)) flaws.set(key, numberFlaw(value, 4))
    else if (kind === 'money' && !/^\d{1,9}(\.\d{1,2})?$/.test(value)) flaws.set(key, numberFlaw(value, 9, 2))
  }
  if (flaws.size > 0) return { flaws, stage: null }
  // What only the law's own bounds refuse (an extension of 30 days) is marked at its field too.
  const parsed = requestStage.safeParse(shapeOf(definition, values))
  for (const { code, path } of parsed.error?.issues ?? []) {
    flaws.set(String(path[0] ?? 'date'), code === 'too_big' || code === 'too_small' ? 'out-of-range' : 'unreadable')
  }
  if (!parsed.success) return { flaws, stage: null }
  // What another year's form offers stays as it was typed, and is asked about.
  for (const field of definition.fields) {
    const flaw = formFlaw(field, values)
    if (flaw !== null) flaws.set(field.key, flaw)
  }
  // An answer before its question is a question of dates: the stage stands, and the clock speaks of it.
  const [asked, answered] = [values.date, values.answered ?? values.paid]
  const answer = values.answered === undefined ? 'paid' : 'answered'
  if (asked !== undefined && answered !== undefined && answered < asked) flaws.set(answer, 'too-early')
  return { flaws, stage: parsed.data }
}

function shapeOf(definition: StageDefinition, values: StageValues): Record<string, unknown> {
  const shape: Record<string, unknown> = { kind: definition.kind }
  for (const { key, kind, required } of stageFields(definition)) {
    const value = values[key]
    if (value === undefined || value === '') {
      // A choice that nobody made is no choice; another field that must be filled says so by being empty.
      if (kind !== 'choice' || required === true) shape[key] = kind === 'date' && required !== true ? null : ''
    } else shape[key] = kind === 'count' ? Number(value) : value
  }
  return shape
}

/** Why a text is no number of at most so many digits and decimals. */
function numberFlaw(text: string, digits: number, decimals = 0): FieldFlaw {
  const plain = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.normalize('NFKC').trim())
  if (plain === null) return 'unreadable'
  const [, sign = '', whole = '', part = ''] = plain
  if (sign !== '') return 'negative'
  if (whole.length > digits) return 'too-large'
  return part.length <= decimals ? 'unreadable' : decimals === 0 ? 'fraction' : 'decimals'
}
