import { chineseDate } from '../calendar/chinese-date.ts'
import type { ReceiptWay } from '../model/entry/request.ts'
import type { ClockStep, ClockStepCode } from '../steps/clock/clock-step.ts'
import { byArticle, consultedNames, yearsNamed } from './clock-words.ts'

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

const takenOut = (count: number): string => (count === 0 ? '没有占用工作日' : `其间${count}个工作日不计入期限`)

const texts: { readonly [C in ClockStepCode]: (step: ClockStep<C>) => string } = {
  received: ({ day, way, article }) => `${chineseDate(day)}收到申请：${receivedBy[way]}${byArticle(article)}。`,
  unconfirmed: ({ arrived, way, article }) =>
    `${chineseDate(arrived)}来件，还没有确认：${toConfirm[way]}，确认以后才开始算期限${byArticle(article)}。`,
  base: ({ from, workingDays, lastDay, article }) =>
    `从${chineseDate(from)}的下一个工作日数起，第${workingDays}个工作日是${chineseDate(lastDay)}${byArticle(article)}。`,
  rectificationAsked: ({ day, noticeBy, due, article }) =>
    `${chineseDate(day)}告知申请人补正（最迟应在${chineseDate(noticeBy)}告知），请申请人在${chineseDate(due)}以前补正；补正材料到了重新算期限${byArticle(article)}。`,
  rectified: ({ day, workingDays, lastDay, article }) =>
    `${chineseDate(day)}收到补正后的申请，从这天起重新算${workingDays}个工作日${moved(lastDay, '是')}${byArticle(article)}。`,
  extended: ({ day, workingDays, lastDay, article }) =>
    `${chineseDate(day)}告知延期${workingDays}个工作日${moved(lastDay, '改为')}${byArticle(article)}。`,
  consulted: ({ whom, from, to, notCounted, lastDay, article }) =>
    `${chineseDate(from)}向${consultedNames[whom]}征求意见，${chineseDate(to)}结束，${takenOut(notCounted)}${moved(lastDay, '是')}${byArticle(article)}。`,
  consulting: ({ whom, from, to, notCounted, due, dueArticle, lastDay, article }) =>
    `${chineseDate(from)}向${consultedNames[whom]}征求意见，还没有回复，期限停着；到${chineseDate(to)}为止${takenOut(notCounted)}${byArticle(article)}。对方应在${chineseDate(due)}以前提出意见${byArticle(dueArticle)}${lastDay === null ? '' : `；今天回复的话，最后一天是${chineseDate(lastDay)}`}。`,
  feeAsked: ({ day, amount, due, article }) =>
    `${chineseDate(day)}通知缴纳信息处理费${amount}元，请申请人在${chineseDate(due)}以前缴费；缴费以后重新算期限${byArticle(article)}。`,
  paid: ({ day, workingDays, lastDay, article }) =>
    `${chineseDate(day)}缴费，从第二天起重新算${workingDays}个工作日${moved(lastDay, '是')}${byArticle(article)}。`,
  decided: ({ day, lastDay, lateBy, article }) =>
    lateBy > 0 && lastDay !== null
      ? `${chineseDate(day)}作出答复，比最后一天${chineseDate(lastDay)}晚了${lateBy}天，算逾期答复${byArticle(article)}。`
      : `${chineseDate(day)}作出答复，在期限以内${byArticle(article)}。`,
  withdrawn: ({ day }) => `${chineseDate(day)}申请人撤回，不用再答复；办理结果算“其他处理”里的“其他”。`,
  provisional: ({ years }) =>
    `${yearsNamed(years)}的放假安排程序里还没有，这一段暂按周一到周五算。等国务院办公厅的放假通知出来，照着勾选一遍，日子会自动重算。`,
}

/** One step of the explanation why the last day is the last day, with the article. */
export function clockStepText<C extends ClockStepCode>(step: ClockStep<C>): string {
  return texts[step.code](step)
}
