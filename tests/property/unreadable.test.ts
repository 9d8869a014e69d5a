import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formForYear } from '../../shared/catalogue/catalogue.ts'
import type { Report } from '../../shared/model/report/report.ts'
import { emptyReport } from '../../shared/model/report/report-json.ts'
import { aggregate } from '../../shared/steps/aggregate/aggregate.ts'
import { completeTotals } from '../../shared/steps/aggregate/complete-totals.ts'
import { check } from '../../shared/steps/check/check.ts'
import { derivationsOf } from '../../shared/steps/derive/compile-derivations.ts'
import { derive } from '../../shared/steps/derive/derive.ts'
import { UNREADABLE } from '../../shared/steps/derive/derived-counts.ts'
import { entryFacts } from '../../shared/steps/derive/entry-facts.ts'
import { openingStocks } from '../../shared/steps/derive/opening-stocks.ts'
import { contributions } from '../../shared/steps/derive/trace.ts'
import { figureSubjects, forms, nationalHolidays, openingStocks as stocks } from '../fixtures/catalogue.ts'
import { anyEntry } from '../fixtures/entries-arbitrary.ts'
import { everyRegister, factsOf, figureEntry, openingEntry, registerOf } from '../fixtures/register-entries.ts'
import { runs } from '../fixtures/runs.ts'

/* Not readable is not 0: wherever such a text stands, no number comes of it, and what shows it is led to. */

const YEAR = 2024
const found = formForYear(forms, YEAR)
if (found === null) throw new Error('no form')
const form = found

/** What nobody can read as a number, whatever a program makes of it: with units, words, formulas, marks and digits around. */
const unreadable = fc.oneof(
  fc.constantFrom(
    '86件',
    '十二',
    '1..2',
    '约30',
    '3-5',
    '#REF!',
    '#公式',
    '12万',
    '无',
    '1,2',
    '0x10',
    '1e3',
    '４５条',
    '--5',
  ),
  fc
    .tuple(fc.nat(999), fc.constantFrom('件', '万元', '?', '（含3件）', '以上'))
    .map(([number, behind]) => `${number}${behind}`),
)
const someEntries = fc.array(anyEntry, { maxLength: 15 })
const isNumber = (value: unknown): boolean => value !== null && value !== undefined && Number.isFinite(Number(value))

function reportOf(entries: Parameters<typeof factsOf>[0], openings = {}): Report {
  const derived = derive(form, YEAR, factsOf(entries), { kept: everyRegister, openings, ruleRow: 'zero' })
  const empty = emptyReport(form, YEAR, { code: '1', name: '甲' })
  const { cells } = completeTotals(form, { ...empty.cells, ...Object.fromEntries(derived.cells) })
  return { ...empty, cells, supplement: derived.supplement }
}

/** Every figure of these keys is none, rule `value` leads to each, and no total of them is a number. */
function expectUnread(report: Report, keys: readonly string[]): void {
  const led = check(form, report, { forms }).flatMap(({ rule, cells, place }) =>
    rule === 'value' ? [...cells, ...Object.values(place)] : [],
  )
  for (const name of keys) {
    const cell = form.key(name)
    expect([name, isNumber(cell === null ? report.supplement[name] : report.cells[cell])]).toEqual([name, false])
    expect(led).toContain(name)
    for (const { key: total, parts } of form.totals) {
      if (cell !== null && parts.includes(cell)) expect([total, isNumber(report.cells[total])]).toEqual([total, false])
    }
  }
}

describe('S19: what can’t be read', () => {
  it('in any figure of the year derives no number, and no total covers it', () => {
    fc.assert(
      fc.property(
        someEntries,
        fc.constantFrom(...figureSubjects),
        unreadable,
        (entries, { value: subject, yearly }, text) => {
          const wrong = figureEntry(subject, yearly === true ? String(YEAR) : `${YEAR}-03`, text)
          const facts = entryFacts(registerOf('figures'), wrong, nationalHolidays)
          const keys = facts === null ? [] : contributions(form, YEAR, 'figures', facts).map(({ figure }) => figure)
          // Every subject of which the form asks is in a figure.
          expectUnread(reportOf([...entries, wrong]), keys)
          expect(keys.length > 0 || !subjectsAsked.has(subject)).toBe(true)
        },
      ),
      { numRuns: runs(120) },
    )
  })

  it('as a stock of the year’s beginning leaves what opens from it without a number', () => {
    fc.assert(
      fc.property(someEntries, fc.constantFrom(...stocks), unreadable, (entries, { value: stock }, text) => {
        const facts = entryFacts(registerOf('openings'), openingEntry(YEAR, stock, text), nationalHolidays)
        const { openings } = openingStocks(form, YEAR, [facts], null)
        const report = reportOf(entries, openings)
        for (const { key, stocks: from } of derivationsOf(form).targets) {
          if (!from.some((one) => one.key === stock)) continue
          const cell = form.key(key)
          expect([key, isNumber(cell === null ? report.supplement[key] : report.cells[cell])]).toEqual([key, false])
        }
      }),
      { numRuns: runs(60) },
    )
  })

  it('in last year’s report is compared with nothing', () => {
    const keys = [...form.cells.keys()]
    fc.assert(
      fc.property(
        someEntries,
        fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 12 }),
        unreadable,
        (entries, places, text) => {
          const report = reportOf(entries)
          const last = {
            ...report,
            year: YEAR - 1,
            cells: { ...report.cells, ...Object.fromEntries(places.map((key) => [key, text])) },
          }
          const before = new Set(places.map(String))
          const compared = check(form, report, { forms, lastYear: last }).filter(
            ({ rule }) => rule === 'carry' || rule === 'in-force',
          )
          for (const { rule, cells, expected } of compared) {
            const from = rule === 'carry' ? cells.map((key) => key.replace('carriedIn', 'carriedOut')) : cells
            if (from.some((key) => before.has(key))) expect([rule, expected]).toEqual([rule, null])
          }
        },
      ),
      { numRuns: runs(60) },
    )
  })

  it('in one report makes that sum empty, names the unit and leaves all others', () => {
    const keys = [...form.cells.keys()]
    fc.assert(
      fc.property(someEntries, fc.constantFrom(...keys), unreadable, (entries, key, text) => {
        const sound = { ...reportOf(entries), unit: { code: '2', name: '乙' } }
        const readable = {
          ...sound,
          cells: Object.fromEntries(
            Object.entries(sound.cells).map(([at, value]) => [at, value === UNREADABLE ? null : value]),
          ),
        }
        const wrong = { ...readable, unit: { code: '1', name: '甲' }, cells: { ...readable.cells, [key]: text } }
        const sum = aggregate(form, [readable, wrong], { unit: { code: '', name: '汇总' }, year: YEAR })
        const plain = aggregate(form, [readable, readable], { unit: { code: '', name: '汇总' }, year: YEAR })
        expect(sum.report.cells).toEqual({ ...plain.report.cells, [key]: null })
        expect(sum.findings.map(({ unit, cells }) => [unit.name, cells])).toContainEqual(['甲', [key]])
      }),
      { numRuns: runs(60) },
    )
  })
})

/** Subjects of which the form's derivations speak. */
const subjectsAsked = new Set(
  figureSubjects.flatMap(({ value, yearly }) => {
    const facts = entryFacts(
      registerOf('figures'),
      figureEntry(value, yearly === true ? String(YEAR) : `${YEAR}-03`, '1'),
      nationalHolidays,
    )
    return facts !== null && contributions(form, YEAR, 'figures', facts).length > 0 ? [value] : []
  }),
)
