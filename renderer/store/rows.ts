import { z } from '../../shared/parse.ts'
import { type Groups, groupValue } from '../../shared/records/record.ts'
import { splitRecordId } from '../../shared/records/record-id.ts'
import type { Layer } from '../../shared/report/report.ts'
import type { EntryRow, ExportRow, FinalRow, PackageRow, ReportRow, UnitRow } from './database.ts'

/** Rows are made from records: what a row is found by is read from its id, or from its value where the id is a hash. */
export function unitRow(id: string, groups: Groups): UnitRow {
  const profile = z.looseObject({ parent: z.string() }).safeParse(groupValue(groups, 'profile'))
  return { id, parent: profile.success ? profile.data.parent : '', groups }
}

export function reportRow(id: string, groups: Groups): ReportRow {
  const [unit = '', year, layer] = splitRecordId(id, 3)
  return { id, unit, year: Number(year), layer: toLayer(layer), groups }
}

export function finalRow(id: string, groups: Groups): FinalRow {
  const [unit = '', year] = splitRecordId(id, 2)
  return { id, unit, year: Number(year), groups }
}

export function exportRow(id: string, groups: Groups): ExportRow {
  const [unit = '', year, layer] = splitRecordId(id, 4)
  return { id, unit, year: Number(year), layer: toLayer(layer), groups }
}

export function entryRow(id: string, groups: Groups): EntryRow {
  const [unit = '', register = ''] = splitRecordId(id, 3)
  return { id, unit, register, groups }
}

const packagePlace = z.looseObject({
  unit: z.looseObject({ code: z.string() }),
  year: z.number(),
  layer: z.enum(['own', 'total']),
})

/** A package that was taken out keeps its row, found by nothing. */
export function packageRow(id: string, groups: Groups): PackageRow {
  const place = packagePlace.safeParse(groupValue(groups, 'received'))
  if (!place.success) return { id, unit: '', year: 0, layer: 'own', groups }
  return { id, unit: place.data.unit.code, year: place.data.year, layer: place.data.layer, groups }
}

function toLayer(text: string | undefined): Layer {
  return text === 'total' ? 'total' : 'own'
}
