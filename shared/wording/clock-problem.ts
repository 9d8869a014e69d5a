import { chineseDate } from '../calendar/chinese-date.ts'
import type { ClockProblem, ClockProblemCode } from '../steps/clock/clock-problem.ts'
import { answerDayNames, byArticle, byFeeMeasures, consultedNames, stageNames } from './clock-words.ts'

const texts: { readonly [C in ClockProblemCode]: (problem: ClockProblem<C>) => string } = {
  confirmedBeforeArrival: ({ arrived, confirmed }) =>
    `双方确认日期${chineseDate(confirmed)}早于来件日期${chineseDate(arrived)}，暂按来件当天计算。请核对这两个日期。`,
  mailConfirmedLater: ({ arrived, confirmed }) =>
    `平常信函${chineseDate(arrived)}来件，${chineseDate(confirmed)}才与申请人确认；按规定应当在收到当天确认${byArticle(31)}。期限从双方确认日期起计算，请写明晚确认的原因。`,
  notReached: ({ arrived }) =>
    `平常信函${chineseDate(arrived)}来件，当天没有与申请人确认。联系不上的，“双方确认日期”先不填，答复期限自恢复联系并确认之日起计算（国办公开办函〔2015〕207号）。请通过电话、短信、电子邮箱联系，或者按来信地址寄一封挂号信，并留存每次联系的时间、方式和结果。`,
  unconfirmed: ({ arrived }) =>
    `未填双方确认日期，暂从来件日期${chineseDate(arrived)}起计算，最后一天可能偏早。请补填双方确认日期。`,
  arrivalInFuture: ({ arrived }) => `来件日期${chineseDate(arrived)}还没有到。请核对是不是写错了。`,
  inFuture: ({ kind, date }) => `${stageNames[kind]}的日期${chineseDate(date)}还没有到。请核对是不是写错了。`,
  outOfOrder: ({ kind, date }) =>
    `${stageNames[kind]}（${chineseDate(date)}）排在日期更晚的环节后面，已按日期先后计算。请核对日期。`,
  beforeReceipt: ({ kind, date, received }) =>
    `${stageNames[kind]}的日期${chineseDate(date)}早于收到申请之日${chineseDate(received)}。请核对这两个日期。`,
  answeredBeforeAsked: ({ kind, date, answered }) =>
    `${stageNames[kind]}于${chineseDate(date)}发出，${answerDayNames[kind]}${chineseDate(answered)}早于发出日期。请核对这两个日期。`,
  answeredInFuture: ({ kind, answered }) =>
    `${stageNames[kind]}的${answerDayNames[kind]}${chineseDate(answered)}还没有到。请核对是不是写错了。`,
  answeredAfterEnd: ({ kind, answered, ended }) =>
    `${stageNames[kind]}的${answerDayNames[kind]}${chineseDate(answered)}在办结（${chineseDate(ended)}）以后，不再影响期限。请核对日期。`,
  afterEnd: ({ kind, date, ended }) =>
    `这件申请${chineseDate(ended)}已经办结，后面的${stageNames[kind]}（${chineseDate(date)}）没有计入。请核对日期，或者删除这一环节。`,
  afterLastDay: ({ kind, date, lastDay }) =>
    `${stageNames[kind]}的日期${chineseDate(date)}晚于最后一天${chineseDate(lastDay)}，期限不会因此延后。请核对日期；日期无误的，请尽快答复。`,
  rectificationNoticeLate: ({ date, by }) =>
    `补正告知最迟应在${chineseDate(by)}发出（收到申请起7个工作日内），实际是${chineseDate(date)}${byArticle(30)}。请核对日期；日期无误的，请写明原因。`,
  rectificationAgain: ({ date }) =>
    `补正事项应当一次性告知${byArticle(30)}，${chineseDate(date)}的第二次补正告知不重新计算期限。补正后内容仍不明确的，可以按“补正后申请内容仍不明确”答复。`,
  rectifiedLate: ({ answered, due }) =>
    `收到补正日期${chineseDate(answered)}晚于补正截止日期${chineseDate(due)}。目前按已收到计算；无正当理由的，也可以按“逾期不补正”办结。`,
  extensionBeyond: ({ date, workingDays, counted }) =>
    `延长的期限合计不能超过20个工作日${byArticle(33)}，${chineseDate(date)}延长的${workingDays}个工作日${counted === 0 ? '没有计入' : `只计入${counted}个`}。请核对天数，按算出的截止日期答复。`,
  delayWithoutReasons: ({ date }) =>
    `${chineseDate(date)}告知延迟答复，但没有登记要求申请人说明理由${byArticle(35)}。请补登这一环节，或者改用“延期告知”。`,
  feeAgain: ({ date }) =>
    `${chineseDate(date)}又发了一次收费通知。一件申请只按一种标准收一次费${byFeeMeasures}，请核对是不是重复登记。`,
  paidLate: ({ answered, due }) =>
    `缴费日期${chineseDate(answered)}晚于缴费截止日期${chineseDate(due)}。目前按已缴费计算；也可以按“逾期不缴费”办结。`,
  consultationLong: ({ whom, date, received, due, to }) =>
    to === null
      ? whom === 'thirdParty'
        ? `第三方${chineseDate(received)}收到征求意见书，到${chineseDate(due)}没有提出意见${byArticle(32)}。可以不再等待，由本机关依照《条例》决定是否公开；请填写“收到意见日期”，期限继续计算。`
        : `其他机关${chineseDate(received)}收到征求意见书，到${chineseDate(due)}没有提出意见，视为同意公开${byArticle(34)}。请填写“收到意见日期”，期限继续计算。`
      : `向${consultedNames[whom]}征求意见从${chineseDate(date)}到${chineseDate(to)}，超过了15个工作日（到${chineseDate(due)}）${byArticle(whom === 'thirdParty' ? 32 : 34)}。超出部分能否不计入期限存在争议，请核对日期。`,
  consultationReceiptOpen: ({ whom, date, due }) =>
    `${chineseDate(date)}向${consultedNames[whom]}发出征求意见书，未填对方收到日期。15个工作日自收到之日起计算${byArticle(whom === 'thirdParty' ? 32 : 34)}，最早到${chineseDate(due)}；请先查清并填写“对方收到日期”，再决定是否继续等待。`,
  feeReceiptOpen: ({ date, due }) =>
    `${chineseDate(date)}的收费通知，未填收到通知日期。20个工作日自收到通知次日起计算${byFeeMeasures}，最早到${chineseDate(due)}；请填写“收到通知日期”，核对是不是提前办结了。`,
  receivedBeforeSent: ({ kind, date, received }) =>
    `${stageNames[kind]}于${chineseDate(date)}发出，对方收到的日期${chineseDate(received)}早于发出日期。请核对这两个日期。`,
  receivedInFuture: ({ kind, received }) =>
    `${stageNames[kind]}对方收到的日期${chineseDate(received)}还没有到。请核对是不是写错了。`,
  consultationNotEnded: ({ whom, date }) =>
    `${chineseDate(date)}向${consultedNames[whom]}征求意见，未填收到意见日期，暂计算到答复当天。请补填，期限才准确。`,
  closedTooEarly: ({ date, due }) =>
    `给申请人的期限到${chineseDate(due)}，${chineseDate(date)}期限未满，不能按逾期办结。请核对日期。`,
  deliveredBeforeDecision: ({ date }) =>
    `${chineseDate(date)}已经送达，但当时还没有答复。请核对送达日期，或者补登答复环节。`,
}

/** What is wrong with a request's days, what it means for the clock, and what to do. */
export function clockProblemText<C extends ClockProblemCode>(problem: ClockProblem<C>): string {
  return texts[problem.code](problem)
}
