import { describe, expect, it } from 'vitest'
import { entriesOf, lengthOf, yearCharts } from '../../../../../renderer/features/charts/year-charts.ts'
import { isWithin } from '../../../../../renderer/features/register-list/narrow-list.ts'
import type { ListNarrow } from '../../../../../renderer/kit/session/view.ts'
import { registers } from '../../../../fixtures/catalogue.ts'

const year = { 'received.03': '4', 'received.12': '2', 'outcome.granted': '3', 'publications.website': '8137' }

function chartOf(id: string, before: Record<string, string> | null) {
  const chart = yearCharts({ year, before }, registers).find((one) => one.id === id)
  if (chart === undefined) throw new Error(`no chart ${id}`)
  return chart
}

describe('yearCharts(registers)', () => {
  it('shows every month, and of outcomes and channels those that something was counted under in either year', () => {
    const months = chartOf('received', { 'received.01': '1' })
    expect(months.bars).toHaveLength(12)
    expect(months).toMatchObject({ now: '6', before: '1' })
    expect(months.bars[2]).toEqual({ key: 'received.03', label: '3月', now: '4', before: '0' })
    const outcomes = chartOf('outcome', { 'outcome.unavailable.notHeld': '2' })
    expect(outcomes.bars.map(({ label, now, before }) => [label, now, before])).toEqual([
      ['予以公开', '3', '0'],
      ['无法提供：本机关不掌握相关政府信息', '0', '2'],
    ])
  })

  it('compares with last year only where something was written down then', () => {
    expect(chartOf('received', { 'outcome.granted': '9' })).toMatchObject({ before: null })
    expect(chartOf('publications', null).bars).toEqual([
      { key: 'publications.website', label: '网站', now: '8137', before: null },
    ])
  })

  it('draws the longest bar of either year over the whole width', () => {
    const months = chartOf('received', { 'received.05': '8' })
    expect([lengthOf(months, '8'), lengthOf(months, '4'), lengthOf(months, '0')]).toEqual([1, 0.5, 0])
    expect(lengthOf(chartOf('outcome', null), '0')).toBe(0)
  })
})

describe('entriesOf()', () => {
  const narrowOf = (id: string, bar: number, of: number): ListNarrow => {
    const chart = chartOf(id, null)
    const found = chart.bars[bar]
    const view = found === undefined ? null : entriesOf(chart, found, of)
    if (view?.screen !== 'register' || view.narrow === undefined) throw new Error('no list')
    return view.narrow
  }

  it('narrows the list to what the bar counts, no more', () => {
    const march = narrowOf('received', 2, 2025)
    expect(isWithin(march, { received: '2025-03-31', concluded: null, outcome: null })).toBe(true)
    expect(isWithin(march, { received: '2025-04-01' })).toBe(false)
    expect(isWithin(march, { received: '2024-03-31' })).toBe(false)
    expect(isWithin(march, null)).toBe(false)
    const granted = narrowOf('outcome', 0, 2024)
    expect(isWithin(granted, { outcome: 'granted', concluded: '2024-01-02' })).toBe(true)
    expect(isWithin(granted, { outcome: 'partlyGranted', concluded: '2024-01-02' })).toBe(false)
    expect(isWithin(granted, { outcome: 'granted', concluded: '2025-01-02' })).toBe(false)
    expect(isWithin(granted, { outcome: 'granted', concluded: null })).toBe(false)
  })
})
