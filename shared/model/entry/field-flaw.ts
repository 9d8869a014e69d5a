import { isDay } from '../../calendar/day-number.ts'
import { readDate } from '../../calendar/read-date.ts'
import type { FigureKind } from '../../catalogue/forms/table-definition.ts'
import { isOffered, yearTyped } from '../../catalogue/registers/choices-in.ts'
import type { Choice, RegisterField, StageField } from '../../catalogue/registers/register-definition.ts'
import type { FieldValue } from './entry-record.ts'

/**
 * What is wrong with a field as typed. `missing`: must be filled. `unreadable`: not of its kind. `fraction`: a part of what
 * is counted whole. `no-such-day`: 30 February. `out-of-range`: more or less than the law lets (an extension). `year-only`: a month
 * where only a whole year makes sense. `too-early`: before the date that it follows. `alone`: a field that goes with
 * it is empty. `not-in-form`: the form of the year in which it counts does not have it. `unsettled`: an import could not
 * read all of the entry, and nobody has settled it yet. Nothing is refused: it stays, is marked, and does not count.
 */
export const fieldFlaws = [
  'missing',
  'unreadable',
  'negative',
  'decimals',
  'fraction',
  'too-large',
  'no-such-day',
  'out-of-range',
  'unknown-choice',
  'not-in-form',
  'year-only',
  'too-early',
  'alone',
  'unsettled',
] as const
export type FieldFlaw = (typeof fieldFlaws)[number]

/** Longer figures are nonsense. */
const MOST_DIGITS = 15
const MONEY_DECIMALS = 6

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
      return dayFlaw(value)
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

/** A day of a calendar that does not have it is told apart from what is no day at all. */
export function dayFlaw(text: string): 'unreadable' | 'no-such-day' | null {
  if (isDay(text)) return null
  const looksLikeDay = /^\s*\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?\s*$/.test(text.normalize('NFKC'))
  return looksLikeDay && readDate(text) === null ? 'no-such-day' : 'unreadable'
}

function amountFlaw(kind: FigureKind, text: string): FieldFlaw | null {
  if (!/^-?\d{1,24}(\.\d{1,24})?$/.test(text)) return 'unreadable'
  const [whole = '', decimals = ''] = text.replace('-', '').split('.')
  if (whole.length > MOST_DIGITS) return 'too-large'
  if (kind !== 'change' && text.startsWith('-')) return 'negative'
  if (kind === 'money') return decimals.length > MONEY_DECIMALS ? 'decimals' : null
  return decimals === '' ? null : 'fraction'
}
