import type { Unit } from '../../../shared/model/unit/unit-record.ts'
import { askedByText } from '../../../shared/wording/report-days.ts'

/** What a reminder is about: the report of a year, for the desk `to`, which may have set a day for it. */
export interface Reminder {
  readonly to: Unit
  readonly year: number
  readonly unitsDay: string | null
  readonly today: string
}

/** The sentence to paste into the chat group for those who have not sent yet. */
export function reminderText({ to, ...about }: Reminder, missing: readonly Unit[]): string {
  const names = missing.map(({ profile }) => profile.name).join('、')
  const levels = missing.map(({ profile }) => profile.level)
  const asked = askedByText(levels, { to: to.profile.name, ...about })
  return `【催报】${about.year}年政府信息公开工作年度报告，以下${missing.length}个单位还没有报送：${names}。${asked}。已报送的请回复，谢谢！`
}
