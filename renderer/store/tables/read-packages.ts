import { readChoice } from '../../../shared/model/desk/choice-record.ts'
import { compareMade } from '../../../shared/model/package/made-order.ts'
import { readPackage } from '../../../shared/model/package/package-record.ts'
import type { Choice } from '../../../shared/model/package/piles.ts'
import type { ReceivedPackage } from '../../../shared/model/package/received-package.ts'
import type { Database, PackageRow } from './database.ts'

/** Received submissions of some units for one year, in the order in which they were made. */
export async function readPackages(
  database: Database,
  units: readonly string[],
  year: number,
): Promise<ReceivedPackage[]> {
  const keys = units.map((unit) => [unit, year])
  const rows = await database.packages.where('[unit+year]').anyOf(keys).toArray()
  return rows.flatMap((row) => parsedOnce(row) ?? []).sort(compareMade)
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

interface Parsed {
  readonly stamp: string
  readonly content: ReceivedPackage | null
}

/** A received file never changes, and a desk reads hundreds of them again with each one that comes in. */
const parsed = new Map<string, Parsed>()

function parsedOnce({ id, groups }: PackageRow): ReceivedPackage | null {
  const stamp = groups.received?.stamp ?? ''
  const known = parsed.get(id)
  if (known?.stamp === stamp) return known.content
  const content = readPackage(id, groups)
  parsed.set(id, { stamp, content })
  return content
}
