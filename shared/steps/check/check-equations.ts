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
 * cause; so is one over a cell that last year's form did not have.
 */
export function checkEquations(form: Form, report: Report, last: FormedReport | null): Finding[] {
  const totals = new Set(form.totals.map(({ key }) => key))
  return form.equations
    .filter(({ occasion }) => occasion === 'always' || last !== null)
    .flatMap((equation) => checkEquation(equation, { form, report }, last, totals) ?? [])
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
