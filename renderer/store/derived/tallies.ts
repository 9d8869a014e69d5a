import { formForYear } from '../../../shared/catalogue/catalogue.ts'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { deskChildren } from '../../../shared/model/desk/desk-children.ts'
import type { Report } from '../../../shared/model/report/report.ts'
import { changeTally, emptyTally, type Tally } from '../../../shared/steps/aggregate/tally.ts'
import { formHash } from '../../../shared/steps/package/form-hash.ts'
import type { Database, TallyRow } from '../tables/database.ts'
import { readChoices, readReceived, readSummaries } from '../tables/read-packages.ts'
import { readChildren } from '../tables/read-units.ts'

/** The sum of what counts of a desk's units. Read from its row; made of the reports where there is none of this form. */
export async function readTally(database: Database, unit: string, year: number, form: Form): Promise<Tally> {
  const row = await database.tallies.get(tallyId(unit, year))
  if (row?.form === formHash(form)) return row.tally
  return (await changed(database, unit, year, form, null))?.tally ?? emptyTally
}

/** Brings the stored sum of a desk up to what counts now: only what came or went is read. */
export async function renewTally(database: Database, unit: string, year: number): Promise<void> {
  const form = formForYear(database.known.forms, year)
  const id = tallyId(unit, year)
  const before = (await database.tallies.get(id)) ?? null
  const after = form === null ? null : await changed(database, unit, year, form, before)
  if (after !== null) await database.tallies.put(after)
  else if (before !== null) await database.tallies.delete(id)
}

const tallyId = (unit: string, year: number): string => `${unit}|${year}`

/** Null where nothing counts. */
async function changed(
  database: Database,
  unit: string,
  year: number,
  form: Form,
  before: TallyRow | null,
): Promise<TallyRow | null> {
  const summaries = await readSummaries(database, year)
  if (summaries.length === 0) return null
  const [units, choices] = [await readChildren(database, unit), await readChoices(database, year)]
  const counted = deskChildren(form, year, units, summaries, choices).flatMap(({ unit: { code }, current }) =>
    current === null ? [] : [[code, current.id] as const],
  )
  if (counted.length === 0) return null
  const row = { id: tallyId(unit, year), unit, year, form: formHash(form), members: Object.fromEntries(counted) }
  const standing = before?.form === row.form ? before : null
  const past = new Set(Object.values(standing?.members ?? {}))
  const ids = new Set(Object.values(row.members))
  const removed = await reportsOf(
    database,
    [...past].filter((one) => !ids.has(one)),
  )
  // What is to be taken away and is not here any more leaves nothing but to add all anew.
  if (removed === null) return { ...row, tally: await fromScratch(database, form, ids) }
  const added =
    (await reportsOf(
      database,
      [...ids].filter((one) => !past.has(one)),
    )) ?? []
  return { ...row, tally: changeTally(form, standing?.tally ?? emptyTally, { added, removed }) }
}

async function fromScratch(database: Database, form: Form, ids: ReadonlySet<string>): Promise<Tally> {
  return changeTally(form, emptyTally, { added: (await reportsOf(database, [...ids])) ?? [] })
}

/** Null where one of them is not here. */
async function reportsOf(database: Database, ids: readonly string[]): Promise<readonly Report[] | null> {
  const received = await readReceived(database, ids)
  const reports = received.flatMap((one) => (one === null ? [] : [one.report]))
  return reports.length === ids.length ? reports : null
}
