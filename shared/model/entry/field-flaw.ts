import { isDay } from '../../calendar/day-number.ts'
import type { FigureKind } from '../../catalogue/forms/table-definition.ts'
import { isOffered, yearTyped } from '../../catalogue/registers/choices-in.ts'
import type { Choice, RegisterField, StageField } from '../../catalogue/registers/register-definition.ts'
import type { FieldValue } from './entry-record.ts'

/**
 * What is wrong with a field as typed. `missing`: must be filled. `unreadable`: not of its kind. `year-only`: a month
 * where only a whole year makes sense. `too-early`: before the date that it follows. `alone`: a field that goes with
 * it is empty. `not-in-form`: the form of the year in which it counts does not have it. `unsettled`: an import could not
 * read all of the entry, and nobody has settled it yet. Nothing is refused: it stays, is marked, and does not count.
 */
export const fieldFlaws = [
  'missing',
  'unreadable',
  'negative',
  'decimals',
  'unknown-choice',
  'not-in-form',
  'year-only',
  'too-early',
  'alone',
  'unsettled',
] as const
export type FieldFlaw = (typeof fieldFlaws)[number]

const period = /^\d{4}(-(0[1-9]|1[0-2]))?$/

/** What is wrong with a value by itself; `of` is the choice that its `figureOf` field holds. */
export function fieldValueFlaw(field: RegisterField, value: FieldValue, of: Choice | null): FieldFlaw | null {
  if (field.kind === 'flag') return typeof value === 'boolean' ? null : 'unreadable'
  if (field.kind === 'choice') {
    if (field.many === true ? !Array.isArray(value) : typeof value !== 'string') return 'unreadable'
    const chosen = Array.isArray(value) ? value : [value]
    return chosen.every((one) => field.choices?.some((choice) => choice.value === one)) ? null : 'unknown-choice'
  }
  if (typeof value !== 'string') return 'unreadable'
  if (field.fromSheet === 'unsettled') return 'unsettled'
  switch (field.kind) {
    case 'date':
      return isDay(value) ? null : 'unreadable'
    case 'month':
      if (!period.test(value)) return 'unreadable'
      return of?.yearly === true && value.length > 4 ? 'year-only' : null
    case 'count':
    case 'money':
      return amountFlaw(field.kind, value)
    case 'figure':
      return amountFlaw(of?.figure?.kind ?? 'count', value)
    case 'text':
    case 'longText':
    case 'link':
      return null
  }
}

/** Whether a choice that is a row or column of a form stands in the form of the year in which it counts. */
export function formFlaw(
  field: StageField,
  values: Readonly<Record<string, FieldValue | undefined>>,
): 'unknown-choice' | 'not-in-form' | null {
  const value = values[field.key]
  if (field.choicesFrom === undefined || typeof value !== 'string' || value === '') return null
  const offered = isOffered(field, yearTyped(values[field.choicesFrom.yearOf]), value)
  return offered === 'offered' ? null : offered === 'unknown' ? 'unknown-choice' : 'not-in-form'
}

function amountFlaw(kind: FigureKind, text: string): FieldFlaw | null {
  if (!/^-?\d{1,15}(\.\d{1,24})?$/.test(text)) return 'unreadable'
  if (kind !== 'change' && text.startsWith('-')) return 'negative'
  return (text.split('.')[1] ?? '').length > (kind === 'money' ? 6 : 0) ? 'decimals' : null
}
