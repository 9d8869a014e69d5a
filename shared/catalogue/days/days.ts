import { type HolidayCalendar, readHolidayYear } from '../../calendar/holiday-year.ts'
import { z } from '../../values/parse.ts'
import type { Tell } from '../catalogue-problem.ts'

const monthDay = z.string().regex(/^\d{2}-\d{2}$/)
/** The first day of 春节, 清明, 端午 and 中秋, `MM-DD`. */
const feasts = z.tuple([monthDay, monthDay, monthDay, monthDay])
export type Feasts = z.infer<typeof feasts>

const year = z.string().regex(/^\d{4}$/)

/** Days off as data, by year: the yearly notices, and the feasts that move with the moon. */
export const daysData = z.strictObject({
  notices: z.record(year, z.strictObject({ holidays: z.array(z.string()), workdays: z.array(z.string()) })),
  feasts: z.record(year, feasts),
})
export type DaysData = z.infer<typeof daysData>

/** Days off that the catalogue knows. What a unit has beside them is in its record: see unit-holidays.ts. */
export interface Days {
  readonly notices: HolidayCalendar
  readonly feasts: ReadonlyMap<number, Feasts>
}

/** Days off by year as a number. A year that is none is told and left out. */
export function compileDays({ notices, feasts }: DaysData, tell: Tell): Days {
  const read = Object.entries(notices).flatMap(([of, days]) => {
    const found = readHolidayYear(Number(of), days)
    if (!found.ok) tell('bad-days', `${of} ${found.problem.date ?? found.problem.code}`)
    return found.ok ? [[Number(of), found.value] as const] : []
  })
  const moving = Object.entries(feasts).map(([of, days]) => [Number(of), days] as const)
  return { notices: new Map(read), feasts: new Map(moving) }
}
