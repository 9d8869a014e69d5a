import type { CellKey, Form } from '../catalogue/forms/form.ts'
import type { Change } from '../journal/frame.ts'
import { setGroup } from '../journal/set-group.ts'
import { saysSomething } from '../model/report/is-zero.ts'
import { type CellValue, NOT_APPLICABLE } from '../model/report/report.ts'
import { supplementKind } from '../model/report/report-json.ts'
import { type ReportId, reportRecordId } from '../model/report/report-record.ts'
import { sameFigure } from '../model/report/same-figure.ts'
import type { DerivedValues } from '../model/report/working-report.ts'
import type { RuleRow } from '../model/unit/unit-record.ts'
import { type Groups, groupValue } from '../record/groups.ts'
import { completeTotals } from '../steps/aggregate/complete-totals.ts'

/** One figure as it was typed or pasted, already read (see shared/model/report/figure.ts); null empties the cell. */
export interface FigureEdit<Key extends string = CellKey> {
  readonly key: Key
  readonly value: CellValue
}

function typedValue(groups: Groups, key: CellKey): CellValue {
  const value = groupValue(groups, `cell:${key}`)
  return typeof value === 'number' || typeof value === 'string' ? value : null
}

/**
 * Typing, pasting or emptying cells: one action, however many cells. A figure other than 0 takes the table's
 * statement (全表为0) back in the same action. A total that says what its parts say (a table pasted with its totals)
 * is not stored, so that it goes on following them; nor is a figure that says what the registers say (`derived`). With
 * a typed figure its reason goes. Where a cell is named twice, the last one counts.
 */
export function cellEdits(
  form: Form,
  id: ReportId,
  groups: Groups,
  edits: readonly FigureEdit[],
  derived?: DerivedValues,
): Change[] {
  const record = reportRecordId(id)
  const last = new Map(edits.map(({ key, value }) => [key, value]))
  const stored = withoutFollowingTotals(form, groups, withoutDerived(form, last, derived), derived)
  const cells = [...stored].flatMap(([key, value]) => [
    ...setGroup('report', record, groups, `cell:${key}`, value),
    ...(value === null ? setGroup('report', record, groups, `override:${key}`, null) : []),
  ])
  const contradicted = form.tables.filter((table) =>
    table.cells.some((key) => last.has(key) && saysSomething(last.get(key) ?? null)),
  )
  return [
    ...cells,
    ...contradicted.flatMap((table) => setGroup('report', record, groups, `statement:${table.id}`, null)),
  ]
}

/** The edits, with null for each figure that the registers give anyway. */
function withoutDerived(
  form: Form,
  edits: ReadonlyMap<CellKey, CellValue>,
  derived: DerivedValues | undefined,
): ReadonlyMap<CellKey, CellValue> {
  return new Map(
    [...edits].map(([key, value]) => {
      const cell = form.cells.get(key)
      const counted = derived?.cells.get(key) ?? null
      return [key, cell !== undefined && counted !== null && sameFigure(cell, value, counted) ? null : value]
    }),
  )
}

/** The edits, with null for each total that its parts give anyway. */
function withoutFollowingTotals(
  form: Form,
  groups: Groups,
  edits: ReadonlyMap<CellKey, CellValue>,
  derived: DerivedValues | undefined,
): ReadonlyMap<CellKey, CellValue> {
  const stored = new Map(edits)
  const cells: Record<CellKey, CellValue> = {}
  for (const key of form.cells.keys()) {
    const typed = edits.has(key) ? (edits.get(key) ?? null) : typedValue(groups, key)
    cells[key] = typed ?? derived?.cells.get(key) ?? null
  }
  // Inner totals stand first, so that an outer one is compared with what it will really be made of.
  for (const { key } of form.totals) {
    const value = edits.get(key) ?? null
    if (value === null || completeTotals(form, { ...cells, [key]: null }).cells[key] !== value) continue
    cells[key] = null
    stored.set(key, null)
  }
  return stored
}

/**
 * 本年没有（全表为0）: writes 0 into every empty cell of the table and records the statement. `n/a` stays; totals are
 * left to be computed. An empty cell of a row that may not apply becomes `n/a` where the unit's setting says so.
 * A table that holds a figure other than 0, typed or derived, gets its zeros but no statement. A derived cell is not
 * empty.
 */
export function stateZero(
  form: Form,
  id: ReportId,
  groups: Groups,
  tableId: string,
  ruleRow: RuleRow,
  derived?: DerivedValues,
): Change[] {
  const table = form.tables.find((one) => one.id === tableId)
  if (table === undefined) return []
  const record = reportRecordId(id)
  const totals = new Set(form.totals.map(({ key }) => key))
  const counted = (key: CellKey): CellValue => derived?.cells.get(key) ?? null
  const zeros = table.cells.flatMap((key) => {
    const cell = form.cells.get(key)
    if (cell === undefined || totals.has(key) || (typedValue(groups, key) ?? counted(key)) !== null) return []
    const zero = cell.kind === 'money' ? '0' : 0
    const value = cell.mayNotApply && ruleRow === 'not-applicable' ? NOT_APPLICABLE : zero
    return setGroup('report', record, groups, `cell:${key}`, value)
  })
  const contradicted = table.cells.some((key) => saysSomething(typedValue(groups, key) ?? counted(key)))
  const statement = setGroup('report', record, groups, `statement:${tableId}`, contradicted ? null : 'none')
  return [...zeros, ...statement]
}

/** Takes 全表为0 back and leaves the figures as they are. */
export function withdrawStatement(id: ReportId, groups: Groups, tableId: string): Change[] {
  return setGroup('report', reportRecordId(id), groups, `statement:${tableId}`, null)
}

/**
 * Figures that the text asks for and the tables don't; null goes back to what the registers give, and so does a figure
 * that says the same as they do (`given`). With a typed figure its reason goes.
 */
export function supplementEdits(
  id: ReportId,
  groups: Groups,
  edits: readonly FigureEdit<string>[],
  given?: { readonly form: Form; readonly derived: DerivedValues | undefined },
): Change[] {
  const record = reportRecordId(id)
  const last = new Map(edits.map(({ key, value }) => [key, value]))
  return [...last].flatMap(([key, value]) => {
    const counted = given?.derived?.supplement[key] ?? null
    const isSame =
      given !== undefined && counted !== null && sameFigure({ kind: supplementKind(given.form, key) }, value, counted)
    const stored = isSame ? null : value
    return [
      ...setGroup('report', record, groups, `supplement:${key}`, stored),
      ...(stored === null ? setGroup('report', record, groups, `override:${key}`, null) : []),
    ]
  })
}
