import type { UnitLevel } from '../../model/unit/unit-record.ts'

const byLaw: Readonly<Record<UnitLevel, '01-31' | '03-31' | null>> = {
  province: '03-31',
  city: '03-31',
  county: '03-31',
  department: '01-31',
  township: null,
  village: null,
}

/**
 * The last day by which the report of `year` must be out (Regulation on Open Government Information, art. 49): departments
 * 31 January of the next year, governments at county level and above 31 March. Null for townships and villages: the
 * article does not name them, the notice of the unit above does (see report-days.ts).
 */
export function statutoryDeadline(level: UnitLevel, year: number): string | null {
  const day = byLaw[level]
  return day === null ? null : `${year + 1}-${day}`
}
