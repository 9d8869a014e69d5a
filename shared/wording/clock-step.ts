import { chineseDate } from '../calendar/chinese-date.ts'
import type { ReceiptWay } from '../model/entry/request.ts'
import type { ClockStep, ClockStepCode } from '../steps/clock/clock-step.ts'
import { byArticle, byFeeMeasures, consultedNames, yearsNamed } from './clock-words.ts'

const receivedBy: Record<ReceiptWay, string> = {
  inPerson: '当面提交的，以提交当天为收到之日',
  signedMail: '需签收的邮寄，以签收当天为收到之日',
  ordinaryMail: '平常信函没有签收，以与申请人确认的当天为收到之日',
  online: '网络提交的，以双方确认的当天为收到之日',
  fax: '传真提交的，以双方确认的当天为收到之日',
  other: '以收到当天为收到之日；与申请人另外确认过的，以确认当天为准',
}

const toConfirm: Record<ReceiptWay, string> = {
  ...receivedBy,
  ordinaryMail: '平常信函要在收到当天与申请人确认',
  online: '网络提交的要双方确认',
  fax: '传真提交的要双方确认',
}

const moved = (lastDay: string | null, how: string): string =>
  lastDay === null ? '' : `，最后一天${how}${chineseDate(lastDay)}`

/** Whether an extension outlives a restart is open in law. */
const safer = (day: string | null): string =>
  day === null ? '' : `；重新计算后延长的期限是否保留没有明文规定，最迟于${chineseDate(day)}答复最稳妥`

const takenOut = (count: number): string => (count === 0 ? '没有占用工作日' : `有${count}个工作日不计入期限`)

const texts: { readonly [C in ClockStepCode]: (step: ClockStep<C>) => string } = {
  received: ({ day, way, article }) => `${chineseDate(day)}收到申请：${receivedBy[way]}${byArticle(article)}。`,
  unconfirmed: ({ arrived, way, article }) =>
    `${chineseDate(arrived)}来件，尚未确认：${toConfirm[way]}，确认后才开始计算期限${byArticle(article)}。`,
  base: ({ from, workingDays, lastDay, article }) =>
    `自${chineseDate(from)}的下一个工作日起，第${workingDays}个工作日是${chineseDate(lastDay)}${byArticle(article)}。`,
  rectificationAsked: ({ day, noticeBy, due, article }) =>
    `${chineseDate(day)}告知申请人补正（最迟应在${chineseDate(noticeBy)}告知），请申请人最迟于${chineseDate(due)}补正；收到补正材料后重新计算期限${byArticle(article)}。`,
  rectified: ({ day, workingDays, lastDay, safeLastDay, article }) =>
    `${chineseDate(day)}收到补正后的申请，自当天起重新计算${workingDays}个工作日${moved(lastDay, '是')}${byArticle(article)}${safer(safeLastDay)}。`,
  extended: ({ day, workingDays, lastDay, article }) =>
    `${chineseDate(day)}告知延期${workingDays}个工作日${moved(lastDay, '改为')}${byArticle(article)}。`,
  consulted: ({ whom, from, to, notCounted, lastDay, article }) =>
    `${chineseDate(from)}向${consultedNames[whom]}征求意见，${chineseDate(to)}结束，${takenOut(notCounted)}${moved(lastDay, '是')}${byArticle(article)}。`,
  consulting: ({ whom, from, to, notCounted, received, due, dueArticle, lastDay, article }) =>
    `${chineseDate(from)}向${consultedNames[whom]}征求意见，尚未回复，截至${chineseDate(to)}${takenOut(notCounted)}${byArticle(article)}。对方提出意见的截止日期${received === null ? `最早是${chineseDate(due)}（未填对方收到日期，15个工作日自收到之日起计算）` : `是${chineseDate(due)}`}${byArticle(dueArticle)}${lastDay === null ? '' : `；若今天回复，最后一天是${chineseDate(lastDay)}`}。`,
  feeAsked: ({ day, amount, received, due }) =>
    `${chineseDate(day)}通知缴纳信息处理费${amount}元，${
      received === null
        ? `未填收到通知日期，缴费截止日期最早是${chineseDate(due)}`
        : `${chineseDate(received)}收到通知，缴费截止日期是${chineseDate(due)}`
    }（收到通知次日起20个工作日）；缴费后重新计算期限${byFeeMeasures}。`,
  paid: ({ day, workingDays, lastDay, safeLastDay }) =>
    `${chineseDate(day)}缴费，自次日起重新计算${workingDays}个工作日${moved(lastDay, '是')}${byFeeMeasures}${safer(safeLastDay)}。`,
  reasonsAsked: ({ day, answered, article }) =>
    `${chineseDate(day)}要求申请人说明理由${answered === null ? '' : `，${chineseDate(answered)}已说明`}；期限照常计算${byArticle(article)}。`,
  delayed: ({ day, until, lastDay, article }) =>
    `${chineseDate(day)}告知申请人延迟到${chineseDate(until)}答复${moved(lastDay, '是')}${byArticle(article)}。`,
  decided: ({ day, delivered, lastDay, lateBy, article }) => {
    const out = delivered === null ? '，尚未送达，暂按答复日期判断' : `，${chineseDate(delivered)}送达或者寄出`
    return lateBy > 0 && lastDay !== null
      ? `${chineseDate(day)}作出答复${out}，超过最后一天${chineseDate(lastDay)}，逾期${lateBy}天，属逾期答复${byArticle(article)}。`
      : `${chineseDate(day)}作出答复${out}，属按期答复${byArticle(article)}。`
  },
  withdrawn: ({ day }) => `${chineseDate(day)}申请人撤回，不用再答复；办理结果计入“其他处理”中的“其他”。`,
  provisional: ({ years }) =>
    `${yearsNamed(years)}节假日安排未录入，这一段暂按周一至周五计算。国务院办公厅通知公布后请录入，期限会自动重新计算。`,
}

/** One step of the explanation why the last day is the last day, with the article. */
export function clockStepText<C extends ClockStepCode>(step: ClockStep<C>): string {
  return texts[step.code](step)
}
