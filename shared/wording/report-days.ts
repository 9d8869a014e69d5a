import { chineseDate } from '../calendar/chinese-date.ts'
import { daysUntil } from '../calendar/days-until.ts'
import type { UnitLevel } from '../model/unit/unit-record.ts'
import { statutoryDeadline } from '../steps/clock/statutory-deadline.ts'
import { unitLevelNames } from './unit-level.ts'

/** By when the report of a year must be out: what the unit above wants (`noted`), and what the Regulation says (art. 49). */
export function reportDeadlineText(level: UnitLevel, year: number, noted: string | null, today: string): string {
  return [...notedText(noted, today), ...lawText(level, year, noted, today)].join('')
}

function notedText(noted: string | null, today: string): string[] {
  if (noted === null) return []
  return noted < today
    ? [`上级要求的报送日期是${chineseDate(noted)}，已过期限，请尽快报送。`]
    : [`上级要求最迟于${chineseDate(noted)}报送，还有${daysUntil(today, noted)}天。`]
}

function lawText(level: UnitLevel, year: number, noted: string | null, today: string): string[] {
  const last = statutoryDeadline(level, year)
  if (last === null) {
    if (noted !== null) return []
    return [`《条例》没有规定${unitLevelNames[level]}报送的日期，以上级通知为准（一般为1月31日）。`]
  }
  if (last < today) return [`《条例》规定的公布期限是${chineseDate(last)}（第四十九条），已过期限，请尽快报送并公布。`]
  const left = noted === null ? `，还有${daysUntil(today, last)}天。上级要求更早的，以上级通知为准。` : '。'
  return [`《条例》规定的公布期限是${chineseDate(last)}（第四十九条）${left}`]
}

/**
 * By when the units that are missing are to send, in the words of a reminder: the day that the desk set; else the day of
 * the law for each level. A township, which the law names no day for, goes with the departments.
 */
export function askedByText(
  levels: readonly UnitLevel[],
  { to, year, unitsDay, today }: { to: string; year: number; unitsDay: string | null; today: string },
): string {
  const byDay = Map.groupBy(levels, (level) => unitsDay ?? statutoryDeadline(level, year) ?? `${year + 1}-01-31`)
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1))
  return days
    .map(([day, those]) => {
      const who = days.length === 1 ? '' : `${namesOf(those)}：`
      return day < today
        ? `${who}报送期限（${chineseDate(day)}）已过，请尽快报送${to}`
        : `${who}请最迟于${chineseDate(day)}报送${to}`
    })
    .join('；')
}

const namesOf = (levels: readonly UnitLevel[]): string =>
  [...new Set(levels)].map((level) => unitLevelNames[level]).join('、')
