import { cellName, supplementName } from '../catalogue/forms/cell-name.ts'
import type { Form } from '../catalogue/forms/form.ts'
import { formatFigure } from '../model/report/figure.ts'
import type { CellValue, Layer } from '../model/report/report.ts'
import type { SubmittedChange, SubmittedChanges } from '../steps/check/submitted-changes.ts'

/** What was fixed: a unit's figures by sending them, a desk's by 定稿. */
export const submittedWord: Readonly<Record<Layer, string>> = { own: '报送', total: '定稿' }

/** What brings a change to those who have the earlier report. */
export const againWord: Readonly<Record<Layer, string>> = { own: '重新报送', total: '再次定稿' }

const said = (value: CellValue): string => (value === null ? '空白' : formatFigure(value))

/** 表三“…”的“自然人”：已报送3，现在4 */
export function submittedChangeText(form: Form, layer: Layer, { key, submitted, now }: SubmittedChange): string {
  const cell = form.key(key)
  const name = cell === null ? supplementName(form, key) : cellName(form, cell)
  return `${name}：已${submittedWord[layer]}${said(submitted)}，现在${said(now)}`
}

/** The changed figures in the order of the form, without the sums that follow from them. */
export function shownChanges({ cells, following, supplement }: SubmittedChanges): SubmittedChange[] {
  return [...cells.filter(({ key }) => !following.has(key)), ...supplement]
}

/** One line: how many figures of a submitted year changed, the first of them, and what can be done. */
export function submittedChangesMessage(form: Form, year: number, layer: Layer, changes: SubmittedChanges): string {
  const word = submittedWord[layer]
  const shown = shownChanges(changes)
  const [first] = shown
  if (first === undefined) {
    return `${year}年度${word}以后改过文字：${changedSections(form, changes)}。要使修改后的文字生效，请${againWord[layer]}。`
  }
  return `${year}年度${word}后有${shown.length}个数变动：${submittedChangeText(form, layer, first)}${shown.length === 1 ? '' : '等'}。请${againWord[layer]}，或保留已${word}的数。`
}

/** The sections whose words changed, as the form numbers them. */
export function changedSections(form: Form, { texts }: SubmittedChanges): string {
  return texts
    .map((id) => {
      const section = form.definition.sections.find((one) => one.id === id)
      return section === undefined ? '前言' : `${section.numeral}、${section.title}`
    })
    .join('；')
}
