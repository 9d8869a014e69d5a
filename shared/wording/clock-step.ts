import { chineseDate } from '../calendar/chinese-date.ts'
import type { ReceiptWay } from '../model/entry/request.ts'
import type { ClockStep, ClockStepCode } from '../steps/clock/clock-step.ts'
import { byArticle, byFeeMeasures, consultedNames, yearsNamed } from './clock-words.ts'

const receivedBy: Record<ReceiptWay, string> = {
  inPerson: '当面提交的，以提交当天为收到之日',
  signedMail: '邮寄并签收的，以签收当天为收到之日',
  ordinaryMail: '平常信函没有签收，以和申请人确认的当天为收到之日',
  online: '网上提交的，以双方确认的当天为收到之日',
  fax: '传真提交的，以双方确认的当天为收到之日',
  other: '以收到当天为收到之日；和申请人另外确认过的，以确认当天为准',
}

const toConfirm: Record<ReceiptWay, string> = {
  ...receivedBy,
  ordinaryMail: '平常信函要在收到当天和申请人确认',
  online: '网上提交的要双方确认',
  fax: '传真提交的要双方确认',
}

const moved = (lastDay: string | null, how: string): string =>
  lastDay === null ? '' : `，最后一天${how}${chineseDate(lastDay)}`

/** Whether an extension outlives a restart is open in law. */
const safer = (day: string | null): string =>
  day === null ? '' : `；延长的期限重新计算后还算不算没有明文规定，${chineseDate(day)}以前答复最稳妥`

const takenOut = (count: number): string => (count === 0 ? '没有占用工作日' : `其间${count}个工作日不计入期限`)

const texts: { readonly [C in ClockStepCode]: (step: ClockStep<C>) => string } = {
  received: ({ day, way, article }) => `${chineseDate(day)}收到申请：${receivedBy[way]}${byArticle(article)}。`,
  unconfirmed: ({ arrived, way, article }) =>
    `${chineseDate(arrived)}来件，还没有确认：${toConfirm[way]}，确认以后才开始算期限${byArticle(article)}。`,
  base: ({ from, workingDays, lastDay, article }) =>
    `从${chineseDate(from)}的下一个工作日数起，第${workingDays}个工作日是${chineseDate(lastDay)}${byArticle(article)}。`,
  rectificationAsked: ({ day, noticeBy, due, article }) =>
    `${chineseDate(day)}告知申请人补正（最迟应在${chineseDate(noticeBy)}告知），请申请人在${chineseDate(due)}以前补正；补正材料到了重新算期限${byArticle(article)}。`,
  rectified: ({ day, workingDays, lastDay, safeLastDay, article }) =>
    `${chineseDate(day)}收到补正后的申请，从这天起重新算${workingDays}个工作日${moved(lastDay, '是')}${byArticle(article)}${safer(safeLastDay)}。`,
  extended: ({ day, workingDays, lastDay, article }) =>
    `${chineseDate(day)}告知延期${workingDays}个工作日${moved(lastDay, '改为')}${byArticle(article)}。`,
  consulted: ({ whom, from, to, notCounted, lastDay, article }) =>
    `${chineseDate(from)}向${consultedNames[whom]}征求意见，${chineseDate(to)}结束，${takenOut(notCounted)}${moved(lastDay, '是')}${byArticle(article)}。`,
  consulting: ({ whom, from, to, notCounted, received, due, dueArticle, lastDay, article }) =>
    `${chineseDate(from)}向${consultedNames[whom]}征求意见，还没有回复，期限停着；到${chineseDate(to)}为止${takenOut(notCounted)}${byArticle(article)}。对方提出意见的截止日期${received === null ? `最早是${chineseDate(due)}（收到征求意见书的日期还没填，15个工作日从收到之日起算）` : `是${chineseDate(due)}`}${byArticle(dueArticle)}${lastDay === null ? '' : `；今天回复的话，最后一天是${chineseDate(lastDay)}`}。`,
  feeAsked: ({ day, amount, received, due }) =>
    `${chineseDate(day)}通知缴纳信息处理费${amount}元，${
      received === null
        ? `申请人收到通知的日期还没填，缴费截止日期最早是${chineseDate(due)}`
        : `${chineseDate(received)}收到通知，缴费截止日期是${chineseDate(due)}`
    }（收到通知次日起20个工作日）；缴费以后重新计算期限${byFeeMeasures}。`,
  paid: ({ day, workingDays, lastDay, safeLastDay }) =>
    `${chineseDate(day)}缴费，从第二天起重新计算${workingDays}个工作日${moved(lastDay, '是')}${byFeeMeasures}${safer(safeLastDay)}。`,
  reasonsAsked: ({ day, answered, article }) =>
    `${chineseDate(day)}要求申请人说明理由${answered === null ? '' : `，${chineseDate(answered)}已说明`}；期限照常计算${byArticle(article)}。`,
  delayed: ({ day, until, lastDay, article }) =>
    `${chineseDate(day)}告知申请人延迟到${chineseDate(until)}答复${moved(lastDay, '是')}${byArticle(article)}。`,
  decided: ({ day, delivered, lastDay, lateBy, article }) => {
    const out = delivered === null ? '，还没有送达，暂按答复日期判断' : `，${chineseDate(delivered)}送达或者寄出`
    return lateBy > 0 && lastDay !== null
      ? `${chineseDate(day)}作出答复${out}，比最后一天${chineseDate(lastDay)}晚了${lateBy}天，属逾期答复${byArticle(article)}。`
      : `${chineseDate(day)}作出答复${out}，在期限以内${byArticle(article)}。`
  },
  withdrawn: ({ day }) => `${chineseDate(day)}申请人撤回，不用再答复；办理结果算“其他处理”里的“其他”。`,
  provisional: ({ years }) =>
    `${yearsNamed(years)}的放假安排程序里还没有，这一段暂按周一到周五算。等国务院办公厅的放假通知出来，照着勾选一遍，日子会自动重算。`,
}

/** One step of the explanation why the last day is the last day, with the article. */
export function clockStepText<C extends ClockStepCode>(step: ClockStep<C>): string {
  return texts[step.code](step)
}
