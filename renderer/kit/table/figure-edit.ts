import type { CellKey, Form } from '../../../shared/catalogue/forms/form.ts'
import { readTyped, withoutUnit } from '../../../shared/model/report/read-typed.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import type { CellEdit } from './table-props.ts'

/**
 * What a text in a cell changes, or null if nothing. A total that somebody types goes out even where it equals the computed
 * one (`cellEdits` sees whether it is stored); an empty text leaves a computed total computed.
 */
export function editOf(form: Form, working: WorkingReport, key: CellKey, text: string): CellEdit | null {
  const cell = form.cells.get(key)
  if (cell === undefined) return null
  const value = readTyped(cell, withoutUnit(text, cell.unit ?? ''))
  const origin = working.origin.get(key)
  if (origin === 'computed') return value === null ? null : { key, value }
  // What the registers give can be typed over, not emptied.
  if (origin === 'derived' && value === null) return null
  return value === (working.report.cells[key] ?? null) ? null : { key, value }
}
