import { describe, expect, it } from 'vitest'
import { formById } from '../../../../../shared/catalogue/catalogue.ts'
import type { Report } from '../../../../../shared/model/report/report.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import type { Groups } from '../../../../../shared/record/groups.ts'
import { deskReport } from '../../../../../shared/steps/aggregate/desk-report.ts'
import { changeTally, emptyTally } from '../../../../../shared/steps/aggregate/tally.ts'
import { forms } from '../../../../fixtures/catalogue.ts'

const form = formById(forms, '2021')
if (form === null) throw new Error('no form')
const county = { code: 'c', name: '孝昌县' }
const id = { unit: 'c', year: 2023, layer: 'total' } as const

const part = (code: string, cells: Readonly<Record<string, number | string>>): Report => {
  const empty = emptyReport(form, 2023, { code, name: code })
  return { ...empty, cells: { ...empty.cells, ...cells } }
}

const figure = (desk: ReturnType<typeof deskReport>, text: string) => {
  const key = form.key(text)
  if (key === null) throw new Error(text)
  return [desk.working.report.cells[key], desk.working.origin.get(key)]
}

const adjust = (key: string, by: number | string): Groups => ({
  [`adjust:${key}`]: { value: { by, reason: '重复计算' }, stamp: '1', author: '', device: '' },
})

/** As the units sent them; the desk itself has no figure. */
const sentBy = (...reports: readonly Report[]) => changeTally(form, emptyTally, { added: reports })
const own = emptyReport(form, 2023, county)

describe('deskReport()', () => {
  it('S2: sums what came in as it came, totals too', () => {
    const desk = deskReport(
      form,
      id,
      county,
      {},
      sentBy(
        part('a', { 'requests.received.person': 2, 'requests.received.total': 3 }),
        part('b', { 'requests.received.person': 5 }),
      ),
      own,
    )
    expect(figure(desk, 'requests.received.person')).toEqual([7, 'summed'])
    expect(figure(desk, 'requests.received.total')).toEqual([3, 'summed'])
    expect(figure(desk, 'requests.received.company')).toEqual([null, undefined])
    expect(desk.working.report.unit).toEqual(county)
  })

  it('S10: adds an adjustment to the sum, visibly', () => {
    const groups = adjust('requests.received.person', -1)
    const desk = deskReport(form, id, county, groups, sentBy(part('a', { 'requests.received.person': 2 })), own)
    expect(figure(desk, 'requests.received.person')).toEqual([1, 'adjusted'])
    expect([...desk.working.adjustments.values()]).toEqual([{ by: -1, reason: '重复计算' }])
  })

  it('adjusts money exactly', () => {
    const groups = adjust('disclosure.fee.amount', '-0.1')
    const desk = deskReport(form, id, county, groups, sentBy(part('a', { 'disclosure.fee.amount': '0.3' })), own)
    expect(figure(desk, 'disclosure.fee.amount')).toEqual(['0.2', 'adjusted'])
  })

  it('S3, S10: leaves a sum empty that could not be made, adjusted or not, and says whose figure it was', () => {
    const groups = adjust('requests.received.person', 1)
    const desk = deskReport(form, id, county, groups, sentBy(part('a', { 'requests.received.person': '2件' })), own)
    expect(figure(desk, 'requests.received.person')).toEqual([null, undefined])
    expect(desk.unreadable.map(({ unit, actual }) => [unit.code, actual])).toEqual([['a', '2件']])
  })

  it('takes its texts from the desk, not from the units', () => {
    const told: Report = { ...part('a', {}), narrative: { overview: '镇里的' }, statements: ['disputes'] }
    const groups: Groups = { 'narrative:overview': { value: '县里的', stamp: '1', author: '', device: '' } }
    const desk = deskReport(form, id, county, groups, sentBy(told), own)
    expect(desk.working.report.narrative).toEqual({ overview: '县里的' })
    expect(desk.working.report.statements).toEqual([])
  })
})
