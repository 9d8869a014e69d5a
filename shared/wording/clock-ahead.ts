import { beijingMinute, chineseMinute } from '../calendar/chinese-date.ts'

/** Under a file that comes in and was made, by its own word, more than a day from now. `exported`: as it says. */
export function clockAheadMessage(exported: string): string {
  const time = chineseMinute(beijingMinute(Date.parse(exported)))
  return `时间对不上：文件上写的报出时间是${time}，比这台电脑现在的时间晚一天以上，两台电脑有一台的时间不对。请看看这台电脑的日期，再请对方看看他的。用哪一份不看时间，汇总不受影响。`
}

/** Above the lines, where the files of several units are ahead alike. */
export const ownClockText =
  '好几个单位的文件都比这台电脑现在的时间晚，多半是这台电脑的时间不对。请先把这台电脑的日期和时间调准，再往下做。'

/** Beside the day of such a file in the list of what a unit has sent. */
export const clockAheadMark = '（时间不对？）'
