import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { type DeskChild, deskChildren } from '../../../shared/model/desk/desk-children.ts'
import type { Choice } from '../../../shared/model/package/piles.ts'
import type { ReceivedPackage } from '../../../shared/model/package/received-package.ts'
import { reportRecordId } from '../../../shared/model/report/report-record.ts'
import type { DerivedValues, WorkingReport } from '../../../shared/model/report/working-report.ts'
import { codesOf, type Unit } from '../../../shared/model/unit/unit-record.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import { type DeskReport, deskReport } from '../../../shared/steps/aggregate/desk-report.ts'
import { workingReport } from '../../../shared/steps/aggregate/read-working-report.ts'
import { readDerived } from '../derived/read-derived.ts'
import type { Database } from '../tables/database.ts'
import { readGroups } from '../tables/read-groups.ts'
import { readChoices, readPackages } from '../tables/read-packages.ts'
import { readChildren, readOneUnit } from '../tables/read-units.ts'

/** What a desk has before it: who has sent what, its own figures, and the sum of all. */
export interface Desk {
  readonly unit: Unit
  readonly children: readonly DeskChild[]
  readonly own: WorkingReport
  readonly total: WorkingReport
  /** Figures of the units that could not be added, and whose they are; those sums are empty. */
  readonly unreadable: DeskReport['unreadable']
}

/** What a desk is made of. */
export interface DeskParts {
  readonly unit: Unit
  readonly units: readonly Unit[]
  readonly packages: readonly ReceivedPackage[]
  readonly choices: ReadonlyMap<string, Choice>
  readonly own: Groups
  /** What the desk's own registers give. */
  readonly derived: DerivedValues
  readonly total: Groups
}

/** Sums a desk up. */
export function toDesk(
  form: Form,
  year: number,
  { unit, units, packages, choices, own, derived, total }: DeskParts,
): Desk {
  const name = { code: unit.code, name: unit.profile.name }
  const children = deskChildren(form, year, units, packages, choices)
  const ownReport = workingReport(form, { unit: unit.code, year, layer: 'own' }, name, own, derived)
  const parts = [...children.flatMap(({ current }) => current?.report ?? []), ownReport.report]
  const sum = deskReport(form, { unit: unit.code, year, layer: 'total' }, name, total, parts)
  return { unit, children, own: ownReport, total: sum.working, unreadable: sum.unreadable }
}

/** The desk as the store has it now; null where there is no such unit. */
export async function readDesk(database: Database, unit: string, year: number, form: Form): Promise<Desk | null> {
  const derived = await readDerived(database, unit, year, form)
  return database.transaction('r', [database.units, database.packages, database.desks, database.reports], async () => {
    const found = await readOneUnit(database, unit)
    if (found === null) return null
    const units = await readChildren(database, unit)
    const codes = units.flatMap(codesOf)
    const packages = await readPackages(database, codes, year)
    const choices = await readChoices(database, year)
    const own = await readGroups(database, 'report', reportRecordId({ unit, year, layer: 'own' }))
    const total = await readGroups(database, 'report', reportRecordId({ unit, year, layer: 'total' }))
    return toDesk(form, year, { unit: found, units, packages, choices, own, derived, total })
  })
}
