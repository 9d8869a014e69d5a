import { columnName, rowName } from '../../catalogue/forms/cell-name.ts'
import type { Form } from '../../catalogue/forms/form.ts'
import { formatFigure } from '../../model/report/figure.ts'
import type { CellValue, Report } from '../../model/report/report.ts'
import { csvText, withoutFormula } from '../../values/csv.ts'

const header = ['form', 'year', 'unit_code', 'unit_name', 'key', 'table', 'row', 'column', 'unit', 'value']

/** One row per cell in the order of the form, UTF-8 with a byte order mark, so that Excel and WPS read the Chinese. */
export function reportCsv(form: Form, report: Report): string {
  const rows = [...form.cells.values()].map((cell) => [
    withoutFormula(report.form),
    String(report.year),
    withoutFormula(report.unit.code),
    withoutFormula(report.unit.name),
    withoutFormula(cell.key),
    withoutFormula(form.tables.find(({ id }) => id === cell.table)?.title ?? cell.table),
    withoutFormula(rowName(form, cell)),
    withoutFormula(columnName(form, cell)),
    withoutFormula(cell.unit),
    figure(report.cells[cell.key] ?? null),
  ])
  return csvText([header, ...rows])
}

/** Figures, negative ones too, and `--` are harmless; only what somebody typed wrong could be a formula. */
function figure(value: CellValue): string {
  const shown = formatFigure(value)
  return typeof value === 'number' || shown === '--' || /^-?\d+(\.\d+)?$/.test(shown) ? shown : withoutFormula(shown)
}
