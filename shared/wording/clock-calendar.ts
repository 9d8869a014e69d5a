import { chineseDate } from '../calendar/chinese-date.ts'
import type { HolidayProblem, HolidayProblemCode } from '../calendar/holiday-year.ts'
import type { HolidaySource } from '../model/unit/unit-holidays.ts'

const texts: Record<HolidayProblemCode, (day: string) => string> = {
  'bad-shape': () => '这一年的节假日安排读不出来，没有改动。请重新勾选。',
  'no-holidays': () => '还没有勾选放假日期，不能作为节假日安排。请按国务院办公厅的通知勾选。',
  'not-a-day': (day) => `“${day}”不是日历上的日期。请改正后再保存。`,
  'other-year': (day) => `${day}不是这一年的日期。请移到所属的年度里。`,
  'listed-twice': (day) => `${day}写了两次，或者既放假又上班。请只保留一处。`,
  'workday-in-week': (day) => `${day}本来就是周一至周五，不用列为调休上班。请核对通知上的日期。`,
}

/** Where the days off of a year come from, where the clerk need not tick them. */
export const holidaySourceNames: Readonly<Record<Exclude<HolidaySource, 'ticked'>, (year: number) => string>> = {
  program: (year) => `${year}年节假日安排程序已录入，与国务院办公厅的通知一致，不用再勾选。`,
  assigned: (year) => `${year}年节假日安排由上级录入，不用再勾选。与国务院办公厅的通知不一致的，请告知上级。`,
}

/** Why a year of days off was not taken, and what to do. */
export function holidayProblemText({ code, date = '' }: HolidayProblem): string {
  return texts[code](chineseDate(date))
}
