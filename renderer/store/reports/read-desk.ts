import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { type DeskChild, deskChildren } from '../../../shared/model/desk/desk-children.ts'
import { reportRecordId } from '../../../shared/model/report/report-record.ts'
import type { DerivedValues, WorkingReport } from '../../../shared/model/report/working-report.ts'
import type { Unit } from '../../../shared/model/unit/unit-record.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import { type DeskReport, deskReport } from '../../../shared/steps/aggregate/desk-report.ts'
import { workingReport } from '../../../shared/steps/aggregate/read-working-report.ts'
import type { Tally } from '../../../shared/steps/aggregate/tally.ts'
import { readDerived } from '../derived/read-derived.ts'
import { readTally } from '../derived/tallies.ts'
import type { Database } from '../tables/database.ts'
import { readGroups } from '../tables/read-groups.ts'
import { readChoices, readSummaries } from '../tables/read-packages.ts'
import { readChildren, readOneUnit } from '../tables/read-units.ts'

/** What a desk has before it: who has sent what, its own figures, and the sum of all. */
export interface Desk extends DeskSum {
  readonly unit: Unit
  readonly children: readonly DeskChild[]
}

/** What the sum of a desk is made of. */
export interface DeskSum {
  /** What counts of the units below. */
  readonly sent: Tally
  readonly own: WorkingReport
  readonly total: WorkingReport
  /** Figures of the units that could not be added, and whose they are; those sums are empty. */
  readonly unreadable: DeskReport['unreadable']
}

export interface SumParts {
  readonly unit: Unit
  /** What counts of the units below. */
  readonly sent: Tally
  readonly own: Groups
  /** What the desk's own registers give. */
  readonly derived: DerivedValues
  readonly total: Groups
}

/** Sums a desk up. */
export function sumUp(form: Form, year: number, { unit, sent, own, derived, total }: SumParts): DeskSum {
  const name = { code: unit.code, name: unit.profile.name }
  const ownReport = workingReport(form, { unit: unit.code, year, layer: 'own' }, name, own, derived)
  const sum = deskReport(form, { unit: unit.code, year, layer: 'total' }, name, total, sent, ownReport.report)
  return { sent, own: ownReport, total: sum.working, unreadable: sum.unreadable }
}

/** The desk as the store has it now; null where there is no such unit. */
export async function readDesk(database: Database, code: string, year: number, form: Form): Promise<Desk | null> {
  const derived = await readDerived(database, code, year, form)
  const unit = await readOneUnit(database, code)
  if (unit === null) return null
  const children = await readDeskChildren(database, code, year, form)
  const sent = await readTally(database, code, year, form)
  const own = await readGroups(database, 'report', reportRecordId({ unit: code, year, layer: 'own' }))
  const total = await readGroups(database, 'report', reportRecordId({ unit: code, year, layer: 'total' }))
  return { unit, children, ...sumUp(form, year, { unit, sent, own, derived, total }) }
}

/** Who has sent what. */
export async function readDeskChildren(
  database: Database,
  unit: string,
  year: number,
  form: Form,
): Promise<readonly DeskChild[]> {
  const units = await readChildren(database, unit)
  return deskChildren(form, year, units, await readSummaries(database, year), await readChoices(database, year))
}
