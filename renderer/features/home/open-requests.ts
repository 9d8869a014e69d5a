import type { HolidayCalendar } from '../../../shared/calendar/holiday-year.ts'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { Entry } from '../../../shared/model/entry/entry-record.ts'
import { requestOf } from '../../../shared/model/entry/request-of.ts'
import { type StatutoryClock, statutoryClock } from '../../../shared/steps/clock/statutory-clock.ts'

/** A request in hand; `clock` is null while its receipt is not filled in right. */
export interface OpenRequest {
  readonly entry: Entry
  readonly clock: StatutoryClock | null
}

/** Requests in hand, the most pressing first: overdue, what nobody can reckon, by the last day, what waits for others. */
export function openRequests(
  register: RegisterDefinition,
  entries: readonly Entry[],
  calendar: HolidayCalendar,
  today: string,
): OpenRequest[] {
  const open = entries.map((entry): OpenRequest => {
    const request = requestOf(register, entry)
    return { entry, clock: request === null ? null : statutoryClock(request, calendar, today) }
  })
  // Before what is due later, for nobody knows how pressing it is; never before what is known to be late: an import
  // brings many at once.
  const pressing = ({ clock }: OpenRequest): string => (clock === null ? today : (clock.lastDay ?? '9999-12-31'))
  return open.sort((a, b) => (pressing(a) < pressing(b) ? -1 : pressing(a) > pressing(b) ? 1 : 0))
}

/** How many working days ahead a last day is called near. */
const NEAR = 5

export interface OpenCounts {
  readonly all: number
  readonly overdue: number
  /** The last day is near, and it lies with us. */
  readonly near: number
  /** Waits for the applicant, a third party or another organ. */
  readonly waiting: number
}

export function countOpen(open: readonly OpenRequest[]): OpenCounts {
  const isOverdue = ({ clock }: OpenRequest): boolean => (clock?.overdueBy ?? 0) > 0
  const isWaiting = ({ clock }: OpenRequest): boolean => (clock?.waits.length ?? 0) > 0
  return {
    all: open.length,
    overdue: open.filter(isOverdue).length,
    near: open.filter((one) => {
      const remaining = one.clock?.remaining ?? null
      return remaining !== null && remaining <= NEAR && !isOverdue(one) && !isWaiting(one)
    }).length,
    waiting: open.filter(isWaiting).length,
  }
}
