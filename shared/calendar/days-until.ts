import { toDayNumber } from './day-number.ts'

/** Days from one calendar day to another, both `YYYY-MM-DD`; negative where `day` has passed. */
export function daysUntil(today: string, day: string): number {
  return toDayNumber(day) - toDayNumber(today)
}
