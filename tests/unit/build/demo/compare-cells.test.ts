import { describe, expect, it } from 'vitest'
import { compareCells } from '../../../../build/demo/compare-cells.ts'
import { readFixture } from '../../../fixtures/read-fixture.ts'

const { form, report } = readFixture('xiaochang-2020')
const { cells } = report

describe('compareCells()', () => {
  it('finds the published report equal in every cell of the form', () => {
    expect(compareCells(form, cells)).toEqual({ total: form.cells.size, differences: [] })
  })

  it('names a figure that is another, and one of another type', () => {
    const wrong = { ...cells, 'requests.received.person': 29, 'requests.received.total': '28' }
    expect(compareCells(form, wrong).differences).toEqual([
      { key: 'requests.received.person', expected: 28, actual: 29 },
      { key: 'requests.received.total', expected: 28, actual: '28' },
    ])
  })

  it('does not take 0 for blank, nor blank for 0', () => {
    const filled = Object.entries(cells).map(([key, value]) => [key, value === null ? 0 : value] as const)
    const blanks = Object.values(cells).filter((value) => value === null).length
    expect(blanks).toBeGreaterThan(0)
    expect(compareCells(form, Object.fromEntries(filled)).differences).toHaveLength(blanks)
    expect(compareCells(form, {}).differences).toHaveLength(form.cells.size - blanks)
  })
})
