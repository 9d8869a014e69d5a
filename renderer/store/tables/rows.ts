import type { HolidayCalendar } from '../../../shared/calendar/holiday-year.ts'
import { registerById } from '../../../shared/catalogue/catalogue.ts'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { entryFlaws } from '../../../shared/model/entry/entry-flaws.ts'
import { readEntry } from '../../../shared/model/entry/entry-record.ts'
import { readGone } from '../../../shared/model/entry/erased.ts'
import type { Layer } from '../../../shared/model/report/report.ts'
import { type Groups, groupValue } from '../../../shared/record/groups.ts'
import { splitRecordId } from '../../../shared/record/record-id.ts'
import { entryFacts } from '../../../shared/steps/derive/entry-facts.ts'
import { z } from '../../../shared/values/parse.ts'
import type {
  CatalogueRow,
  DeskRow,
  EntryRow,
  ExportRow,
  FinalRow,
  PackageRow,
  ReportRow,
  RunRow,
  UnitRow,
} from './database.ts'

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

export function deskRow(id: string, groups: Groups): DeskRow {
  return reportRow(id, groups)
}

export function runRow(id: string, groups: Groups): RunRow {
  const [unit = ''] = splitRecordId(id, 2)
  return { id, unit, groups }
}

export const catalogueRow = (id: string, groups: Groups): CatalogueRow => ({ id, groups })

/** `calendarOf`: the days off of a unit. */
export function entryRow(
  id: string,
  groups: Groups,
  registers: readonly RegisterDefinition[],
  calendarOf: (unit: string) => HolidayCalendar,
): EntryRow {
  const entry = readEntry(id, groups)
  if (entry === null) return goneRow(id, groups)
  const { unit, register: registerId } = entry.id
  const binned = entry.binned === null ? 0 : 1
  const register = registerById(registers, registerId)
  // Of a newer program: kept, listed, counted nowhere.
  if (register === null) return { id, unit, register: registerId, day: '', binned, facts: null, groups }

  const flaws = entryFlaws(register, entry)
  const facts = entryFacts(register, entry, calendarOf(unit), flaws)
  const dated = register.fields.find(({ kind }) => kind === 'date' || kind === 'month')
  const day = dated === undefined || flaws.has(dated.key) ? '' : entry.fields[dated.key]
  const numbered = register.fields.find(({ numberedBy }) => numberedBy !== undefined)
  const serial = numbered === undefined ? null : serialOf(entry.fields[numbered.key])
  return {
    id,
    unit,
    register: registerId,
    day: typeof day === 'string' ? day : '',
    binned,
    ...(binned === 0 && endsSometime.includes(registerId) && (facts?.concluded ?? null) === null ? { open: 1 } : {}),
    ...(binned === 0 && flaws.size > 0 ? { flawed: 1 } : {}),
    ...(serial === null ? {} : { serial }),
    facts,
    groups,
  }
}

/** Nothing stands: in no list. The number of an erased entry is still taken; what was only taken back has its keys. */
function goneRow(id: string, groups: Groups): EntryRow {
  const nothing = { id, unit: '', register: '', day: '', facts: null, groups }
  const erased = readGone(groups)
  const serial = serialOf(erased?.number)
  const isUndone = erased === null && groups.personal !== undefined
  if (serial === null && !isUndone) return nothing
  const [unit = '', register = ''] = splitRecordId(id, 3)
  return { ...nothing, unit, register, ...(serial === null ? { undone: 1 } : { serial }) }
}

const endsSometime: readonly string[] = ['requests', 'disputes']

/** `2026-012` as text that sorts by its number; null for numbers of another shape. */
function serialOf(number: unknown): string | null {
  const match = typeof number === 'string' ? /^(\d{4})-(\d{1,9})$/.exec(number) : null
  return match === null ? null : `${match[1]}-${(match[2] ?? '').padStart(9, '0')}`
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
