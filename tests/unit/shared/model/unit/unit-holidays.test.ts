import { describe, expect, it } from 'vitest'
import {
  correctYear,
  dropYear,
  settleYear,
  tickLegalHolidays,
  turnDay,
} from '../../../../../shared/actions/holiday-changes.ts'
import { isWorkingDay, workingDayAfter } from '../../../../../shared/calendar/working-days.ts'
import type { Change } from '../../../../../shared/journal/frame.ts'
import { knownYear, readTickedYear, unitCalendar, yearSources } from '../../../../../shared/model/unit/unit-holidays.ts'
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
const assigned = (holidays: string[], stamp = '1'): Groups => ({
  'assignedHolidays:2027': { value: { holidays, workdays: [], settled: true }, stamp, author: '', device: '' },
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

  it('C24: believes the program, then the later of the unit above and the clerk', () => {
    const ticked = edited({}, turn('2027-01-01'), settle(2027), turn('2026-03-02'), settle(2026))
    expect(knownYear(nationalHolidays, ticked, 2026)).toMatchObject({
      source: 'program',
      days: nationalHolidays.get(2026),
      by: null,
    })
    expect(knownYear(nationalHolidays, ticked, 2027)?.source).toBe('ticked')
    const later = { ...ticked, ...assigned(['2027-01-01', '2027-10-01'], '2') }
    expect(knownYear(nationalHolidays, later, 2027)).toMatchObject({
      source: 'assigned',
      days: { holidays: ['2027-01-01', '2027-10-01'], workdays: [] },
    })
    const earlier = { ...ticked, ...assigned(['2027-01-01', '2027-10-01'], '0') }
    expect(knownYear(nationalHolidays, earlier, 2027)?.source).toBe('ticked')
    expect(knownYear(nationalHolidays, later, 2028)).toBeNull()
  })

  it('C24: a correction stands before what the program brings, day by day, until it is taken back', () => {
    const brought = nationalHolidays.get(2026)
    if (brought === undefined) throw new Error('no 2026')
    // 三月三 2026 in Guangxi (放假办法 art. 4): 20 to 22 April, Monday to Wednesday.
    const corrected = edited(
      {},
      (groups) => correctYear('t1', groups, 2026, brought),
      turn('2026-04-20'),
      turn('2026-04-21'),
      turn('2026-04-22'),
    )
    const calendar = unitCalendar(nationalHolidays, corrected)
    expect(['2026-04-20', '2026-04-21', '2026-04-22'].map((day) => isWorkingDay(day, calendar))).toEqual([
      false,
      false,
      false,
    ])
    expect(isWorkingDay('2026-05-09', calendar)).toBe(true)
    // From 13 April: 14–17, 23–24, 27–30 April, 6–9, 11–15, 18 May are 20 working days, three later than elsewhere.
    expect(workingDayAfter('2026-04-13', 20, calendar)).toBe('2026-05-18')
    expect(workingDayAfter('2026-04-13', 20, nationalHolidays)).toBe('2026-05-13')
    expect(yearSources(nationalHolidays, corrected, 2026).map(({ source }) => source)).toEqual(['ticked', 'program'])
    const dropped = edited(corrected, (groups) => dropYear('t1', groups, 2026))
    expect(unitCalendar(nationalHolidays, dropped)).toBe(nationalHolidays)
  })

  it('C24: of a correction by the unit above and one of the clerk the later holds', () => {
    const ours = withChanges({}, correctYear('t1', {}, 2026, { holidays: ['2026-01-01'], workdays: [] }), '5')
    const theirs = (stamp: string): Groups => ({
      'assignedHolidays:2026': {
        value: { holidays: ['2026-10-01'], workdays: [], settled: true, corrects: true },
        stamp,
        author: '',
        device: '',
      },
    })
    expect(knownYear(nationalHolidays, { ...ours, ...theirs('6') }, 2026)?.source).toBe('assigned')
    expect(knownYear(nationalHolidays, { ...ours, ...theirs('4') }, 2026)?.source).toBe('ticked')
  })

  it('believes nobody who says nonsense: such a year stays without data', () => {
    expect(unitCalendar(nationalHolidays, assigned(['2027-02-30']))).toBe(nationalHolidays)
    expect(
      unitCalendar(nationalHolidays, { 'holidays:2027': { value: '放假', stamp: '1', author: '', device: '' } }),
    ).toBe(nationalHolidays)
  })
})
