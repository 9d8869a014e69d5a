import { describe, expect, it } from 'vitest'
import { totalsOver } from '../../../../../shared/steps/aggregate/totals-over.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { formOf, keyOf } from '../../../../fixtures/read-fixture.ts'

const form = formOf('2021')
const over = (key: string): string[] => totalsOver(form, keyOf(form, key)).toSorted()

describe('totalsOver()', () => {
  it('finds the total of the row, of the column, and the corner above both', () => {
    expect(over('requests.granted.person')).toEqual([
      'requests.granted.total',
      'requests.total.person',
      'requests.total.total',
    ])
  })

  it('goes on from a total to the totals above it', () => {
    expect(over('requests.granted.total')).toEqual(['requests.total.total'])
    expect(over('requests.total.person')).toEqual(['requests.total.total'])
  })

  it('ends at a corner', () => expect(over('requests.total.total')).toEqual([]))

  it('stays within its row where no column is added up', () => {
    expect(over('requests.received.legal')).toEqual(['requests.received.total'])
    expect(over('disputes.direct.upheld')).toEqual(['disputes.direct.total'])
  })

  it('finds nothing over a figure that is in no sum', () => {
    expect(over('disclosure.licence.decisions')).toEqual([])
  })

  it('agrees for every cell with the parts that the form gives its totals', () => {
    for (const one of forms) {
      for (const { key, parts } of one.totals) {
        for (const part of parts) {
          const found = totalsOver(one, part)
          expect([part, found]).toEqual([part, expect.arrayContaining([key, ...totalsOver(one, key)])])
          expect(new Set(found).size).toBe(found.length)
          expect(found).not.toContain(part)
        }
      }
    }
  })
})
