import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import type { Unit } from '../../../shared/model/unit/unit-record.ts'
import { statutoryDeadline } from '../../../shared/steps/clock/statutory-deadline.ts'

/** The sentence to paste into the chat group for those who have not sent yet. */
export function reminderText(desk: Unit, year: number, missing: readonly Unit[]): string {
  const names = missing.map(({ profile }) => profile.name).join('、')
  const last = chineseDate(statutoryDeadline('department', year))
  return `【催报】${year}年政府信息公开工作年度报告，以下 ${missing.length} 个单位还没有报送：${names}。请最迟于${last}前报给${desk.profile.name}，已发出的请回复一声，谢谢！`
}
