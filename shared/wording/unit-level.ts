import type { UnitLevel } from '../model/unit/unit-record.ts'

/** Names of the levels as clerks say them. */
export const unitLevelNames: Record<UnitLevel, string> = {
  province: '省（区、市）',
  city: '市（州）',
  county: '县（市、区）',
  department: '部门',
  township: '乡镇（街道）',
  village: '村（社区）',
}
