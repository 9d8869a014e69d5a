import { Big } from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formForYear } from '../../shared/catalogue/catalogue.ts'
import type { Form } from '../../shared/catalogue/forms/form.ts'
import type { Entry } from '../../shared/model/entry/entry-record.ts'
import type { Report } from '../../shared/model/report/report.ts'
import { emptyReport } from '../../shared/model/report/report-json.ts'
import { completeTotals } from '../../shared/steps/aggregate/complete-totals.ts'
import { workingReport } from '../../shared/steps/aggregate/read-working-report.ts'
import { check } from '../../shared/steps/check/check.ts'
import { carriedFigures, lastReport } from '../../shared/steps/derive/carried-over.ts'
import { derivationsOf } from '../../shared/steps/derive/compile-derivations.ts'
import { derive } from '../../shared/steps/derive/derive.ts'
import { DerivedCounts, type DerivedFrom, type Openings, UNREADABLE } from '../../shared/steps/derive/derived-counts.ts'
import { entryFacts } from '../../shared/steps/derive/entry-facts.ts'
import { contributions, entriesBehind } from '../../shared/steps/derive/trace.ts'
import { yearEnd } from '../../shared/steps/derive/year-end.ts'
import { forms, nationalHolidays, registers } from '../fixtures/catalogue.ts'
import { anyEntry } from '../fixtures/entries-arbitrary.ts'
import { everyRegister, factsOf, figureEntry, registerOf } from '../fixtures/register-entries.ts'
import { runs } from '../fixtures/runs.ts'

const years = [2019, 2020, 2021, 2022]
const someEntries = fc.array(anyEntry, { maxLength: 40 })
const someYear = fc.constantFrom(...years)

function formOfYear(year: number): Form {
  const form = formForYear(forms, year)
  if (form === null) throw new Error(`no form for ${year}`)
  return form
}

/** Openings that hold at least every document of the register, as a true opening does. */
function openingsFor(form: Form, entries: readonly Entry[]): Openings {
  const stocks = derivationsOf(form).targets.flatMap((target) => target.stocks.map(({ key }) => key))
  return Object.fromEntries(
    stocks.map((stock) => {
      const [kind] = stock.split('.')
      return [stock, String(entries.filter(({ fields }) => fields.kind === kind).length)]
    }),
  )
}

function fromAll(form: Form, entries: readonly Entry[]): DerivedFrom {
  return { kept: everyRegister, openings: openingsFor(form, entries), ruleRow: 'not-applicable' }
}

function reportOf(year: number, entries: readonly Entry[]): Report {
  const form = formOfYear(year)
  const { cells, supplement } = derive(form, year, factsOf(entries), fromAll(form, entries))
  const empty = emptyReport(form, year, { code: 'x', name: '甲' })
  return {
    ...empty,
    cells: completeTotals(form, { ...empty.cells, ...Object.fromEntries(cells) }).cells,
    supplement,
  }
}

const columns = ['person', 'company', 'research', 'welfare', 'legal', 'otherOrganisation', 'total']
const cellsOf = (year: number, report: Report, row: string) =>
  columns.map((column) => {
    const key = formOfYear(year).key(`requests.${row}.${column}`)
    return key === null ? undefined : report.cells[key]
  })

const factsOfEntry = (entry: Entry) => entryFacts(registerOf(entry.id.register), entry, nationalHolidays)

describe('derive()', () => {
  it('gives tables that satisfy every rule within the year', () => {
    fc.assert(
      fc.property(someEntries, someYear, (entries, year) => {
        const found = check(formOfYear(year), reportOf(year, entries), { forms })
        // An amount that was typed wrong is said, and is all that is.
        expect(found.filter(({ actual }) => actual !== UNREADABLE)).toEqual([])
      }),
      { numRuns: runs(150) },
    )
  })

  it('S13: carries out of a year what it carries into the next, across the forms too', () => {
    fc.assert(
      fc.property(someEntries, someYear, (entries, year) => {
        expect(cellsOf(year, reportOf(year, entries), 'carriedOut')).toEqual(
          cellsOf(year + 1, reportOf(year + 1, entries), 'carriedIn'),
        )
      }),
      { numRuns: runs(100) },
    )
  })

  it('never differs from last year’s report where that is what the registers gave', () => {
    fc.assert(
      fc.property(someEntries, someYear, (entries, year) => {
        const form = formOfYear(year + 1)
        const last = lastReport(formOfYear(year), reportOf(year, entries), null)
        const derived = derive(form, year + 1, factsOf(entries), fromAll(form, entries))
        const id = { unit: 'x', year: year + 1, layer: 'own' } as const
        const working = workingReport(form, id, { code: 'x', name: '甲' }, {}, derived)
        const carried = last === null ? [] : carriedFigures(form, working, last)
        expect(carried).toHaveLength(columns.length - 1)
        expect(carried.filter(({ differs }) => differs)).toEqual([])
      }),
      { numRuns: runs(60) },
    )
  })

  it('counts as open what the list of 31 December shows', () => {
    fc.assert(
      fc.property(someEntries, someYear, (entries, year) => {
        const all = (register: string) =>
          entries.filter(({ id }) => id.register === register).map((entry) => ({ entry, facts: factsOfEntry(entry) }))
        const { open, carriedIn } = yearEnd(registers, year, all('requests'), all('disputes'))
        const report = reportOf(year, entries)
        const ofRequests = (list: typeof open) => list.filter(({ register }) => register === 'requests').length
        expect(cellsOf(year, report, 'carriedOut').at(-1)).toBe(ofRequests(open))
        expect(cellsOf(year, report, 'carriedIn').at(-1)).toBe(ofRequests(carriedIn))
        const pending = ['review', 'direct', 'afterReview'].map((kind) =>
          formOfYear(year).key(`disputes.${kind}.pending`),
        )
        const sum = pending.reduce((so, key) => so + Number(key === null ? Number.NaN : report.cells[key]), 0)
        expect(sum).toBe(open.length - ofRequests(open))
      }),
      { numRuns: runs(60) },
    )
  })
})

type Edit = { what: 'add'; entry: Entry } | { what: 'remove' | 'replace'; at: number; entry: Entry }

const someEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ what: fc.constant('add' as const), entry: anyEntry }) },
    fc.record({ what: fc.constantFrom('remove' as const, 'replace' as const), at: fc.nat(99), entry: anyEntry }),
  ),
  { maxLength: 60 },
)

describe('DerivedCounts', () => {
  it('S17: is after any edits what counting from scratch gives', () => {
    fc.assert(
      fc.property(someEdits, someYear, (edits, year) => {
        const form = formOfYear(year)
        const counts = new DerivedCounts(form, year)
        let standing: readonly Entry[] = []
        for (const edit of edits) {
          const old = edit.what === 'add' ? undefined : standing[edit.at % Math.max(1, standing.length)]
          if (edit.what === 'add') {
            counts.addEntry(edit.entry.id.register, factsOfEntry(edit.entry))
            standing = [...standing, edit.entry]
          } else if (old !== undefined && edit.what === 'remove') {
            counts.removeEntry(old.id.register, factsOfEntry(old))
            standing = standing.filter((entry) => entry !== old)
          } else if (old !== undefined && old.id.register === edit.entry.id.register) {
            counts.replaceEntry(old.id.register, factsOfEntry(old), factsOfEntry(edit.entry))
            standing = standing.map((entry) => (entry === old ? edit.entry : entry))
          }
        }
        const from = fromAll(form, standing)
        expect(counts.figures(from)).toEqual(derive(form, year, factsOf(standing), from))
      }),
      { numRuns: runs(150) },
    )
  })
})

describe('contributions()', () => {
  it('S17: adds up, with the openings, to every derived figure; behind each figure stand the entries that count in it', () => {
    fc.assert(
      fc.property(someEntries, someYear, (entries, year) => {
        const form = formOfYear(year)
        const from = { ...fromAll(form, entries), ruleRow: 'zero' as const }
        const { cells, supplement } = derive(form, year, factsOf(entries), from)
        const traced = entries.map((entry) => {
          const facts = factsOfEntry(entry)
          return { entry, facts, counted: contributions(form, year, entry.id.register, facts) }
        })
        for (const { key, stocks } of derivationsOf(form).targets) {
          const opening = stocks.reduce((sum, stock) => sum.plus(from.openings[stock.key] ?? 0), new Big(0))
          const parts = traced.flatMap(({ counted }) => counted.filter(({ figure }) => figure === key))
          const sum = parts.reduce((so, { amount, sign }) => so.plus(new Big(amount ?? 0).times(sign)), opening)
          const cell = form.key(key)
          const isUnread = parts.some(({ amount }) => amount === null)
          expect([key, Number((cell === null ? undefined : cells.get(cell)) ?? supplement[key])]).toEqual([
            key,
            isUnread ? Number.NaN : sum.toNumber(),
          ])
          const { counts } = entriesBehind(form, year, key)
          for (const { entry, facts, counted } of traced) {
            expect(counts(entry.id.register, facts)).toBe(counted.some(({ figure }) => figure === key))
          }
        }
      }),
      { numRuns: runs(30) },
    )
  })
})

describe('amounts that can’t be read', () => {
  const unreadable = fc.constantFrom('86件', '十二', '1..2', '约30', '3-5', '#REF!', '12万', '无')
  it('S19: derive no number, and no total covers them; rule value leads there', () => {
    fc.assert(
      fc.property(someEntries, fc.uniqueArray(unreadable, { minLength: 1, maxLength: 3 }), (entries, texts) => {
        const year = 2022
        const wrong = texts.map((text, i) => figureEntry('fee.amount', `${year}-0${i + 1}`, text))
        const report = reportOf(year, [...entries, ...wrong])
        const form = formOfYear(year)
        const key = form.key('disclosure.fee.amount')
        if (key === null) throw new Error('no such cell')
        expect(Number.isNaN(Number(report.cells[key] ?? Number.NaN))).toBe(true)
        const found = check(form, report, { forms }).filter(({ rule }) => rule === 'value')
        expect(found.map(({ cells }) => cells)).toContainEqual([key])
        for (const { key: total, parts } of form.totals)
          if (parts.includes(key)) expect(report.cells[total] ?? null).toBe(null)
      }),
      { numRuns: 50 },
    )
  })
})
