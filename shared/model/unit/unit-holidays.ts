import { type HolidayCalendar, type HolidayYear, readHolidayYear } from '../../calendar/holiday-year.ts'
import { type Groups, groupValue } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'
import { type Written, writtenIn } from '../entry/who-wrote.ts'

/**
 * Days off beside those that the program brings, in the unit's record, one group a year:
 *   `holidays:<year>` what the clerk ticks from the State Council's notice, or corrects: holidays of the region (放假办法
 *   art. 4), a later notice
 *   `assignedHolidays:<year>` the same, as the file of the unit above brings it
 * Which one holds for a year is decided here and nowhere else: the later of the two. A year that the program brings was
 * compared with other sources, so only what says that it corrects stands before it. A year counts once it is settled; until
 * then it is a year without data, and every day in it provisional.
 */
export const TICKED = 'holidays:'
const ASSIGNED = 'assignedHolidays:'

const storedYear = z.strictObject({
  holidays: z.array(z.string()),
  workdays: z.array(z.string()),
  /** The whole notice is in it. */
  settled: z.boolean(),
  /** It stands before what the program brings; absent: it does not. */
  corrects: z.boolean().optional(),
})

/** A year as it is being ticked. */
export type TickedYear = Readonly<z.infer<typeof storedYear>>

const nothingTicked: TickedYear = { holidays: [], workdays: [], settled: false }

/** What the clerk has ticked of a year. */
export function readTickedYear(groups: Groups, year: number): TickedYear {
  return storedYear.safeParse(groupValue(groups, TICKED + year)).data ?? nothingTicked
}

/** Whose days they are. */
export type HolidaySource = 'program' | 'assigned' | 'ticked'

export interface KnownYear {
  readonly source: HolidaySource
  readonly days: HolidayYear
  /** Who set it, and when; null: the program brings it. */
  readonly by: Written | null
}

/** The days off of a year, and where they come from; null while they are not known. `notices`: what the program brings. */
export function knownYear(notices: HolidayCalendar, groups: Groups, year: number): KnownYear | null {
  return yearSources(notices, groups, year)[0] ?? null
}

/** All that is known of a year, what holds first. */
export function yearSources(notices: HolidayCalendar, groups: Groups, year: number): readonly KnownYear[] {
  const brought = notices.get(year)
  const program: KnownYear[] = brought === undefined ? [] : [{ source: 'program', days: brought, by: null }]
  const set = [settledYear(groups, 'assigned', year), settledYear(groups, 'ticked', year)]
    .filter((one) => one !== null)
    .sort((a, b) => (a.stamp > b.stamp ? -1 : 1))
  return [...set.filter(({ corrects }) => corrects), ...program, ...set.filter(({ corrects }) => !corrects)]
}

interface SetYear extends KnownYear {
  readonly stamp: string
  readonly corrects: boolean
}

function settledYear(groups: Groups, source: 'assigned' | 'ticked', year: number): SetYear | null {
  const group = groups[(source === 'ticked' ? TICKED : ASSIGNED) + year]
  const stored = storedYear.safeParse(group?.value).data
  if (group === undefined || stored?.settled !== true) return null
  const { holidays, workdays, corrects = false } = stored
  const read = readHolidayYear(year, { holidays, workdays })
  return read.ok ? { source, days: read.value, by: writtenIn(group), stamp: group.stamp, corrects } : null
}

/** Years that this unit counts otherwise than the program, earliest first. */
export function ownYears(notices: HolidayCalendar, groups: Groups): [year: number, days: HolidayYear][] {
  const years = new Set(
    Object.keys(groups).flatMap((group) => {
      const year = /^(?:holidays|assignedHolidays):(\d{4})$/.exec(group)?.[1]
      return year === undefined ? [] : [Number(year)]
    }),
  )
  return [...years].sort().flatMap((year): [number, HolidayYear][] => {
    const known = knownYear(notices, groups, year)
    return known === null || known.source === 'program' ? [] : [[year, known.days]]
  })
}

/** The days off by which a unit's working days are counted. */
export function unitCalendar(notices: HolidayCalendar, groups: Groups): HolidayCalendar {
  const own = ownYears(notices, groups)
  return own.length === 0 ? notices : new Map([...notices, ...own])
}
