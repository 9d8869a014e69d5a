import { beijingMinute, chineseMinute } from '../calendar/chinese-date.ts'

/** Under a file that comes in and was made, by its own word, more than a day from now. `exported`: as it says. */
export function clockAheadMessage(exported: string): string {
  const time = chineseMinute(beijingMinute(Date.parse(exported)))
  return `时间不一致：文件上写的报送时间是${time}，比本机现在的时间晚一天以上，两台电脑中有一台的时间不对。请核对本机的日期，再请对方核对。用哪一份不看时间，汇总不受影响。`
}

/** Above the lines, where the files of several units are ahead alike. */
export const ownClockText =
  '有几个单位的文件都比本机现在的时间晚，可能是本机的时间不对。请先把本机的日期和时间调准，再继续。'

/** Beside the day of such a file in the list of what a unit has sent. */
export const clockAheadMark = '（时间不对？）'
