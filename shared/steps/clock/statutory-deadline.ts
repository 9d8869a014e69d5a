import type { UnitLevel } from '../../model/unit/unit-record.ts'

/**
 * The last day by which the report of `year` must be out (Regulation on Open Government Information, art. 49):
 * departments 31 January of the next year, governments at county level and above 31 March. Townships are not named
 * there; in practice they follow the county's notice, usually 31 January. Local notices set earlier days.
 */
export function statutoryDeadline(level: UnitLevel, year: number): string {
  const own = level === 'department' || level === 'township' || level === 'village'
  return `${year + 1}-${own ? '01-31' : '03-31'}`
}
