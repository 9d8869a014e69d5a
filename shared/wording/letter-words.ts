import type { Placeholder } from '../catalogue/letters/placeholders.ts'
import type { RequestStage } from '../model/entry/request.ts'
import type { Fee, FeeBasis } from '../steps/clock/fee-tariff.ts'
import type { Letter, LetterWords } from '../steps/letters/letter.ts'
import { clockStepText } from './clock-step.ts'
import { clockSummary } from './clock-summary.ts'

/** How the clerk chooses a letter. */
export const letterNames: Readonly<Record<Letter['kind'], string>> = {
  receipt: '登记回执',
  slip: '期限单',
  rectification: '补正告知书',
  extension: '延期告知书',
  consultation: '征求意见书',
  consultationNotice: '征求意见告知书',
  publicInterest: '公共利益公开告知书',
  reasons: '说明理由通知书',
  delay: '延迟答复告知书',
  fee: '收费通知书',
  decision: '答复书',
  correction: '更正处理告知书',
  delivery: '送达回证',
}

export const deliveryWayNames: Readonly<Record<Extract<RequestStage, { kind: 'delivery' }>['way'], string>> = {
  inPerson: '当面送达',
  mail: '邮寄送达',
  online: '网络送达',
  other: '其他方式',
}

export const feeBasisNames: Readonly<Record<FeeBasis, string>> = { items: '按件', pages: '按量（页）' }

/** What is still empty in a letter. */
export const placeholderNames: Readonly<Record<Placeholder, string>> = {
  applicant: '申请人姓名或名称',
  you: '称呼',
  number: '登记编号',
  request: '申请内容',
  way: '申请方式',
  received: '收到申请之日',
  unit: '本单位名称',
  contact: '联系人',
  phone: '联系电话',
  unitAddress: '联系地址',
  letterDate: '落款日期',
  documentNumber: '文号',
  answerDays: '答复期限',
  lastDay: '答复截止日期',
  period: '给对方的期限',
  due: '对方回复截止日期',
  extendedBy: '延长的天数',
  noticeBy: '补正告知截止日期',
  askedToRectify: '补正告知的日期',
  rectifyBy: '补正截止日期',
  rectifiedOn: '收到补正日期',
  askedToPay: '收费通知的日期',
  payBy: '缴费截止日期（先填收到通知日期）',
  until: '延迟到',
  month: '收到的月份',
  count: '件数或者页数',
  charged: '计收第几件',
  amount: '金额',
  calculation: '计算过程',
  outcome: '办理结果',
  article: '依据条款',
  matter: '正文内容',
  addressee: '征求意见对象',
  payTo: '缴费方式',
  reviewOrgan: '行政复议机关',
  court: '人民法院',
  reviewOnline: '网上申请行政复议的途径',
  deliveredDocument: '送达的文书',
  deliveryWay: '送达方式',
  deliverTo: '送达地址',
}

/** `第1件至第10件，不收费；第11件至第30件，每件100元，计2000元；合计2000元。` */
export function feeCalculation({ basis, amount, steps }: Fee): string {
  const measure = basis === 'items' ? '件' : '页'
  const parts = steps.map(({ from, to, rate, amount: part }) => {
    const range = from === to ? `第${from}${measure}` : `第${from}${measure}至第${to}${measure}`
    return rate === 0 ? `${range}，不收费` : `${range}，每${measure}${rate}元，计${part}元`
  })
  return `${[...parts, `合计${amount}元`].join('；')}。`
}

/** What a letter says in the program's own words. */
export const letterWords: LetterWords = {
  receivedThrough: {
    inPerson: '当面',
    signedMail: '通过邮寄',
    ordinaryMail: '通过平常信函',
    online: '通过网络',
    fax: '通过传真',
    other: '',
  },
  deliveryWays: deliveryWayNames,
  feeCalculation,
  clockSummary,
  clockStep: clockStepText,
}
