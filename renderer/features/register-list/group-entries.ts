import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { Entry } from '../../../shared/model/entry/entry-record.ts'
import { shownValue } from '../../kit/entry-text/list-columns.ts'
import { columnSums } from './list-entries.ts'
import { columnsOf, type ListColumn } from './shown-columns.ts'

/** Entries that belong under one heading, in the order of the list. */
export interface EntryGroup {
  /** Names it among the others; `''` where the entry says nothing of it. */
  readonly key: string
  readonly label: string
  readonly entries: readonly Entry[]
  /** By column key, as in the footer. */
  readonly sums: ReadonlyMap<string, string>
}

export interface Grouping {
  readonly key: string
  readonly label: string
}

/** Grouping by the day that the register is sorted by. */
export const BY_YEAR = 'by:year'
export const BY_MONTH = 'by:month'

/** What a list can be grouped by: time, and every choice of one. */
export function groupingsOf(register: RegisterDefinition): Grouping[] {
  const dated = dateFieldOf(register)
  const byTime = [
    { key: BY_MONTH, label: '按月' },
    { key: BY_YEAR, label: '按年' },
  ]
  const byChoice = columnsOf(register)
    .filter(({ kind, isMany }) => kind === 'choice' && isMany !== true)
    .map(({ key, label }) => ({ key, label: `按${label}` }))
  return [...(dated === undefined ? [] : byTime), ...byChoice]
}

/**
 * The entries under their headings; each keeps its place among its own. Years and months newest first, choices in the
 * order of the register, what was typed otherwise behind them, and what says nothing of it last. `columns`: those that
 * stand below and may be added up.
 */
export function groupEntries(
  register: RegisterDefinition,
  entries: readonly Entry[],
  { grouping, columns }: { readonly grouping: string; readonly columns: readonly ListColumn[] },
): EntryGroup[] {
  const column = columnsOf(register).find(({ key }) => key === grouping)
  const keyOf = column === undefined ? timeOf(register, grouping) : (entry: Entry) => String(column.value(entry) ?? '')
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [entry])
    else group.push(entry)
  }
  const order = column === undefined ? newestFirst : inOrderOf(column)
  return [...groups]
    .sort(([a], [b]) => (a === '' || b === '' ? Number(a === '') - Number(b === '') : order(a, b)))
    .map(([key, own]) => ({
      key,
      label: column === undefined ? timeLabel(key) : key === '' ? `未填${column.label}` : shownValue(column, key),
      entries: own,
      sums: columnSums(columns, own),
    }))
}

function dateFieldOf({ fields }: RegisterDefinition) {
  return fields.find(({ kind }) => kind === 'date' || kind === 'month')
}

function timeOf(register: RegisterDefinition, grouping: string): (entry: Entry) => string {
  const key = dateFieldOf(register)?.key ?? ''
  const shape = grouping === BY_MONTH ? /^\d{4}-\d{2}/ : /^\d{4}/
  return ({ fields }) => shape.exec(String(fields[key] ?? ''))?.[0] ?? ''
}

function timeLabel(key: string): string {
  if (key === '') return '没有日期'
  const [year, month] = key.split('-')
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`
}

const newestFirst = (a: string, b: string): number => (a < b ? 1 : -1)

function inOrderOf({ choices = [] }: ListColumn): (a: string, b: string) => number {
  const place = new Map(choices.map(({ value }, index) => [value, index]))
  const placeOf = (key: string): number => place.get(key) ?? choices.length
  return (a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1)
}
