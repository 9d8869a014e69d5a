import type { Form } from '../../catalogue/forms/form.ts'
import type { Report, UnitName } from '../../model/report/report.ts'
import { type Aggregate, sumOfTally } from './sum-of-tally.ts'
import { changeTally, emptyTally, type TallyChange } from './tally.ts'

export interface AggregateOptions extends Pick<TallyChange, 'sources'> {
  /** Whose report the sum is. */
  readonly unit: UnitName
  readonly year: number
}

/**
 * Adds the figures of reports of one form and year, cell by cell and as submitted, totals too, so that a unit's wrong
 * total is seen in the sum and not mended in passing. Empty + empty = empty, n/a + n/a = n/a, n/a + x = x. The order of
 * the reports does not matter.
 * Throws on a report of another form or year: the caller has sorted those out and said so.
 */
export function aggregate(form: Form, reports: readonly Report[], options: AggregateOptions): Aggregate {
  const { unit, year, ...sources } = options
  const stranger = reports.find((report) => report.form !== form.id || report.year !== year)
  if (stranger !== undefined) throw new Error(`cannot add a report of form ${stranger.form} for ${stranger.year}`)
  return sumOfTally(form, changeTally(form, emptyTally, { added: reports, ...sources }), year, unit)
}
