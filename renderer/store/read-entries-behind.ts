import type { Form } from '../../shared/forms/form.ts'
import { entriesBehind } from '../../shared/report/derive/trace.ts'
import type { Database } from './database.ts'
import { type EntryView, toView } from './read-entries.ts'

export interface BehindQuery {
  readonly unit: string
  readonly year: number
  readonly form: Form
  /** A cell, or a figure of the supplement. */
  readonly figure: string
  /** How many entries at most. */
  readonly limit: number
}

/** What stands behind a figure. */
export interface EntriesBehind {
  /** By register in the order of the form, newest first. */
  readonly entries: readonly EntryView[]
  /** There are more than these. */
  readonly more: boolean
  /** The registers that can count in it; none where the figure does not derive. */
  readonly registers: readonly string[]
  /** Keys of the openings that it starts from. */
  readonly stocks: readonly string[]
}

/** Years around the report's that are read each for itself; what is older, and what has no day, is read last. */
const YEARS = 4

/**
 * The entries that count in a figure, a total's by its parts. A register may be long, and of a common figure the newest
 * entries are all that is looked for: so the days of the report's year are read month by month, latest first, and
 * those of other years after them. `isWanted` is asked between the portions: where it says no, what was found is given.
 */
export async function readEntriesBehind(
  database: Database,
  { unit, year, form, figure, limit }: BehindQuery,
  isWanted: () => boolean = () => true,
): Promise<EntriesBehind> {
  const { registers, stocks, counts } = entriesBehind(form, year, figure)
  const entries: EntryView[] = []
  for (const register of registers) {
    for (const [from, to] of portions(year)) {
      if (!isWanted()) return { entries, more: true, registers, stocks }
      const rows = await database.entries
        .where('[unit+register+binned+day]')
        .between([unit, register, 0, from], [unit, register, 0, to])
        .toArray()
      for (const row of rows.reverse()) {
        if (!counts(register, row.facts)) continue
        if (entries.length === limit) return { entries, more: true, registers, stocks }
        const view = toView(row)
        if (view !== null) entries.push(view)
      }
    }
  }
  return { entries, more: false, registers, stocks }
}

/** Stretches of days from the latest to none at all, each from its first up to before its second. */
function portions(year: number): [from: string, to: string][] {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(12 - index).padStart(2, '0')}`)
  const years = Array.from({ length: YEARS }, (_, index) => String(year - 1 - index))
  // A whole year (`2024`) stands before its months.
  const later = Array.from({ length: YEARS }, (_, index) => String(year + YEARS - index))
  const starts = [...later, ...months, String(year), ...years, '']
  return starts.map((from, index) => [from, starts[index - 1] ?? '\uffff'])
}
