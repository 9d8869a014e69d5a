import { Dexie } from 'dexie'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { readFinal } from '../../../shared/model/desk/final-record.ts'
import {
  type ExportedFile,
  type ExportOf,
  readExport,
  readExportedReport,
} from '../../../shared/model/package/export-record.ts'
import { compareMade } from '../../../shared/model/package/made-order.ts'
import type { Layer, Report } from '../../../shared/model/report/report.ts'
import type { Database, ExportRow } from './database.ts'

/** Submissions that this PC made for a unit, year and layer, newest first. */
export async function readExports(database: Database, { unit, year, layer }: ExportOf): Promise<ExportedFile[]> {
  const rows = await database.exports.where('[unit+year+layer]').equals([unit, year, layer]).toArray()
  return rows.flatMap(({ groups }) => readExport(groups) ?? []).sort(newestFirst)
}

/** By their number, which counts on however the clock went. */
function newestFirst(a: ExportedFile, b: ExportedFile): number {
  return b.revision - a.revision || compareMade(b, a)
}

/** The report of a year as this PC last sent it, or as the desk finalised it. */
export interface SubmittedReport {
  readonly year: number
  readonly report: Report
}

/** What the newest export of these holds; null where there is none, or an older version did not keep what went out. */
function newestReport(rows: readonly ExportRow[], forms: readonly Form[]): Report | null {
  const files = rows.flatMap(({ groups }) => {
    const file = readExport(groups)
    return file === null ? [] : [{ file, groups }]
  })
  const [newest] = files.sort((a, b) => newestFirst(a.file, b.file))
  return newest === undefined ? null : readExportedReport(newest.groups, forms)
}

/** A unit's own report of a year as it was last sent; null where that is not known. */
export async function readSubmittedReport(database: Database, unit: string, year: number): Promise<Report | null> {
  const rows = await database.exports.where('[unit+year+layer]').equals([unit, year, 'own']).toArray()
  return newestReport(rows, database.known.forms)
}

/** Every year of a unit that was sent (layer `own`) or finalised (`total`), oldest first. */
export async function readSubmittedReports(
  database: Database,
  unit: string,
  layer: Layer,
): Promise<readonly SubmittedReport[]> {
  if (layer === 'total') {
    const finals = await database.finals.where('unit').equals(unit).toArray()
    return finals
      .flatMap(({ year, groups }) => {
        const final = readFinal(groups, database.known.forms)
        return final === null ? [] : [{ year, report: final.report }]
      })
      .sort((a, b) => a.year - b.year)
  }
  const rows = await database.exports
    .where('[unit+year+layer]')
    .between([unit, Dexie.minKey, Dexie.minKey], [unit, Dexie.maxKey, Dexie.maxKey])
    .toArray()
  const byYear = Map.groupBy(
    rows.filter((row) => row.layer === layer),
    ({ year }) => year,
  )
  return [...byYear]
    .flatMap(([year, ofYear]) => {
      const report = newestReport(ofYear, database.known.forms)
      return report === null ? [] : [{ year, report }]
    })
    .sort((a, b) => a.year - b.year)
}
