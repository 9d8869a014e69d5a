import { Big } from 'big.js'
import type { CellKey, Equation, Form, Term } from '../../catalogue/forms/form.ts'
import { amountOf, readFigure, toCellValue } from '../../model/report/figure.ts'
import type { Finding } from '../../model/report/finding.ts'
import type { CellValue, Report } from '../../model/report/report.ts'

/** Last year's report with its form, which may be another one. */
export interface FormedReport {
  readonly form: Form
  readonly report: Report
}

/**
 * Runs the form's equations. One with a figure that cannot be read is skipped, because rule `value` already names the
 * cause; so is one over a cell that last year's form did not have. From a blank or n/a of last year nothing can be
 * reckoned: where this year has a figure, that is one warning of each rule, without an expected figure.
 */
export function checkEquations(form: Form, report: Report, last: FormedReport | null): Finding[] {
  const totals = new Set(form.totals.map(({ key }) => key))
  return form.equations
    .filter(({ occasion }) => occasion === 'always' || last !== null)
    .flatMap((equation) => checkEquation(equation, { form, report }, last, totals) ?? [])
    .concat(last === null ? [] : blankLastYear(form, report, last))
}

/** By rule, the cells of this year that could be compared were last year's not blank. */
function blankLastYear(form: Form, report: Report, last: FormedReport): Finding[] {
  const byRule = new Map<string, CellKey[]>()
  for (const { code, left, right } of form.equations) {
    const terms = [...left, ...right]
    const isBlank = terms.some((term) => term.of === 'last-year' && standsEmpty(last, term.key))
    const [first] = terms.flatMap((term) => (term.of === 'this-year' ? [term.key] : []))
    const cell = first === undefined ? undefined : form.cells.get(first)
    if (!isBlank || first === undefined || cell === undefined) continue
    const { kind } = readFigure(cell, report.cells[first] ?? null)
    if (kind === 'count' || kind === 'money') byRule.set(code, [...(byRule.get(code) ?? []), first])
  }
  return [...byRule].flatMap(([rule, cells]): Finding[] => {
    const [cell] = cells
    if (cell === undefined) return []
    const place = { kind: 'cell', cell } as const
    return [{ rule, severity: 'warning', place, cells, expected: null, actual: report.cells[cell] ?? null }]
  })
}

/** Blank, or n/a, in last year's report; a cell that its form did not have is neither. */
function standsEmpty({ form, report }: FormedReport, text: string): boolean {
  const key = form.key(text)
  const cell = key === null ? undefined : form.cells.get(key)
  if (key === null || cell === undefined) return false
  const { kind } = readFigure(cell, report.cells[key] ?? null)
  return kind === 'empty' || kind === 'notApplicable'
}

function checkEquation(
  equation: Equation,
  current: FormedReport,
  last: FormedReport | null,
  totals: ReadonlySet<CellKey>,
): Finding | null {
  const left = addTerms(equation.left, current, last)
  const right = addTerms(equation.right, current, last)
  if (left === null || right === null) return null
  const { relation } = equation
  const holds = relation === 'equal' ? left.eq(right) : left.gte(right)
  if (holds && !isBlankTotal(equation, current, totals)) return null

  const keys = [...equation.left, ...equation.right].flatMap((term) => (term.of === 'this-year' ? [term.key] : []))
  const [first] = keys
  if (first === undefined) return null
  const spec = current.form.cells.get(first) ?? { kind: 'count' as const }
  // A single left side of an equality is what has to follow from the right; else the left is the measure.
  const followsFromRight = relation === 'equal' && equation.left.length === 1
  const [expected, found, terms] = followsFromRight ? [right, left, equation.left] : [left, right, equation.right]
  return {
    rule: equation.code,
    severity: equation.severity,
    place: { kind: 'cell', cell: first },
    cells: keys,
    expected: toCellValue(spec, expected),
    actual: standing(terms, current.report) ?? (isSingle(terms) ? null : toCellValue(spec, found)),
  }
}

const isSingle = (terms: readonly Term[]): boolean => terms.length === 1 && terms[0]?.of === 'this-year'

/** What stands in the one cell of a side: blank and `n/a` are shown as they are, not as 0. */
function standing(terms: readonly Term[], report: Report): CellValue {
  const [first] = terms
  return isSingle(terms) && first?.of === 'this-year' ? (report.cells[first.key] ?? null) : null
}

function addTerms(terms: readonly Term[], current: FormedReport, last: FormedReport | null): Big | null {
  let sum = new Big(0)
  for (const term of terms) {
    const source = term.of === 'this-year' ? current : last
    const key = source?.form.key(term.key) ?? null
    const cell = key === null ? undefined : source?.form.cells.get(key)
    if (source == null || key === null || cell === undefined) return null
    if (term.of === 'last-year' && standsEmpty(source, term.key)) return null
    const amount = amountOf(cell, source.report.cells[key] ?? null)
    if (amount === null) return null
    sum = term.minus ? sum.minus(amount) : sum.plus(amount)
  }
  return sum
}

/** A total left blank over parts that hold something, be it 0. */
function isBlankTotal(equation: Equation, { form, report }: FormedReport, totals: ReadonlySet<CellKey>): boolean {
  const [total] = equation.left
  const isTotal =
    equation.relation === 'equal' &&
    equation.left.length === 1 &&
    total?.of === 'this-year' &&
    totals.has(total.key) &&
    equation.right.every(({ of }) => of === 'this-year')
  if (!isTotal || (report.cells[total.key] ?? null) !== null) return false
  return equation.right.some((term) => {
    const cell = term.of === 'this-year' ? form.cells.get(term.key) : undefined
    if (cell === undefined) return false
    const { kind } = readFigure(cell, report.cells[cell.key] ?? null)
    return kind === 'count' || kind === 'money'
  })
}
