import { chineseDate } from '../calendar/chinese-date.ts'
import type { HolidayProblem, HolidayProblemCode } from '../calendar/holiday-year.ts'
import type { HolidaySource } from '../model/unit/unit-holidays.ts'

const texts: Record<HolidayProblemCode, (day: string) => string> = {
  'bad-shape': () => '这一年的放假安排读不出来，没有改动。请重新勾选，或者请县里再发一次。',
  'no-holidays': () => '一天假都没有勾，还不能算有了放假安排。请照国务院办公厅的通知勾选放假的日子。',
  'not-a-day': (day) => `“${day}”不是日历上的日子。请改正后再存。`,
  'other-year': (day) => `${day}不是这一年的日子。请移到它自己的年度里。`,
  'listed-twice': (day) => `${day}写了两遍，或者又放假又上班。请只留一处。`,
  'workday-in-week': (day) => `${day}本来就是周一到周五，不用列为调休上班。请核对通知上的日期。`,
}

/** Where the days off of a year come from, where the clerk need not tick them. */
export const holidaySourceNames: Readonly<Record<Exclude<HolidaySource, 'ticked'>, (year: number) => string>> = {
  program: (year) => `${year}年的放假安排程序里已经有，和国务院办公厅的通知一致，不用再勾。`,
  assigned: (year) => `${year}年的放假安排是上级发来的，不用再勾。发现和国务院办公厅的通知不一样，请告诉上级。`,
}

/** Why a year of days off was not taken, and what to do. */
export function holidayProblemText({ code, date = '' }: HolidayProblem): string {
  return texts[code](chineseDate(date))
}
