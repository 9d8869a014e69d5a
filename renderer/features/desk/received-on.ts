import { beijingDate, chineseDate } from '../../../shared/calendar/chinese-date.ts'
import { parseHlc } from '../../../shared/record/hlc.ts'

/** The day on which a file was made, in words; empty where its clock is not readable. */
export function receivedOn(exported: string): string {
  const stamp = parseHlc(exported)
  return stamp === null ? '' : chineseDate(beijingDate(stamp.time))
}
