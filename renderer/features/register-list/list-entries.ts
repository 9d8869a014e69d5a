import { Big } from 'big.js'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { Entry } from '../../../shared/model/entry/entry-record.ts'
import { daysOf, listedFields, shownValue } from '../../kit/entry-text/list-columns.ts'
import { searchable, searchedWords } from '../../kit/entry-text/searchable.ts'
import { columnsOf, isSummed, type ListColumn } from './shown-columns.ts'

export interface ListSort {
  readonly key: string
  readonly descending: boolean
}

/** What the clerk asked to see. */
export interface ListQuery {
  /** Words apart by spaces: each must stand in some column. */
  readonly text: string
  /** Entries with a day in this year; null: all years. */
  readonly year: number | null
  /** By field key, the choice that is asked for. */
  readonly choices: Readonly<Record<string, string>>
  readonly sort: ListSort | null
}

/** The texts of an entry's columns, made once: entries are never changed in place. */
const texts = new WeakMap<Entry, string>()

function searchedText(register: RegisterDefinition, entry: Entry): string {
  const known = texts.get(entry)
  if (known !== undefined) return known
  const shown = listedFields(register).flatMap((field) => {
    const value = entry.fields[field.key]
    // A day is found by 2020-03 and by 3月 alike.
    return [shownValue(field, value), field.kind === 'date' && typeof value === 'string' ? value : '']
  })
  const made = searchable(shown.join('\n'))
  texts.set(entry, made)
  return made
}

/**
 * The entries that are asked for, in the order asked for; equal ones, and all where no order is asked for, as given.
 * `sealedText` gives what is known of an entry's sealed text, `searchable()`: a word may stand there too.
 */
export function listEntries(
  register: RegisterDefinition,
  entries: readonly Entry[],
  query: ListQuery,
  sealedText: (entry: Entry) => string = () => '',
): Entry[] {
  const words = searchedWords(query.text)
  const choices = Object.entries(query.choices)
  const year = query.year === null ? null : String(query.year)
  const found = entries.filter((entry) => {
    if (year !== null && !daysOf(register, entry).some((day) => day.startsWith(year))) return false
    const fits = choices.every(([key, choice]) => {
      const value = entry.fields[key]
      return Array.isArray(value) ? value.includes(choice) : value === choice
    })
    if (!fits) return false
    if (words.length === 0) return true
    const text = searchedText(register, entry)
    return words.every((word) => text.includes(word) || sealedText(entry).includes(word))
  })
  return query.sort === null ? found : sorted(register, found, query.sort)
}

function sorted(register: RegisterDefinition, entries: readonly Entry[], { key, descending }: ListSort): Entry[] {
  const column = columnsOf(register).find((one) => one.key === key)
  if (column === undefined) return [...entries]
  const sortedBy = (entry: Entry): string => {
    const value = column.value(entry)
    return column.kind === 'date' || isSummed(column) ? String(value ?? '') : shownValue(column, value)
  }
  const collator = new Intl.Collator('zh-CN', { numeric: true })
  const compare = (a: string, b: string): number => {
    // An empty field comes last whichever way it is sorted.
    if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1
    const order = column.kind === 'date' ? (a < b ? -1 : a > b ? 1 : 0) : collator.compare(a, b)
    return descending ? -order : order
  }
  return entries
    .map((entry) => ({ entry, value: sortedBy(entry) }))
    .sort((a, b) => compare(a.value, b.value))
    .map(({ entry }) => entry)
}

const amount = /^-?\d{1,15}(\.\d{1,24})?$/

/** The exact sum of every column of amounts among these, by its key. What is no amount is left out. */
export function columnSums(columns: readonly ListColumn[], entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(
    columns.filter(isSummed).map((column) => {
      const sum = entries.reduce<Big>((so, entry) => {
        const value = column.value(entry)
        return typeof value === 'string' && amount.test(value) ? so.plus(value) : so
      }, new Big(0))
      return [column.key, sum.toFixed()]
    }),
  )
}
