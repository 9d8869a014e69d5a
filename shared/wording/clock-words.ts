import { chineseDate } from '../calendar/chinese-date.ts'
import type { StageKind } from '../model/entry/request.ts'
import type { Wait } from '../steps/clock/clock-progress.ts'
import type { Consulted } from '../steps/clock/clock-step.ts'

const digits = '〇一二三四五六七八九'

/** `33` → `第三十三条`. For articles 1 to 99. */
export function articleName(article: number): string {
  const tens = Math.floor(article / 10)
  const ones = article % 10
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return `第${ten}${ones === 0 && tens > 0 ? '' : digits[ones]}条`
}

/** The measures on the processing fee, as they are cited. */
export const byFeeMeasures = '（《政府信息公开信息处理费管理办法》）'

/** `（《条例》第三十三条）`. */
export const byArticle = (article: number): string => `（《条例》${articleName(article)}）`

/** A day as the clerk reads it beside `today`: without the year where it is this year's. */
export function shortDate(date: string, today: string): string {
  return date.slice(0, 4) === today.slice(0, 4) ? chineseDate(date).slice(5) : chineseDate(date)
}

/** `2027年、2028年`. A mistyped date runs through hundreds of years: then the first and the last. */
export function yearsNamed(years: readonly number[]): string {
  return years.length > 3 ? `${years[0]}年至${years.at(-1)}年` : years.map((year) => `${year}年`).join('、')
}

export const stageNames: Record<StageKind, string> = {
  rectification: '补正告知',
  extension: '延期告知',
  consultation: '征求意见',
  fee: '收费通知',
  reasons: '要求说明理由',
  delay: '延迟答复告知',
  decision: '答复',
  delivery: '送达',
  withdrawal: '申请人撤回',
}

/** The day on which what was asked for came, as its field is called. Empty where a stage asks for nothing. */
export const answerDayNames: Record<StageKind, string> = {
  rectification: '收到补正日期',
  extension: '',
  consultation: '收到意见日期',
  fee: '缴费日期',
  reasons: '收到说明日期',
  delay: '',
  decision: '',
  delivery: '',
  withdrawal: '',
}

export const consultedNames: Record<Consulted, string> = { thirdParty: '第三方', organ: '其他机关' }

export const waitNames: Record<Wait['waitingFor'], string> = {
  confirmation: '等双方确认',
  applicant: '等申请人补正',
  payment: '等申请人缴费',
  reasons: '等申请人说明理由',
  thirdParty: '等第三方回复意见',
  organ: '等其他机关回复意见',
}
