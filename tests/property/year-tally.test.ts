import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formForYear } from '../../shared/catalogue/catalogue.ts'
import type { Entry } from '../../shared/model/entry/entry-record.ts'
import { emptyReport } from '../../shared/model/report/report-json.ts'
import { completeTotals } from '../../shared/steps/aggregate/complete-totals.ts'
import { derive } from '../../shared/steps/derive/derive.ts'
import { UNREADABLE } from '../../shared/steps/derive/derived-counts.ts'
import { entryFacts } from '../../shared/steps/derive/entry-facts.ts'
import {
  publicationBars,
  receivedBars,
  sumOfBars,
  tallyEntries,
  type YearTally,
} from '../../shared/steps/derive/year-tally.ts'
import { forms, nationalHolidays, outcomes } from '../fixtures/catalogue.ts'
import { anyEntry } from '../fixtures/entries-arbitrary.ts'
import { everyRegister, factsOf, registerOf, xiaochangEntries } from '../fixtures/register-entries.ts'

/** A withdrawal counts under 其他. */
const outcomeBars = [...outcomes, 'withdrawal'].map((outcome) => `outcome.${outcome}`)
const someEntries = fc.array(anyEntry, { maxLength: 60 })
const someYear = fc.constantFrom(2019, 2020, 2021, 2022)

const factsOfEntry = (entry: Entry) => entryFacts(registerOf(entry.id.register), entry, nationalHolidays)

function tallyOf(year: number, entries: readonly Entry[]): YearTally {
  return tallyEntries(
    {},
    year,
    entries.map((entry) => ({ register: entry.id.register, before: null, after: factsOfEntry(entry) })),
  )
}

function figuresOf(year: number, entries: readonly Entry[]) {
  const form = formForYear(forms, year)
  if (form === null) throw new Error('no form')
  const derived = derive(form, year, factsOf(entries), { kept: everyRegister, openings: {}, ruleRow: 'zero' })
  const empty = emptyReport(form, year, { code: 'x', name: '甲' })
  const { cells } = completeTotals(form, { ...empty.cells, ...Object.fromEntries(derived.cells) })
  const cell = (name: string) => {
    const key = form.key(name)
    return key === null ? null : cells[key]
  }
  return { cell, supplement: derived.supplement }
}

describe('tallyEntries()', () => {
  it('adds up to what the report derives: requests received, each outcome, publications', () => {
    fc.assert(
      fc.property(someEntries, someYear, (entries, year) => {
        const tally = tallyOf(year, entries)
        const { cell, supplement } = figuresOf(year, entries)
        const received = ['person', 'company', 'research', 'welfare', 'legal', 'otherOrganisation']
          .map((column) => Number(cell(`requests.received.${column}`)))
          .reduce((sum, count) => sum + count, 0)
        expect(Number(sumOfBars(tally, receivedBars))).toBe(received)
        expect(Number(sumOfBars(tally, outcomeBars))).toBe(cell('requests.total.total'))
        for (const outcome of outcomes) {
          // The form of 2019 has one row for all of 其他处理.
          const isOneRow = year < 2021 && outcome.startsWith('other.')
          const bars = isOneRow
            ? outcomeBars.filter((bar) => bar.startsWith('outcome.other.') || bar === 'outcome.withdrawal')
            : outcome === 'other.other'
              ? ['outcome.other.other', 'outcome.withdrawal']
              : [`outcome.${outcome}`]
          expect([outcome, Number(sumOfBars(tally, bars))]).toEqual([
            outcome,
            cell(`requests.${isOneRow ? 'other' : outcome}.total`),
          ])
        }
        // Bars show what could be read; the figure says where an amount could not.
        const total = supplement['publications.total']
        if (total !== UNREADABLE) expect(Number(sumOfBars(tally, publicationBars))).toBe(total)
      }),
      { numRuns: 200 },
    )
  })

  it('gives after additions and removals what counting the rest from nothing gives', () => {
    fc.assert(
      fc.property(someEntries, fc.array(fc.nat(59)), someYear, (entries, gone, year) => {
        const left = entries.filter((_, index) => !gone.includes(index))
        const removed = entries
          .filter((_, index) => gone.includes(index))
          .map((entry) => ({ register: entry.id.register, before: factsOfEntry(entry), after: null }))
        expect(tallyEntries(tallyOf(year, entries), year, removed)).toEqual(tallyOf(year, left))
      }),
    )
  })

  it('shows the made-up year of 孝昌县: 28 requests, 16 granted, 11573 publications', () => {
    const tally = tallyOf(2020, xiaochangEntries())
    expect(sumOfBars(tally, receivedBars)).toBe('28')
    expect(tally['received.01']).toBe('3')
    expect(tally['received.12']).toBeUndefined()
    expect(tally['outcome.granted']).toBe('16')
    expect(tally['publications.website']).toBe('8137')
    expect(sumOfBars(tally, publicationBars)).toBe('11573')
    expect(tallyOf(2021, xiaochangEntries())).toEqual({})
  })
})
