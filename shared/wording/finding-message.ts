import { Big } from 'big.js'
import { cellName, columnName, placeName, rowName, supplementName, tableNameOf } from '../catalogue/forms/cell-name.ts'
import type { Form } from '../catalogue/forms/form.ts'
import { isRuleCode, type RuleCode } from '../catalogue/forms/rule-codes.ts'
import { formatFigure, valueFlaw } from '../model/report/figure.ts'
import type { Finding } from '../model/report/finding.ts'
import { sectionOf } from '../model/report/place.ts'
import { type CellValue, isNarrativeKey, type Report } from '../model/report/report.ts'
import { supplementKind } from '../model/report/report-json.ts'
import type { FormedReport } from '../steps/check/check-equations.ts'
import { valueFlawText } from './value-flaw.ts'

interface Found {
  readonly form: Form
  readonly report: Report
  readonly finding: Finding
  readonly last: FormedReport | null
}

/** A figure in a sentence: an empty one is called 空白. */
const said = (value: CellValue): string => (value === null ? '空白' : formatFigure(value))

function apart({ expected, actual }: Finding): string {
  try {
    const difference = new Big(actual ?? 0).minus(new Big(expected ?? 0))
    return difference.eq(0) ? '' : `，${difference.gt(0) ? '多' : '少'}了${difference.abs().toFixed()}`
  } catch {
    return ''
  }
}

const part = (value: CellValue): string => (said(value).startsWith('-') ? `（${said(value)}）` : said(value))

/** 23（16＋1＋6）: the parts that are not 0, where there are several and the line stays readable. */
function sumOf(parts: readonly CellValue[], sum: CellValue): string {
  const filled = parts.filter((value) => value !== null && value !== 0 && value !== '0' && value !== 'n/a')
  return filled.length < 2 ? said(sum) : `${said(sum)}（${filled.map(part).join('＋')}）`
}

const valueAt = (report: Report, key: string | undefined, form: Form): CellValue => {
  const known = key === undefined ? null : form.key(key)
  return known === null ? null : (report.cells[known] ?? null)
}

function nameAt({ form, finding }: Found, i: number): { table: string; row: string; column: string; place: string } {
  const key = finding.cells[i]
  const cell = key === undefined ? undefined : form.cells.get(key)
  if (cell === undefined) return { table: '', row: '', column: '', place: '' }
  return {
    table: tableNameOf(form, cell),
    row: rowName(form, cell),
    column: columnName(form, cell),
    place: placeName(form, cell),
  }
}

const partsOf = ({ form, report, finding }: Found): CellValue[] =>
  finding.cells.slice(1).map((key) => valueAt(report, key, form))

/** A code that a clerk knows; one that the program made is none. */
const codeSaid = (code: CellValue): string => (String(code).startsWith('local:') ? '未填代码' : said(code))

const blankTotal = ({ finding }: Found): boolean => finding.actual === null

function sectionName({ form, finding }: Found): string {
  const where = sectionOf(form, finding.place)
  const section = form.definition.sections.find(({ id }) => id === where)
  return section === undefined ? (where ?? '') : `${section.name}“${section.title}”`
}

const lastValue = ({ last, finding }: Found, key: string | undefined): CellValue =>
  last === null ? finding.expected : valueAt(last.report, key, last.form)

const messages: Record<RuleCode, (found: Found) => string> = {
  value: ({ form, finding: { place, actual } }) => {
    const figure = place.kind === 'supplement' ? place.figure : ''
    const cell = place.kind === 'cell' ? form.cells.get(place.cell) : undefined
    const spec = cell ?? { kind: supplementKind(form, figure) }
    const name = cell === undefined ? `补充数字“${supplementName(form, figure)}”` : cellName(form, cell.key)
    const unit = cell?.unit ?? form.definition.supplement.find(({ key }) => key === figure)?.unit ?? ''
    return `${name}填的是“${said(actual)}”，${valueFlawText(valueFlaw(spec, actual) ?? 'unreadable', spec.kind, unit)}`
  },
  'form-year': ({ report, finding: { expected, actual } }) =>
    expected === null
      ? `${report.year}年没有这种年报表式。请核对年度。`
      : `${report.year}年度应当用${expected}年表式，这份年报用的是${actual}年表式。请换用${expected}年表式重新填报，或核对年度。`,
  'applicant-sum': (found) => {
    const { table, row, column } = nameAt(found, 0)
    const sum = sumOf(partsOf(found), found.finding.expected)
    const head = `${table}“${row}”这一行：`
    return blankTotal(found)
      ? `${head}各类申请人已经填了数，“${column}”是空白，应当是${sum}。请补填“${column}”。`
      : `${head}“${column}”填的是${said(found.finding.actual)}，各类申请人相加是${sum}${apart(found.finding)}。请核对这一行各格，或改“${column}”。`
  },
  'outcome-sum': (found) => {
    const { table, row, column } = nameAt(found, 0)
    const sum = sumOf(partsOf(found), found.finding.expected)
    const head = `${table}“${column}”这一列：`
    return blankTotal(found)
      ? `${head}各项办理结果已经填了数，“${row}”是空白，应当是${sum}。请补填“${row}”。`
      : `${head}“${row}”填的是${said(found.finding.actual)}，各项办理结果相加是${sum}${apart(found.finding)}。请核对这一列各格，或改“${row}”。`
  },
  'dispute-sum': (found) => {
    const { table, column } = nameAt(found, 0)
    const sum = sumOf(partsOf(found), found.finding.expected)
    return blankTotal(found)
      ? `${table}“${column}”是空白，前面四项相加是${sum}。请补填这个总计。`
      : `${table}“${column}”填的是${said(found.finding.actual)}，前面四项相加是${sum}${apart(found.finding)}。请核对这四项，或改总计。`
  },
  balance: (found) => {
    const { form, report, finding } = found
    const [received, carriedIn, total, carriedOut] = [0, 1, 2, 3].map((i) => nameAt(found, i))
    const [a, b, c, d] = finding.cells.map((key) => said(valueAt(report, key, form)))
    return (
      `${received?.table}“${received?.column}”这一列：“${received?.row}”${a}加“${carriedIn?.row}”${b}是${said(finding.expected)}，` +
      `“${total?.row}”${c}加“${carriedOut?.row}”${d}是${said(finding.actual)}，两项之和应当相等${apart(finding).replace('，', '，后者').replace('了', '')}。` +
      '请核对是不是有申请漏登、重复登记，或没有结转。'
    )
  },
  'published-within-total': (found) => {
    const { table, row, column } = nameAt(found, 0)
    const published = nameAt(found, 1)
    const total = said(valueAt(found.report, found.finding.cells[0], found.form))
    return `${table}“${row}”：“${published.column}”${said(found.finding.actual)}比“${column}”${total}还多。总数包括本年公开的，请核对这两格。`
  },
  'empty-table': (found) =>
    `${sectionName(found)}没有填数字。本年确实没有的，请点“本年没有（全表为0）”；未填的请补填。`,
  carry: (found) => {
    const { table, row, column } = nameAt(found, 0)
    const { finding } = found
    return `${table}“${column}”这一列：“${row}”填的是${said(finding.actual)}，上年年报结转到本年的是${said(finding.expected)}${apart(finding)}。请按上年年报改正；上年年报有误的，请写明原因。`
  },
  'in-force': (found) => {
    const { table, row, column } = nameAt(found, 0)
    const { finding } = found
    const [, issued, repealed] = finding.cells.map((key) => valueAt(found.report, key, found.form) ?? 0)
    const last = lastValue(found, finding.cells[0]) ?? 0
    return `${table}“${row}”：“${column}”填的是${said(finding.actual)}，按上年${said(last)}加本年制发${said(issued ?? 0)}减废止${said(repealed ?? 0)}应当是${said(finding.expected)}${apart(finding)}。本年重新清理过的，请写明原因。`
  },
  'items-carry': (found) => {
    const { table, row, column } = nameAt(found, 0)
    const { finding } = found
    return `${table}“${row}”：“${column}”填的是${said(finding.actual)}，上年年报的项目数量加上年增减是${said(finding.expected)}${apart(finding)}。请核对；口径有变化的，请写明原因。`
  },
  outlier: ({ form, finding: { cells, expected, actual } }) => {
    const [key] = cells
    return `${key === undefined ? '' : cellName(form, key)}本年是${said(actual)}，上年是${said(expected)}，相差很大。请核对有没有多打、少打一位，或用错单位；属实的请写明原因。`
  },
  'same-as-last-year': (found) =>
    found.finding.place.kind === 'table'
      ? `${sectionName(found)}的数字与上年完全一样。请核对是否已改成本年的数字。`
      : `${sectionName(found)}的文字与上年几乎一样。请按本年情况改写，避免与上年雷同。`,
  'children-sum': ({ form, finding }) => {
    const [key] = finding.cells
    return `${key === undefined ? '' : cellName(form, key)}的汇总数是${said(finding.actual)}，各单位、本机关和汇总调整相加是${said(finding.expected)}${apart(finding)}。请核对各单位数字，或调整汇总数并写明原因。`
  },
  'missing-section': (found) => {
    const { place } = found.finding
    const id = place.kind === 'section' && isNarrativeKey(place.section) ? place.section : null
    const text = id === null ? '' : (found.report.narrative[id] ?? '').trim()
    if (id === 'other') return `${sectionName(found)}没有文字。请补写；没有要报告的可以写“无”。`
    const short = text === '' ? '没有文字' : `只写了“${text}”，太简单`
    return `${sectionName(found)}${short}。${id === 'problems' ? '请写清存在的主要问题和改进措施，只有第六部分可以写“无”。' : '请补写。'}`
  },
  'blank-cells': (found) => {
    const { form, report, finding } = found
    const table = form.tables.find(({ id }) => id === sectionOf(form, finding.place))
    const blank = report.presentation.blank ?? form.definition.blank
    const printed = blank === '' ? '打印时空着' : `将印成${blank}`
    return `表${table?.numeral ?? ''}还有${finding.cells.length}格空白，${printed}。请补上；本年确实没有的，点“其余空白格填0”。`
  },
  'out-of-proportion': ({ form, finding: { cells, expected, actual, unit } }) => {
    const [key] = cells
    return `${unit?.name ?? ''}的${key === undefined ? '' : cellName(form, key)}是${said(actual)}，其他单位最多的是${said(expected)}，相差太大。请核对有没有用错单位（元当成了万元）或多打几位；属实就写一句原因。`
  },
  'same-unit': ({ finding: { expected, actual, unit } }) =>
    `${unit?.name ?? ''}报了两份，代码不同（${codeSaid(expected)}、${codeSaid(actual)}），汇总里都算了。请核对是不是同一个单位：是的，请与该单位核实用哪一份；不是的，写一句原因就可以。`,
}

/** As many cells as one can still read in a sentence. */
const MOST_NAMED = 6

/** Rules that compare with last year's figures. */
export const lastYearRules: ReadonlySet<string> = new Set<RuleCode>(['carry', 'in-force', 'items-carry'])

/** Nothing can be reckoned from a blank. */
function blankLastYear(found: Found): string {
  const { table, row, column } = nameAt(found, 0)
  const more = found.finding.cells.length - 1
  return `${table}“${row}”的“${column}”${more > 0 ? `等${more + 1}格` : ''}：上年这一格空白或不适用，没有可比的数。请对照上年公布的年报核对；属实的不用处理。`
}

/** A rule of the form's own says what must hold; the program adds the figures that stand against it. */
function ownRuleMessage({ form, report, finding }: Found): string {
  const rule = form.definition.rules.find(({ code }) => code === finding.rule)
  const says = rule !== undefined && 'says' in rule ? rule.says : undefined
  const named = finding.cells
    .slice(0, MOST_NAMED)
    .map((key) => `${cellName(form, key)}是${said(valueAt(report, key, form))}`)
  return `${says ?? '不符合表式的规则'}：现在${named.join('，')}。请核对这几格；属实的，请写明原因。`
}

/**
 * What is wrong, with rows and columns as the form prints them, the figures and their parts, and what a clerk can do.
 * Give last year's report where the finding compares with it, so that its figures can be named.
 */
export function findingMessage(form: Form, report: Report, finding: Finding, last: FormedReport | null = null): string {
  const place = { form, report, finding, last }
  if (finding.expected === null && lastYearRules.has(finding.rule)) return blankLastYear(place)
  return isRuleCode(finding.rule) ? messages[finding.rule](place) : ownRuleMessage(place)
}
