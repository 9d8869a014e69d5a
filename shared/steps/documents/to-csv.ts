import { columnName, rowName } from '../../catalogue/forms/cell-name.ts'
import type { Form } from '../../catalogue/forms/form.ts'
import { formatFigure } from '../../model/report/figure.ts'
import type { CellValue, Report } from '../../model/report/report.ts'

const header = ['form', 'year', 'unit_code', 'unit_name', 'key', 'table', 'row', 'column', 'unit', 'value']

/** One row per cell in the order of the form, UTF-8 with a byte order mark, so that Excel and WPS read the Chinese. */
export function reportCsv(form: Form, report: Report): string {
  const rows = [...form.cells.values()].map((cell) => [
    text(report.form),
    String(report.year),
    text(report.unit.code),
    text(report.unit.name),
    text(cell.key),
    text(form.tables.find(({ id }) => id === cell.table)?.title ?? cell.table),
    text(rowName(form, cell)),
    text(columnName(form, cell)),
    text(cell.unit),
    figure(report.cells[cell.key] ?? null),
  ])
  return `\uFEFF${[header, ...rows].map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`
}

/** A text that a spreadsheet would run as a formula gets an apostrophe in front, as Excel writes it itself. */
const text = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)

/** Figures, negative ones too, and `--` are harmless; only what somebody typed wrong could be a formula. */
function figure(value: CellValue): string {
  const shown = formatFigure(value)
  return typeof value === 'number' || shown === '--' || /^-?\d+(\.\d+)?$/.test(shown) ? shown : text(shown)
}

const quote = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
