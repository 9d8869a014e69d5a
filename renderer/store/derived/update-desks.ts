import { codesOf, readUnit, type Unit } from '../../../shared/model/unit/unit-record.ts'
import { splitRecordId } from '../../../shared/record/record-id.ts'
import { sameJson } from '../../../shared/values/same-json.ts'
import type { Database, DeskRow, PackageRow, SummaryRow, UnitRow } from '../tables/database.ts'
import { summaryRow } from './summary-row.ts'
import { renewTally } from './tallies.ts'

/** Rows before (undefined: there was none) and after. */
interface Replaced<R> {
  readonly before: R | undefined
  readonly after: R
}

export interface DeskChange {
  readonly units: readonly Replaced<UnitRow>[]
  readonly packages: readonly Replaced<PackageRow>[]
  readonly desks: readonly Replaced<DeskRow>[]
}

/**
 * Takes what came in, what was decided and who stands where over into the summaries and the sums of the desks. Runs in
 * the transaction that applies them.
 */
export async function updateDesks(database: Database, { units, packages, desks }: DeskChange): Promise<void> {
  const moved = units.filter(({ before, after }) => !sameJson(placeOf(before), placeOf(after)))
  if (moved.length + packages.length + desks.length === 0) return
  const summaries = packages.map(({ after }) => summaryRow(database.known.forms, after))
  const gone = packages.flatMap(({ after }, i) => (summaries[i] === null ? [after.id] : []))
  await database.summaries.bulkPut(summaries.filter((row) => row !== null))
  await database.summaries.bulkDelete(gone)
  const due = new Map<string, { unit: string; year: number }>()
  const add = (unit: string | null | undefined, year: number): void => {
    if (unit !== null && unit !== undefined) due.set(`${unit}|${year}`, { unit, year })
  }
  const known = toUnits(await database.units.toArray())
  const parents = new Map(known.flatMap((unit) => codesOf(unit).map((code) => [code, unit.profile.parent] as const)))
  for (const { before, after } of packages) {
    for (const row of [before, after]) if (row !== undefined) add(parents.get(row.unit), row.year)
  }
  for (const { after } of desks) {
    const [unit = '', year] = splitRecordId(after.id, 3)
    add(parents.get(unit), Number(year))
  }
  for (const { before, after } of moved) {
    const both = toUnits(before === undefined ? [after] : [before, after])
    const years = await yearsOf(database, both.flatMap(codesOf))
    for (const unit of both) for (const year of years) add(unit.profile.parent, year)
  }
  for (const { unit, year } of due.values()) await renewTally(database, unit, year)
}

const toUnits = (rows: readonly UnitRow[]): Unit[] => rows.flatMap(({ id, groups }) => readUnit(id, groups) ?? [])

/** What of a unit says in whose sum its submissions are. */
function placeOf(row: UnitRow | undefined) {
  const unit = row === undefined ? null : readUnit(row.id, row.groups)
  return unit === null ? null : { parent: unit.profile.parent, codes: [...codesOf(unit)] }
}

/** Years of which there are submissions under these codes. */
async function yearsOf(database: Database, codes: readonly string[]): Promise<ReadonlySet<number>> {
  const rows: readonly SummaryRow[] = await database.summaries.where('unit').anyOf(codes).toArray()
  return new Set(rows.map(({ year }) => year))
}
