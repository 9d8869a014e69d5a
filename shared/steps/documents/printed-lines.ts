import type { Cell, Form, GridBox, GridLine, Table } from '../../catalogue/forms/form.ts'
import { formatFigure, readFigure } from '../../model/report/figure.ts'
import type { Report } from '../../model/report/report.ts'
import type { PrintedBox, PrintedLine } from './document.ts'

/** The lines of a table with the figures of a report, as printed. Optional lines without a figure are left out. */
export function printedLines(form: Form, table: Table, report: Report): PrintedLine[] {
  const isEmpty = (line: GridLine): boolean =>
    line.boxes.every((box) => box.kind === 'label' || (report.cells[box.key] ?? null) === null)
  const lines = leaveOut(table.lines, (line) => line.optional && isEmpty(line))
  return lines.map(({ kind, boxes }) => ({ kind, boxes: boxes.map((box) => printedBox(form, report, box)) }))
}

function printedBox(form: Form, report: Report, box: GridBox): PrintedBox {
  if (box.kind === 'label') return box
  const { key, colSpan, rowSpan } = box
  const cell = form.cells.get(key)
  if (cell === undefined) throw new Error(`form ${form.id} has no cell ${key}`)
  return {
    kind: 'figure',
    key,
    text: printedFigure(form, report, cell),
    remark: printedRemark(report, cell),
    colSpan,
    rowSpan,
  }
}

function printedFigure(form: Form, report: Report, cell: Cell): string {
  const value = report.cells[cell.key] ?? null
  const text = formatFigure(value, report.presentation.blank ?? form.definition.blank)
  // An amount without its unit says nothing; where the form's label names the unit, the figure need not.
  const labels = [...cell.rowLabels, ...cell.columnLabels]
  const needsUnit = cell.kind === 'money' && readFigure(cell, value).kind === 'money'
  return needsUnit && !labels.some((label) => label.includes(cell.unit)) ? text + cell.unit : text
}

function printedRemark(report: Report, { key }: Cell): string {
  const remark = (report.remarks[key] ?? '').trim()
  if (remark === '') return ''
  return /^[（(].*[）)]$/.test(remark) ? remark : `（${remark}）`
}

/** Takes lines out of a grid; a label that reached over one gets shorter, one that began in it begins a line later. */
function leaveOut(lines: readonly GridLine[], isOut: (line: GridLine) => boolean): GridLine[] {
  const kept: { line: GridLine; at: number }[] = []
  let carried: GridBox[] = []
  lines.forEach((line, at) => {
    const shortened = line.boxes.map((box) => ({
      ...box,
      rowSpan: box.rowSpan - lines.slice(at, at + box.rowSpan).filter(isOut).length,
    }))
    if (isOut(line)) {
      carried = [...carried, ...shortened.filter((box) => box.kind === 'label' && box.rowSpan > 0)]
      return
    }
    kept.push({ line: { ...line, boxes: [...carried, ...shortened] }, at })
    carried = []
  })
  return kept.map(({ line }) => line)
}
