import type { Cell, CellKey, Form } from './form.ts'

/** Between a heading and what it is over, where both are said: 无法提供：本机关不掌握相关政府信息. */
export const HEADING_ENDS = '：'

/** What the form calls the table that a cell stands in, in short: 表三. */
export function tableNameOf(form: Form, cell: Cell): string {
  return form.tables.find(({ id }) => id === cell.table)?.name ?? cell.table
}

/**
 * A row or column as the form prints it: without the heading over all of them (三、本年度办理结果), with the group
 * that tells it from another of the same name (行政复议：结果维持).
 */
function shortName(cell: Cell, all: Iterable<Cell>, labels: (cell: Cell) => readonly string[], key: 'row' | 'column') {
  const own = labels(cell)
  const others = [...all].filter((other) => other.table === cell.table && other[key] !== cell[key]).map(labels)
  const isUnique = (name: readonly string[]): boolean =>
    others.every((other) => other.slice(-name.length).join(' ') !== name.join(' '))
  const short = own.slice(own.length > 1 ? 1 : 0)
  return (isUnique(short) ? short : own).join(HEADING_ENDS)
}

/** The row's label; empty in a table of one row. */
export function rowName(form: Form, cell: Cell): string {
  return shortName(cell, form.cells.values(), (other) => other.rowLabels, 'row')
}

export function columnName(form: Form, cell: Cell): string {
  return shortName(cell, form.cells.values(), (other) => other.columnLabels, 'column')
}

/** “（一）予以公开”的“自然人”, without the table. */
export function placeName(form: Form, cell: Cell): string {
  const row = rowName(form, cell)
  return row === '' ? `“${columnName(form, cell)}”` : `“${row}”的“${columnName(form, cell)}”`
}

/** 表三“（一）予以公开”的“自然人”. */
export function cellName(form: Form, key: CellKey): string {
  const cell = form.cells.get(key)
  return cell === undefined ? key : `${tableNameOf(form, cell)}${placeName(form, cell)}`
}

/** The label of a supplement figure: the form's, or the id that a county gave its question. */
export function supplementName(form: Form, key: string): string {
  return form.definition.supplement.find((figure) => figure.key === key)?.label ?? key.replace(/^question\./, '')
}
