import type { Form } from '../catalogue/forms/form.ts'
import type { Report } from '../model/report/report.ts'
import type { Unit } from '../model/unit/unit-record.ts'
import { sampleReport } from './sample-report.ts'
import { sampleUnits } from './sample-units.ts'
import { xiaochang2020 } from './xiaochang-2020-figures.ts'

const nobody = { author: '', reviewer: '', phone: '' }

/** The sample county and its 32 units, all marked as a sample. The PC keeps the county and its first township. */
export function sampleCounty(): { county: Unit; units: Unit[] } {
  const { code, name } = xiaochang2020.unit
  const county: Unit = {
    code,
    profile: { name, level: 'county', parent: null, order: 0, ruleRow: 'not-applicable', sample: true },
    contact: nobody,
    kept: true,
  }
  const units = sampleUnits.map(
    (unit, i): Unit => ({
      code: unit.code,
      profile: {
        name: unit.name,
        level: unit.level,
        parent: code,
        order: i,
        ruleRow: 'not-applicable',
        sample: true,
      },
      contact: nobody,
      kept: i === 0,
    }),
  )
  return { county, units }
}

/**
 * The reports of the county's 32 units, by the unit's code. Together they are the published report of 孝昌县 2020,
 * cell by cell: blank where that is blank, n/a where that is n/a. The county has no figures of its own.
 */
export function sampleReports(forms: readonly Form[]): Map<string, Report> {
  return new Map(sampleUnits.map((unit, i) => [unit.code, sampleReport(unit, i, forms)]))
}
