import type { CellKey, Form } from '../../../shared/forms/form.ts'
import { formatFigure } from '../../../shared/report/figure.ts'
import type { FigureOrigin, WorkingReport } from '../../../shared/report/working-report.ts'

const origins: Readonly<Record<FigureOrigin, string>> = {
  typed: '手工填写',
  derived: '按台账算出',
  computed: '由程序算出',
  summed: '各单位相加得出',
  adjusted: '各单位相加后调整',
}

/** How the figure in a cell came about, in the clerk's words, and how a total can be made the clerk's own or not. */
export function originText(form: Form, working: WorkingReport, key: CellKey, readOnly: boolean): string {
  const origin = working.origin.get(key)
  if (origin === undefined) return '还没有填'
  const derived = working.derived?.cells.get(key)
  if (origin === 'adjusted' && derived !== undefined) return `手工更正，台账是 ${formatFigure(derived)}`
  if (readOnly) return origins[origin]
  if (origin === 'computed') return `${origins.computed}，直接输入可以改`
  const isTotal = form.totals.some((total) => total.key === key)
  return origin === 'typed' && isTotal ? `${origins.typed}，按 Delete 改回由程序算出` : origins[origin]
}
