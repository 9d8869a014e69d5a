import type { CellKey, Form } from '../../../shared/catalogue/forms/form.ts'
import { formatFigure } from '../../../shared/model/report/figure.ts'
import type { FigureOrigin, WorkingReport } from '../../../shared/model/report/working-report.ts'

const origins: Readonly<Record<FigureOrigin, string>> = {
  typed: '手工填写',
  derived: '按台账算出',
  computed: '各项相加得出',
  summed: '各单位相加得出',
  adjusted: '各单位相加后调整',
}

/** How the figure in a cell came about, in the clerk's words, and how a total can be made the clerk's own or not. */
export function originText(form: Form, working: WorkingReport, key: CellKey, readOnly: boolean): string {
  const origin = working.origin.get(key)
  if (origin === undefined) return '未填'
  const derived = working.derived?.cells.get(key)
  if (origin === 'adjusted' && derived !== undefined) return `手工更正，台账是${formatFigure(derived)}`
  if (origin === 'adjusted' && readOnly) return adjustedText(working, key)
  if (readOnly) return origins[origin]
  if (origin === 'computed') return `${origins.computed}，直接输入可以改`
  const isTotal = form.totals.some((total) => total.key === key)
  return origin === 'typed' && isTotal ? `${origins.typed}，按 Delete 恢复各项相加` : origins[origin]
}

/** Of a received report: what the unit, or the desk that sent its sum, said of the figure it changed. */
function adjustedText({ id, overrides }: WorkingReport, key: string): string {
  const reason = overrides?.get(key)
  const what = id.layer === 'own' ? '手工更正' : origins.adjusted
  return reason === undefined ? what : `${what}，原因：${reason}`
}

/** How a figure of the supplement (补充数字) came about; `''` where there is none. */
export function supplementOriginText(working: WorkingReport, key: string): string {
  const origin = working.supplementOrigin?.get(key)
  if (origin === undefined) return ''
  const derived = working.derived?.supplement[key]
  if (origin === 'adjusted' && derived !== undefined) return `手工更正，台账是${formatFigure(derived)}`
  return origin === 'adjusted' ? adjustedText(working, key) : origins[origin]
}
