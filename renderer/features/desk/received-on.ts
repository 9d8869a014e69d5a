import { beijingDate, chineseDate } from '../../../shared/calendar/chinese-date.ts'

/** The day on which a file was made, in words; empty where its clock is not readable. */
export function receivedOn(exported: string): string {
  const time = Date.parse(exported)
  return Number.isNaN(time) ? '' : chineseDate(beijingDate(time))
}
