import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { saysSomething } from '../../model/report/is-zero.ts'
import {
  type CellValue,
  narrativeKeys,
  type Presentation,
  type Report,
  titleKeys,
  type UnitName,
} from '../../model/report/report.ts'
import { isSupplementKey, supplementKind } from '../../model/report/report-json.ts'
import { type Adjustment, adjustment, type ReportId } from '../../model/report/report-record.ts'
import { sameFigure } from '../../model/report/same-figure.ts'
import type { DerivedValues, FigureOrigin, WorkingReport } from '../../model/report/working-report.ts'
import { type Groups, groupValue } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'
import { completeTotals } from './complete-totals.ts'

/**
 * A report as it stands: what was typed, else what the registers give (`derived`), and the totals that follow from
 * both. A figure typed over another derived one is `adjusted`; one that says the same is derived. Groups that this form
 * does not know are left alone; they stay in the record.
 */
export function workingReport(
  form: Form,
  id: ReportId,
  unit: UnitName,
  groups: Groups,
  derived: DerivedValues = nothingDerived,
): WorkingReport {
  const given: Record<CellKey, CellValue> = {}
  const origin = new Map<CellKey, FigureOrigin>()
  for (const [key, cell] of form.cells) {
    const typed = figureOf(groups, `cell:${key}`)
    const counted = derived.cells.get(key) ?? null
    const isSame = counted !== null && (typed === null || sameFigure(cell, typed, counted))
    given[key] = isSame ? counted : typed
    if (isSame) origin.set(key, 'derived')
    else if (typed !== null) origin.set(key, counted === null ? 'typed' : 'adjusted')
  }
  const { cells, computed } = completeTotals(form, given)
  for (const key of computed) origin.set(key, 'computed')
  const extra = readSupplement(form, groups, derived)
  const { statements, ...texts } = readTexts(form, groups)
  const report: Report = {
    form: form.id,
    year: id.year,
    unit,
    cells,
    supplement: extra.figures,
    // 本年没有 is no longer true where an entry counts.
    statements: statements.filter((table) => !isContradicted(form, table, derived)),
    ...texts,
  }
  return {
    id,
    report,
    origin,
    supplementOrigin: extra.origin,
    reasons: readReasons(groups),
    adjustments: readAdjustments(form, groups),
    derived,
    overrides: textsBehind(groups, 'override:'),
  }
}

const nothingDerived: DerivedValues = { cells: new Map(), supplement: {} }

/** 补充数字: typed, else derived; one that was typed over another derived one is `adjusted`. */
function readSupplement(
  form: Form,
  groups: Groups,
  derived: DerivedValues,
): { readonly figures: Record<string, CellValue>; readonly origin: ReadonlyMap<string, FigureOrigin> } {
  const typed = valuesUnder(groups, 'supplement:', (key) => isSupplementKey(form, key))
  const figures: Record<string, CellValue> = { ...derived.supplement, ...typed }
  const origin = new Map<string, FigureOrigin>()
  for (const [key, value] of Object.entries(figures)) {
    const counted = derived.supplement[key] ?? null
    if (counted === null) {
      if (value !== null) origin.set(key, 'typed')
    } else if (sameFigure({ kind: supplementKind(form, key) }, value, counted)) {
      figures[key] = counted
      origin.set(key, 'derived')
    } else origin.set(key, 'adjusted')
  }
  return { figures, origin }
}

function isContradicted(form: Form, tableId: string, derived: DerivedValues): boolean {
  const keys = form.tables.find(({ id }) => id === tableId)?.cells ?? []
  return keys.some((key) => saysSomething(derived.cells.get(key) ?? null))
}

/** What a record says beside its figures. */
export function readTexts(
  form: Form,
  groups: Groups,
): Pick<Report, 'statements' | 'remarks' | 'notes' | 'presentation' | 'narrative'> {
  const tables = form.tables.map(({ id }) => id)
  return {
    statements: tables.filter((id) => groupValue(groups, `statement:${id}`) === 'none'),
    remarks: textsUnder([...form.cells.keys()], groups, 'remark:'),
    notes: textsUnder(tables, groups, 'note:'),
    presentation: readPresentation(groups),
    narrative: textsUnder(narrativeKeys, groups, 'narrative:'),
  }
}

/** Why errors are left standing, by finding id. */
export function readReasons(groups: Groups): Map<string, string> {
  return textsBehind(groups, 'reason:')
}

function textsBehind(groups: Groups, prefix: string): Map<string, string> {
  return new Map(
    Object.entries(groups).flatMap(([group, { value }]) =>
      group.startsWith(prefix) && typeof value === 'string' ? [[group.slice(prefix.length), value]] : [],
    ),
  )
}

/** The desk's own changes, by cell, in the order of the form. */
export function readAdjustments(form: Form, groups: Groups): Map<CellKey, Adjustment> {
  const read = new Map<CellKey, Adjustment>()
  for (const key of form.cells.keys()) {
    const parsed = adjustment.safeParse(groupValue(groups, `adjust:${key}`))
    if (parsed.success) read.set(key, parsed.data)
  }
  return read
}

function figureOf(groups: Groups, group: string): CellValue {
  const value = groupValue(groups, group)
  return typeof value === 'number' || typeof value === 'string' ? value : null
}

function valuesUnder(groups: Groups, prefix: string, knows: (key: string) => boolean): Record<string, CellValue> {
  const read: Record<string, CellValue> = {}
  for (const group of Object.keys(groups).sort()) {
    if (!group.startsWith(prefix) || !knows(group.slice(prefix.length))) continue
    const value = figureOf(groups, group)
    if (value !== null) read[group.slice(prefix.length)] = value
  }
  return read
}

function textsUnder(keys: readonly string[], groups: Groups, prefix: string): { [key: string]: string } {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = groupValue(groups, prefix + key)
      return typeof value === 'string' && value !== '' ? [[key, value]] : []
    }),
  )
}

const blanks = z.enum(['', '0', '/'])
const signOffs = z.strictObject({ unit: z.string(), date: z.string() })

function readPresentation(groups: Groups): Presentation {
  const blank = blanks.safeParse(groupValue(groups, 'blank'))
  const signOff = signOffs.safeParse(groupValue(groups, 'signOff'))
  return {
    titles: textsUnder(titleKeys, groups, 'title:'),
    blank: blank.success ? blank.data : null,
    signOff: signOff.success ? signOff.data : null,
  }
}
