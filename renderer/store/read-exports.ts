import { compareRevisions } from '../../shared/package/revision-order.ts'
import { type ExportedFile, type ExportOf, readExport } from '../../shared/records/export-record.ts'
import type { Database } from './database.ts'

/** Submissions that this PC made for a unit, year and layer, newest first. */
export async function readExports(database: Database, { unit, year, layer }: ExportOf): Promise<ExportedFile[]> {
  const rows = await database.exports.where('[unit+year+layer]').equals([unit, year, layer]).toArray()
  return rows.flatMap(({ groups }) => readExport(groups) ?? []).sort((a, b) => compareRevisions(b, a))
}
