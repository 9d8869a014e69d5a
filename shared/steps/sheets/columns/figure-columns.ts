import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import { choiceMatcher } from '../cells/match-choice.ts'
import type { MatchHeading } from './match-heading.ts'
import type { SheetTitle } from './sheet-title.ts'

/** What the heading of a column of figures says of each of them: `{ period: '3月' }`, `{ subject: 'trainings' }`. */
export type FigureGiven = Readonly<Record<string, string>>

/** The fields of a register of figures: what is counted, when, and how many. */
interface FigureFields {
  readonly figure: string
  readonly period: string
  readonly subject: string
}

/** Null where a register holds no figures. */
export function figureFields(register: RegisterDefinition): FigureFields | null {
  const figure = register.fields.find(({ kind }) => kind === 'figure')
  const period = register.fields.find(({ kind }) => kind === 'month')
  const subject = figure?.figureOf
  return figure === undefined || period === undefined || subject === undefined
    ? null
    : { figure: figure.key, period: period.key, subject }
}

/** A month, the whole year, or the time of which the sheet is (本期). */
type Period = { readonly is: 'month' | 'year'; readonly text: string } | { readonly is: 'current' }

const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

function periodOf(heading: string): Period | null {
  const plain = heading.normalize('NFKC').replace(/[\s()_.:-]/g, '')
  const [, year = '', month] = /^(20\d{2}年)?(1[0-2]|0?[1-9])月份?(?:数|合计|实际)?$/.exec(plain) ?? []
  if (month !== undefined) return { is: 'month', text: `${year}${month}月` }
  const inWords = chinese.indexOf(/^(.{1,2})月份?$/.exec(plain)?.[1] ?? '')
  if (inWords >= 0) return { is: 'month', text: `${inWords + 1}月` }
  const whole = /^(20\d{2}年)(度|全年|累计|合计)?(数|数据)?$/.exec(plain)?.[1]
  if (whole !== undefined) return { is: 'year', text: whole }
  if (/^(本年|全年|本年度|1月?至?12月)?(累计|合计|总计|实际)?(数|数量|完成数)?$/.test(plain) && /[年计]/.test(plain)) {
    return { is: 'year', text: '全年' }
  }
  return /^(本期|本月|当月|当期)(实际|数|数量|合计|完成数?|发生数?)*$/.test(plain) ? { is: 'current' } : null
}

/** Also knows the headings of a statistics sheet: months, 本年累计 and subjects, each over figures of its own. */
export function figureMatcher(register: RegisterDefinition, match: MatchHeading): MatchHeading {
  const fields = figureFields(register)
  if (fields === null) return match
  const subjectOf = subjectMatcher(register, fields)
  return (heading) =>
    match(heading) ?? (periodOf(heading) !== null || subjectOf(heading) !== null ? fields.figure : null)
}

function subjectMatcher(register: RegisterDefinition, { subject }: FigureFields): (heading: string) => string | null {
  return choiceMatcher(register.fields.find(({ key }) => key === subject)?.choices ?? [])
}

interface GivenColumns {
  readonly columns: readonly (string | null)[]
  /** By column of the file; null: nothing but what the row says. */
  readonly given: readonly (FigureGiven | null)[]
}

/**
 * What the headings of a statistics sheet say of the figures below them. Months go before their sum and the sum of the year
 * before 本期, which it holds; what is not taken is left to the clerk.
 */
export function givenColumns(
  register: RegisterDefinition,
  headings: readonly string[],
  columns: readonly (string | null)[],
  { month }: SheetTitle,
): GivenColumns {
  const fields = figureFields(register)
  if (fields === null) return { columns, given: columns.map(() => null) }
  const { figure, period, subject } = fields
  const subjectOf = subjectMatcher(register, fields)
  const last = (heading: string): string => heading.split(' ').at(-1) ?? ''
  const periods = columns.map((id, at) =>
    id === figure ? (periodOf(headings[at] ?? '') ?? periodOf(last(headings[at] ?? ''))) : null,
  )
  const taken = (['month', 'year', 'current'] as const).find((is) => periods.some((one) => one?.is === is))
  const given = columns.map((id, at): FigureGiven | 'left' | null => {
    const heading = headings[at] ?? ''
    const one = periods[at] ?? null
    if (id !== figure) return null
    if (one === null) {
      const counted = subjectOf(last(heading))
      if (counted === null) return null
      return columns.includes(subject) ? 'left' : { [subject]: counted }
    }
    if (one.is !== taken || columns.includes(period)) return 'left'
    if (one.is !== 'current') return { [period]: one.text }
    return { [period]: month === null ? '全年' : `${month}月` }
  })
  return {
    columns: columns.map((id, at) => (given[at] === 'left' ? null : id)),
    given: given.map((one) => (one === 'left' ? null : one)),
  }
}
