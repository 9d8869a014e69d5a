import type { ClockState, StatutoryClock } from '../steps/clock/statutory-clock.ts'
import { shortDate, waitNames, yearsNamed } from './clock-words.ts'

type Summary = (clock: StatutoryClock, today: string) => string

const dayText = (date: string | null, today: string): string => (date === null ? '' : shortDate(date, today))

const waiting: Summary = ({ waits: [wait] }, today) => {
  if (wait === undefined) return ''
  const { due } = wait
  if (due === null) return waitNames[wait.waitingFor]
  const until = `${waitNames[wait.waitingFor]}（到${shortDate(due, today)}）`
  return due < today ? `${until}，已逾期` : until
}

const restartedBy = ({ waits }: StatutoryClock): string =>
  waits.some(({ waitingFor }) => waitingFor === 'applicant') ? '补正材料' : '费用'

const left: Summary = ({ remaining, overdueBy, lastDay }, today) => {
  if (overdueBy > 0) return `，已逾期${overdueBy}天，请尽快答复`
  return lastDay === today ? '，就是今天' : `，还有${remaining ?? 0}个工作日`
}

const texts: Record<ClockState, Summary> = {
  unconfirmed: () => '等双方确认，确认后才开始计算期限，请与申请人确认后填写双方确认日期',
  running: (clock, today) => `最后一天${dayText(clock.lastDay, today)}${left(clock, today)}`,
  stopped: (clock, today) =>
    `${waiting(clock, today)}，这期间不计入期限；若今天回复，最后一天${dayText(clock.lastDay, today)}，还有${clock.remaining ?? 0}个工作日`,
  waiting: (clock, today) => `${waiting(clock, today)}，收到${restartedBy(clock)}后重新计算期限`,
  decided: ({ punctuality, sendBy }, today) => {
    if (punctuality === 'late') return sendBy === null ? '逾期答复' : '逾期答复（未送达，暂按答复日期判断）'
    if (sendBy === null) return '按期答复'
    if (sendBy < today)
      return `已经答复，未送达，暂按答复日期判断；${shortDate(sendBy, today)}以后才寄出或者送达的，属逾期答复，请填写送达日期`
    return sendBy === today
      ? '已经答复，今天必须寄出或者送达'
      : `已经答复，最迟于${shortDate(sendBy, today)}寄出或者送达`
  },
  withdrawn: () => '申请人已经撤回，不用再答复',
}

/** The clock in one line, as it stands on `today`: `最后一天10月26日，还有20个工作日`. */
export function clockSummary(clock: StatutoryClock, today: string): string {
  const said = texts[clock.state](clock, today)
  if (clock.provisional.length === 0) return `${said}。`
  return `${said}（${yearsNamed(clock.provisional)}节假日安排未录入，暂按周一至周五计算，录入后自动更新）。`
}
