import type { Form } from '../../catalogue/forms/form.ts'
import type { Finding } from '../../model/report/finding.ts'
import { narrativeKeys, type Report } from '../../model/report/report.ts'
import type { FormedReport } from './check-equations.ts'
import { severityOf } from './named-rule.ts'
import { similarity } from './similarity.ts'

/** Shorter texts are alike without anybody having copied: 无, or one sentence that is true every year. */
const MIN_COMPARED = 50

/**
 * From here on a text hardly differs: less than about one sentence in twenty is new. Reports written afresh about the
 * same work stay far below, copies with new figures and a changed word lie above.
 */
const HARDLY_DIFFERS = 0.95

/** The text without what changes by itself from year to year, or only in looks: figures and white space. */
const essence = (text: string): string => text.normalize('NFKC').replace(/[\s\d]/gu, '')

/** Rule `same-as-last-year` over the text sections; the preface is the same every year by its nature. */
export function compareTexts(form: Form, report: Report, last: FormedReport): Finding[] {
  const severity = severityOf(form, 'same-as-last-year')
  if (severity === null) return []
  return narrativeKeys
    .filter((key) => {
      const now = essence(report.narrative[key] ?? '')
      const before = essence(last.report.narrative[key] ?? '')
      const isLong = now.length >= MIN_COMPARED && before.length >= MIN_COMPARED
      return key !== 'preface' && isLong && similarity(now, before) >= HARDLY_DIFFERS
    })
    .map((key) => ({
      rule: 'same-as-last-year',
      severity,
      place: { kind: 'section', section: key },
      cells: [],
      expected: null,
      actual: null,
    }))
}
