import { describe, expect, it } from 'vitest'
import { derivationsOf } from '../../../../../shared/steps/derive/compile-derivations.ts'
import { contributions } from '../../../../../shared/steps/derive/trace.ts'
import { applicantKinds, figureSubjects, forms, openingStocks, outcomes } from '../../../../fixtures/catalogue.ts'
import { entryOf, factsOf, figureEntry, simpleRequest } from '../../../../fixtures/register-entries.ts'

const stocksOf = (form: (typeof forms)[number]) => derivationsOf(form).targets.flatMap(({ stocks }) => stocks)
const sorted = (values: Iterable<string>) => [...new Set(values)].sort()

describe('derivationsOf()', () => {
  it('names the openings that the register of openings has, all of them', () => {
    expect(sorted(forms.flatMap((form) => stocksOf(form).map(({ key }) => key)))).toEqual(
      sorted(openingStocks.map(({ value }) => value)),
    )
  })

  it("finds the cells of last year's report in the same form", () => {
    for (const form of forms) {
      for (const cell of stocksOf(form).flatMap(({ lastYear }) => lastYear))
        expect([cell, form.key(cell) !== null]).toEqual([cell, true])
    }
  })

  it('counts every subject of the register of figures in some form', () => {
    for (const { value: subject } of figureSubjects) {
      const facts = factsOf([figureEntry(subject, '2020', '7')]).get('figures')?.[0] ?? null
      const counted = forms.flatMap((form) => contributions(form, 2020, 'figures', facts))
      expect([subject, counted.length > 0]).toEqual([subject, true])
    }
  })

  it('counts every outcome and kind of applicant in exactly one row of outcomes', () => {
    for (const form of forms) {
      for (const outcome of outcomes) {
        for (const applicant of applicantKinds) {
          const request = simpleRequest('2019-12-02', '2020-01-06', outcome, { applicant })
          const facts = factsOf([request]).get('requests')?.[0] ?? null
          const rows = contributions(form, 2020, 'requests', facts).filter(({ figure }) =>
            figure.startsWith('requests.'),
          )
          expect(
            rows.map(({ figure }) => figure).filter((figure) => !figure.startsWith('requests.carriedIn')),
          ).toHaveLength(1)
        }
      }
    }
  })

  it('asks only for facts that entries have', () => {
    const samples = [
      simpleRequest('2020-01-02', null),
      figureEntry('trainings', '2020', '1'),
      entryOf('documents', { title: '文件', kind: 'rule', made: '2020-01-02' }),
      entryOf('disputes', { kind: 'review', filed: '2020-01-02' }),
    ]
    const known = new Map([...factsOf(samples)].map(([register, [facts]]) => [register, Object.keys(facts ?? {})]))
    for (const form of forms) {
      for (const [register, indexes] of derivationsOf(form).measures) {
        const measures = indexes.flatMap(({ byValues }) => [...byValues.values()].flat())
        const asked = [
          ...indexes.flatMap(({ facts }) => facts),
          ...measures.flatMap(({ dates, summed }) => [...dates.map(({ field }) => field), ...(summed ? [summed] : [])]),
        ]
        expect(known.get(register)).toEqual(expect.arrayContaining(sorted(asked)))
      }
    }
  })
})
