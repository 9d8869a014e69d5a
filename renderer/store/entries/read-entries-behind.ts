import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { entriesBehind } from '../../../shared/steps/derive/trace.ts'
import { listedMonths } from '../lists/entry-lists.ts'
import { type EntryView, toView } from '../lists/read-entries.ts'
import type { Database } from '../tables/database.ts'
import { readRows } from '../tables/read-rows.ts'

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

/**
 * The entries that count in a figure, a total's by its parts. Of a common figure the newest entries are all that is
 * looked for, and the window must go on meanwhile: so a register is read by months, latest first.
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
    for await (const ids of listedMonths(database, { unit, register })) {
      if (!isWanted()) return { entries, more: true, registers, stocks }
      for (const row of await readRows(database.entries, ids)) {
        if (row === undefined || !counts(register, row.facts)) continue
        if (entries.length === limit) return { entries, more: true, registers, stocks }
        const view = toView(row)
        if (view !== null) entries.push(view)
      }
    }
  }
  return { entries, more: false, registers, stocks }
}
