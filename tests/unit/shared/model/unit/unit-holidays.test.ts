import { describe, expect, it } from 'vitest'
import { settleYear, tickLegalHolidays, turnDay } from '../../../../../shared/actions/holiday-changes.ts'
import type { Change } from '../../../../../shared/journal/frame.ts'
import { knownYear, readTickedYear, unitCalendar } from '../../../../../shared/model/unit/unit-holidays.ts'
import type { Groups } from '../../../../../shared/record/groups.ts'
import { catalogue, nationalHolidays } from '../../../../fixtures/catalogue.ts'
import { withChanges } from '../../../../fixtures/register-entries.ts'

const edited = (groups: Groups, ...edits: ((groups: Groups) => readonly Change[])[]): Groups =>
  edits.reduce((now, edit) => withChanges(now, edit(now)), groups)
const turn = (date: string) => (groups: Groups) => turnDay('t1', groups, date)
const settle = (year: number) => (groups: Groups) => {
  const result = settleYear('t1', groups, year, true)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}
const assigned = (holidays: string[]): Groups => ({
  'assignedHolidays:2027': { value: { holidays, workdays: [], settled: true }, stamp: '1', author: '', device: '' },
})

describe('turnDay()', () => {
  it('turns a weekday off and back, and with the last day nothing is left', () => {
    const off = edited({}, turn('2027-01-01'), turn('2027-01-04'))
    expect(readTickedYear(off, 2027)).toEqual({ holidays: ['2027-01-01', '2027-01-04'], workdays: [], settled: false })
    const back = edited(off, turn('2027-01-01'), turn('2027-01-04'))
    expect(back['holidays:2027']?.value).toBeNull()
  })

  it('turns a weekend into a workday, also one that was ticked as off, and back', () => {
    // 2 May 2027 is a Sunday.
    const legal = edited({}, (groups) => tickLegalHolidays(catalogue.days, 't1', groups, 2027))
    expect(readTickedYear(legal, 2027).holidays).toContain('2027-05-02')
    const worked = edited(legal, turn('2027-05-02'))
    expect(readTickedYear(worked, 2027).workdays).toEqual(['2027-05-02'])
    expect(readTickedYear(worked, 2027).holidays).not.toContain('2027-05-02')
    expect(readTickedYear(edited(worked, turn('2027-05-02')), 2027).workdays).toEqual([])
  })
})

describe('settleYear() and unitCalendar(nationalHolidays)', () => {
  it('counts a year once it is settled, not while it is being ticked', () => {
    const ticking = edited({}, turn('2027-01-01'))
    expect(unitCalendar(nationalHolidays, ticking)).toBe(nationalHolidays)
    const settled = edited(ticking, settle(2027))
    expect(unitCalendar(nationalHolidays, settled).get(2027)).toEqual({ holidays: ['2027-01-01'], workdays: [] })
    expect(unitCalendar(nationalHolidays, settled).get(2026)).toBe(nationalHolidays.get(2026))
    // A correction is taken in at once.
    expect(unitCalendar(nationalHolidays, edited(settled, turn('2027-01-04'))).get(2027)?.holidays).toHaveLength(2)
  })

  it('refuses to settle a year without a day off, and takes settling back', () => {
    expect(settleYear('t1', {}, 2027, true)).toEqual({ ok: false, problem: { code: 'no-holidays' } })
    const settled = edited({}, turn('2027-01-01'), settle(2027))
    const open = settleYear('t1', settled, 2027, false)
    expect(open.ok && unitCalendar(nationalHolidays, withChanges(settled, open.value)).has(2027)).toBe(false)
  })

  it('says who is believed: the program, then the unit above, then the clerk', () => {
    const ticked = edited({}, turn('2027-01-01'), settle(2027), turn('2026-03-02'), settle(2026))
    expect(knownYear(nationalHolidays, ticked, 2026)).toEqual({ source: 'program', days: nationalHolidays.get(2026) })
    expect(knownYear(nationalHolidays, ticked, 2027)?.source).toBe('ticked')
    const both = { ...ticked, ...assigned(['2027-01-01', '2027-10-01']) }
    expect(knownYear(nationalHolidays, both, 2027)).toEqual({
      source: 'assigned',
      days: { holidays: ['2027-01-01', '2027-10-01'], workdays: [] },
    })
    expect(knownYear(nationalHolidays, both, 2028)).toBeNull()
  })

  it('believes nobody who says nonsense: such a year stays without data', () => {
    expect(unitCalendar(nationalHolidays, assigned(['2027-02-30']))).toBe(nationalHolidays)
    expect(
      unitCalendar(nationalHolidays, { 'holidays:2027': { value: '放假', stamp: '1', author: '', device: '' } }),
    ).toBe(nationalHolidays)
  })
})
