import type { Form } from '../../shared/forms/form.ts'
import { entriesBehind } from '../../shared/report/derive/trace.ts'
import type { Database } from './database.ts'
import { type EntryView, readEntryIds, toView } from './read-entries.ts'

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

/** Entries that are read at a time: a register may be long, and the newest ones are looked for. */
const PORTION = 300

/** The entries that count in a figure, a total's by its parts. */
export async function readEntriesBehind(
  database: Database,
  { unit, year, form, figure, limit }: BehindQuery,
): Promise<EntriesBehind> {
  const { registers, stocks, counts } = entriesBehind(form, year, figure)
  const entries: EntryView[] = []
  for (const register of registers) {
    const ids = await readEntryIds(database, { unit, register })
    for (let done = 0; done < ids.length; done += PORTION) {
      for (const row of await database.entries.bulkGet(ids.slice(done, done + PORTION))) {
        if (row === undefined || !counts(register, row.facts)) continue
        if (entries.length === limit) return { entries, more: true, registers, stocks }
        const view = toView(row)
        if (view !== null) entries.push(view)
      }
    }
  }
  return { entries, more: false, registers, stocks }
}
