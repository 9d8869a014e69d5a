import { beijingDate, chineseDate } from '../calendar/chinese-date.ts'
import { differingDays, type HolidayProblem, type HolidayProblemCode } from '../calendar/holiday-year.ts'
import type { Written } from '../model/entry/who-wrote.ts'
import type { HolidaySource, KnownYear } from '../model/unit/unit-holidays.ts'

const texts: Record<HolidayProblemCode, (day: string) => string> = {
  'bad-shape': () => '这一年的节假日安排读不出来，没有改动。请重新勾选。',
  'no-holidays': () => '还没有勾选放假日期，不能作为节假日安排。请按国务院办公厅的通知勾选。',
  'not-a-day': (day) => `“${day}”不是日历上的日期。请改正后再保存。`,
  'other-year': (day) => `${day}不是这一年的日期。请移到所属的年度里。`,
  'listed-twice': (day) => `${day}写了两次，或者既放假又上班。请只保留一处。`,
  'workday-in-week': (day) => `${day}本来就是周一至周五，不用列为调休上班。请核对通知上的日期。`,
}

const holding: Readonly<Record<HolidaySource, (year: number, who: string) => string>> = {
  program: (year) =>
    `${year}年节假日安排程序已录入，与国务院办公厅的通知一致，不用再勾选。民族自治地方另外规定了放假日期的（《全国年节及纪念日放假办法》第四条），或者后来的通知改了安排的，请点“更正”。`,
  assigned: (year, who) =>
    `${year}年节假日安排由上级录入（${who}），不用再勾选。与国务院办公厅的通知不一致的，请告知上级，或者点“更正”。`,
  ticked: (year, who) => `${year}年节假日安排按本单位的更正计算（${who}）。`,
}

const standing: Readonly<Record<HolidaySource, string>> = {
  program: '程序录入的安排',
  assigned: '上级录入的安排',
  ticked: '本单位勾选的安排',
}

/** Whose days off of a year hold, who set them and when; and on which days what else is known of the year differs. */
export function holidaySourcesText(year: number, [first, ...others]: readonly KnownYear[]): string {
  if (first === undefined) return ''
  const said = others.flatMap(({ source, days, by }) => {
    const differing = differingDays(first.days, days)
    if (differing.length === 0) return []
    return [
      `${standing[source]}${by === null ? '' : `（${setBy(by)}）`}有${differing.length}天不同，没有采用：${differing.map((day) => chineseDate(day)).join('、')}。`,
    ]
  })
  return [holding[first.source](year, first.by === null ? '' : setBy(first.by)), ...said].join('')
}

/** `王芳，2026年12月3日`. */
const setBy = ({ author, time }: Written): string =>
  `${author === '' ? '没有写姓名' : author}，${chineseDate(beijingDate(time))}`

/** Why a year of days off was not taken, and what to do. */
export function holidayProblemText({ code, date = '' }: HolidayProblem): string {
  return texts[code](chineseDate(date))
}
