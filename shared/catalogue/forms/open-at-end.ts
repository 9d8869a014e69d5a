import type { Condition, Form, Measure } from './form.ts'

/** Where a form counts what is open on 31 December, as its clerks read it. */
export interface OpenAtEnd {
  /** The section in short: 依申请公开. */
  readonly section: string
  /** The row, or in a table of one row the column, without its numeral: 结转下年度继续办理. */
  readonly label: string
}

/** Where a form counts the entries of a register that are open at the end of a year; null where it counts them nowhere. */
export function openAtEnd({ derivations, cells, definition }: Form, register: string): OpenAtEnd | null {
  const derivation = derivations.find(({ cell, plus }) => cell !== null && plus.some(isOpen(register)))
  const cell = derivation?.cell ? cells.get(derivation.cell) : undefined
  const section = definition.sections.find(({ id }) => id === cell?.table)
  if (cell === undefined || section === undefined) return null
  const label = cell.rowLabels.at(-1) || cell.columnLabels.at(-1) || ''
  return { section: section.short, label: label.replace(/^[一二三四五六七八九十]+、/, '') }
}

const isOpen =
  (register: string) =>
  (measure: Measure): boolean =>
    'register' in measure && measure.register === register && measure.where.some(isUnended)

const isUnended = (condition: Condition): boolean =>
  'date' in condition && condition.falls === 'by-end' && !condition.holds
