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

/** Up to here a register is read at once. */
const FEW = 500
/** Years around the report's that are read piece by piece; what is older, and what has no day, is read last. */
const YEARS = 4

/**
 * The entries that count in a figure, a total's by its parts. Of a common figure the newest entries are all that is
 * looked for, and the window must go on meanwhile: so a long register is read by half months, latest first.
 * `isWanted` is asked between them: where it says no, what was found is given.
 */
export async function readEntriesBehind(
  database: Database,
  { unit, year, form, figure, limit }: BehindQuery,
  isWanted: () => boolean = () => true,
): Promise<EntriesBehind> {
  const { registers, stocks, counts } = entriesBehind(form, year, figure)
  const entries: EntryView[] = []
  for (const register of registers) {
    const between = (from: string, to: string) =>
      database.entries.where('[unit+register+binned+day]').between([unit, register, 0, from], [unit, register, 0, to])
    const isLong = (await between('', '\uffff').count()) > FEW
    for (const [from, to] of isLong ? halfMonths(year) : [['', '\uffff'] as const]) {
      if (!isWanted()) return { entries, more: true, registers, stocks }
      for (const row of (await between(from, to).toArray()).reverse()) {
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
function halfMonths(year: number): [from: string, to: string][] {
  const years = Array.from({ length: 2 * YEARS + 1 }, (_, index) => year + YEARS - index)
  const starts = years.flatMap((each) => [
    ...Array.from({ length: 24 }, (_, index) => {
      const month = String(12 - Math.floor(index / 2)).padStart(2, '0')
      return index % 2 === 0 ? `${each}-${month}-16` : `${each}-${month}`
    }),
    // A whole year (`2024`) stands before its months.
    String(each),
  ])
  return [...starts, ''].map((from, index) => [from, starts[index - 1] ?? '\uffff'])
}
