import { readChoice } from '../../../shared/model/desk/choice-record.ts'
import { compareMade } from '../../../shared/model/package/made-order.ts'
import { readPackage } from '../../../shared/model/package/package-record.ts'
import type { PackageSummary } from '../../../shared/model/package/package-summary.ts'
import type { Choice } from '../../../shared/model/package/piles.ts'
import type { ReceivedPackage } from '../../../shared/model/package/received-package.ts'
import type { Database, SummaryRow } from './database.ts'
import { readRows } from './read-rows.ts'

/** Every submission of a year that this PC took in, in the order in which they were made. */
export async function readSummaries(database: Database, year: number): Promise<PackageSummary[]> {
  return toSummaries(await database.summaries.where('year').equals(year).toArray())
}

/** Every submission that this PC took in. */
export async function readAllSummaries(database: Database): Promise<PackageSummary[]> {
  return toSummaries(await database.summaries.toArray())
}

/** Submissions of a year that came under one of these codes, in the order in which they were made. */
export async function readSummariesOf(
  database: Database,
  codes: readonly string[],
  year: number,
): Promise<PackageSummary[]> {
  const rows = await database.summaries.where('unit').anyOf(codes).toArray()
  return toSummaries(rows.filter((row) => row.year === year))
}

function toSummaries(rows: readonly SummaryRow[]): PackageSummary[] {
  return rows.map(({ unit: code, name, ...summary }) => ({ ...summary, unit: { code, name } })).sort(compareMade)
}

/** The submissions of these ids with their figures; null where one is not here. */
export async function readReceived(
  database: Database,
  ids: readonly string[],
): Promise<readonly (ReceivedPackage | null)[]> {
  const rows = await readRows(database.packages, ids)
  return rows.map((row) => (row === undefined ? null : readPackage(row.id, row.groups, database.known.forms)))
}

/** What this PC's desks decided on submissions of a year, by `deskRecordId()`. */
export async function readChoices(database: Database, year: number): Promise<ReadonlyMap<string, Choice>> {
  const rows = await database.desks.where('year').equals(year).toArray()
  return new Map(
    rows.flatMap(({ id, groups }) => {
      const choice = readChoice(groups)
      return choice === null ? [] : [[id, choice] as const]
    }),
  )
}
