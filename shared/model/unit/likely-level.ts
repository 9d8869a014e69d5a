import type { UnitLevel } from './unit-record.ts'

const township = /(乡|镇|街道|办事处)(人民政府)?$/
const village = /(村|社区)(村民委员会|居民委员会|村委会|居委会)?$/
const area = /(县|市|区|旗|州|盟)(人民政府)?$/

/** The level of a unit below one of level `above`, as far as the ending of its name says it; else a department. */
export function likelyLevel(name: string, above: UnitLevel = 'county'): UnitLevel {
  if (township.test(name)) return 'township'
  if (village.test(name)) return 'village'
  if (!area.test(name)) return 'department'
  if (above === 'province') return 'city'
  return above === 'city' ? 'county' : 'department'
}
