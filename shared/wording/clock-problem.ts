import { chineseDate } from '../calendar/chinese-date.ts'
import type { ClockProblem, ClockProblemCode } from '../steps/clock/clock-problem.ts'
import { byArticle, byFeeMeasures, consultedNames, stageNames } from './clock-words.ts'

const texts: { readonly [C in ClockProblemCode]: (problem: ClockProblem<C>) => string } = {
  confirmedBeforeArrival: ({ arrived, confirmed }) =>
    `确认的日期${chineseDate(confirmed)}比来件的日期${chineseDate(arrived)}还早，先按来件当天算。请核对这两个日期。`,
  mailConfirmedLater: ({ arrived, confirmed }) =>
    `平常信函${chineseDate(arrived)}就到了，${chineseDate(confirmed)}才和申请人确认；按规定收到当天就要确认${byArticle(31)}。期限从确认那天算，请把晚确认的原因记下来。`,
  notReached: ({ arrived }) =>
    `平常信函${chineseDate(arrived)}到了，当天没有和申请人确认。联系不上的，“双方确认日期”先空着，答复期限从恢复联系并确认之日起算（国办公开办函〔2015〕207号）。请换电话、短信、电子邮箱联系，或者按来信地址寄一封挂号信，并在备注里记下每次联系的时间、方式和结果。`,
  unconfirmed: ({ arrived }) =>
    `还没有填双方确认的日期，先从来件的${chineseDate(arrived)}算起，最后一天可能偏早。请补填确认的日期。`,
  arrivalInFuture: ({ arrived }) => `来件的日期${chineseDate(arrived)}还没有到。请核对是不是写错了。`,
  inFuture: ({ kind, date }) => `${stageNames[kind]}的日期${chineseDate(date)}还没有到。请核对是不是写错了。`,
  outOfOrder: ({ kind, date }) =>
    `${stageNames[kind]}（${chineseDate(date)}）排在更晚的一步后面，已按日期先后来算。请核对日期。`,
  beforeReceipt: ({ kind, date, received }) =>
    `${stageNames[kind]}的日期${chineseDate(date)}比收到申请的${chineseDate(received)}还早。请核对这两个日期。`,
  answeredBeforeAsked: ({ kind, date, answered }) =>
    `${stageNames[kind]}是${chineseDate(date)}发出的，回来的日期却是${chineseDate(answered)}，更早。请核对这两个日期。`,
  answeredInFuture: ({ kind, answered }) =>
    `${stageNames[kind]}回来的日期${chineseDate(answered)}还没有到。请核对是不是写错了。`,
  answeredAfterEnd: ({ kind, answered, ended }) =>
    `${stageNames[kind]}回来的日期${chineseDate(answered)}在办结（${chineseDate(ended)}）以后，不再影响期限。请核对日期。`,
  afterEnd: ({ kind, date, ended }) =>
    `这件申请${chineseDate(ended)}已经办结，后面的${stageNames[kind]}（${chineseDate(date)}）没有算进去。请核对日期，或者删掉这一步。`,
  afterLastDay: ({ kind, date, lastDay }) =>
    `${stageNames[kind]}的日期${chineseDate(date)}已经过了最后一天${chineseDate(lastDay)}，期限不会因此延后。请核对日期；没写错的话，请尽快答复。`,
  rectificationNoticeLate: ({ date, by }) =>
    `补正告知最迟应在${chineseDate(by)}发出（收到申请起7个工作日内），实际是${chineseDate(date)}${byArticle(30)}。请核对日期，没写错就把原因记下来。`,
  rectificationAgain: ({ date }) =>
    `补正只能一次告知清楚${byArticle(30)}，${chineseDate(date)}的第二次补正告知不会让期限重新算。材料仍看不明白的，可以按“补正后申请内容仍不明确”答复。`,
  rectifiedLate: ({ answered, due }) =>
    `补正材料${chineseDate(answered)}才到，超过了给申请人的期限${chineseDate(due)}。已按收下来算；没有正当理由的，也可以按“逾期不补正”办结。`,
  extensionBeyond: ({ date, workingDays, counted }) =>
    `延长的期限合计不能超过20个工作日${byArticle(33)}，${chineseDate(date)}延长的${workingDays}个工作日${counted === 0 ? '没有计入' : `只计入${counted}个`}。请核对天数，按算出的截止日期答复。`,
  delayWithoutReasons: ({ date }) =>
    `${chineseDate(date)}告知延迟答复，但没有登记要求申请人说明理由${byArticle(35)}。请补登这一环节，或者改用“延期告知”。`,
  feeAgain: ({ date }) =>
    `${chineseDate(date)}又发了一次收费通知。一件申请只按一种标准收一次费${byFeeMeasures}，请核对是不是重复了。`,
  paidLate: ({ answered, due }) =>
    `费用${chineseDate(answered)}才缴，超过了缴费期限${chineseDate(due)}。已按收下来算；也可以按“逾期不缴费”办结。`,
  consultationLong: ({ whom, date, received, due, to }) =>
    to === null
      ? whom === 'thirdParty'
        ? `第三方${chineseDate(received)}收到征求意见书，${chineseDate(due)}以前没有提出意见${byArticle(32)}。可以不再等待，由本机关依照《条例》决定是否公开；请填写“收到意见日期”，期限继续计算。`
        : `其他机关${chineseDate(received)}收到征求意见书，${chineseDate(due)}以前没有提出意见，视为同意公开${byArticle(34)}。请填写“收到意见日期”，期限继续计算。`
      : `向${consultedNames[whom]}征求意见从${chineseDate(date)}到${chineseDate(to)}，超过了15个工作日（到${chineseDate(due)}）${byArticle(whom === 'thirdParty' ? 32 : 34)}。多出来的日子能不能不计入期限会有争议，请核对日期。`,
  consultationReceiptOpen: ({ whom, date, due }) =>
    `${chineseDate(date)}向${consultedNames[whom]}发出征求意见书，对方哪天收到还没有填。15个工作日从收到之日起算${byArticle(whom === 'thirdParty' ? 32 : 34)}，最早到${chineseDate(due)}；请先查清并填写“对方收到日期”，再决定要不要继续等。`,
  feeReceiptOpen: ({ date, due }) =>
    `${chineseDate(date)}的收费通知，申请人哪天收到还没有填。20个工作日从收到通知次日起算${byFeeMeasures}，最早到${chineseDate(due)}；请填写“收到通知日期”，核对是不是办结早了。`,
  receivedBeforeSent: ({ kind, date, received }) =>
    `${stageNames[kind]}是${chineseDate(date)}发出的，对方收到的日期却是${chineseDate(received)}，更早。请核对这两个日期。`,
  receivedInFuture: ({ kind, received }) =>
    `${stageNames[kind]}对方收到的日期${chineseDate(received)}还没有到。请核对是不是写错了。`,
  consultationNotEnded: ({ whom, date }) =>
    `${chineseDate(date)}向${consultedNames[whom]}征求意见，没有填结束的日期，先算到答复那天。请补填，期限才准。`,
  closedTooEarly: ({ date, due }) =>
    `给申请人的期限到${chineseDate(due)}，${chineseDate(date)}就按逾期办结了，早了。请核对日期。`,
  deliveredBeforeDecision: ({ date }) =>
    `${chineseDate(date)}已经送达，但那时还没有答复。请核对送达的日期，或者补上答复这一步。`,
}

/** What is wrong with a request's days, what it means for the clock, and what to do. */
export function clockProblemText<C extends ClockProblemCode>(problem: ClockProblem<C>): string {
  return texts[problem.code](problem)
}
