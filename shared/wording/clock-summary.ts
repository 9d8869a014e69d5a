import type { ClockState, StatutoryClock } from '../steps/clock/statutory-clock.ts'
import { shortDate, waitNames, yearsNamed } from './clock-words.ts'

type Summary = (clock: StatutoryClock, today: string) => string

const dayText = (date: string | null, today: string): string => (date === null ? '' : shortDate(date, today))

const waiting: Summary = ({ waits: [wait] }, today) => {
  if (wait === undefined) return ''
  const { due } = wait
  if (due === null) return waitNames[wait.waitingFor]
  const until = `${waitNames[wait.waitingFor]}（到${shortDate(due, today)}）`
  return due < today ? `${until}，已经过期` : until
}

const restartedBy = ({ waits }: StatutoryClock): string =>
  waits.some(({ waitingFor }) => waitingFor === 'applicant') ? '补正材料' : '费用'

const left: Summary = ({ remaining, overdueBy, lastDay }, today) => {
  if (overdueBy > 0) return `，已经超过${overdueBy}天，请马上答复`
  return lastDay === today ? '，就是今天' : `，还有${remaining ?? 0}个工作日`
}

const texts: Record<ClockState, Summary> = {
  unconfirmed: () => '等双方确认收到，确认以后才开始算期限',
  running: (clock, today) => `最后一天${dayText(clock.lastDay, today)}${left(clock, today)}`,
  stopped: (clock, today) =>
    `${waiting(clock, today)}，期限停着；今天回复的话，最后一天${dayText(clock.lastDay, today)}，还有${clock.remaining ?? 0}个工作日`,
  waiting: (clock, today) => `${waiting(clock, today)}，期限等${restartedBy(clock)}到了重新算`,
  decided: ({ punctuality, sendBy }, today) => {
    if (punctuality === 'late') return sendBy === null ? '已经答复，逾期' : '已经答复，逾期（未送达，暂按答复日期判断）'
    if (sendBy === null) return '已经答复，在期限以内'
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
  return `${said}（暂算：${yearsNamed(clock.provisional)}的放假安排还没有）。`
}
