import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { type ReceivedPackage, readPackage } from '../../../shared/model/package/package-record.ts'
import { compareRevisions } from '../../../shared/model/package/revision-order.ts'
import type { Database, PackageRow } from '../tables/database.ts'

/** Received files of some units for one year, in the order of their revisions, oldest first. */
export async function readPackages(
  database: Database,
  units: readonly string[],
  year: number,
): Promise<ReceivedPackage[]> {
  const keys = units.map((unit) => [unit, year])
  const rows = await database.packages.where('[unit+year]').anyOf(keys).toArray()
  return rows.flatMap((row) => parsedOnce(row, database.known.forms) ?? []).sort(compareRevisions)
}

interface Parsed {
  readonly stamp: string
  readonly content: ReceivedPackage | null
}

/** A received file never changes, and a desk reads hundreds of them again with each one that comes in. */
const parsed = new Map<string, Parsed>()

function parsedOnce({ id, groups }: PackageRow, forms: readonly Form[]): ReceivedPackage | null {
  const stamp = groups.received?.stamp ?? ''
  const known = parsed.get(id)
  if (known?.stamp === stamp) return known.content
  const content = readPackage(id, groups, forms)
  parsed.set(id, { stamp, content })
  return content
}
