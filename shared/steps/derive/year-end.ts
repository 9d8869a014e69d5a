import { knownRegister } from '../../catalogue/catalogue.ts'
import type { RegisterDefinition } from '../../catalogue/registers/register-definition.ts'
import type { Entry } from '../../model/entry/entry-record.ts'
import { requestOf } from '../../model/entry/request-of.ts'
import { dayOfReceipt } from '../clock/day-of-receipt.ts'
import type { Facts } from './entry-facts.ts'

/** An entry with its facts, null where it does not count. */
export interface EntryWithFacts {
  readonly entry: Entry
  readonly facts: Facts | null
}

/** One request or case that lay open when a year ended. */
export interface OpenEntry {
  readonly entry: Entry
  readonly register: 'requests' | 'disputes'
  /** The day of receipt, or the day on which the case was taken up. */
  readonly since: string
  /** Set where it was concluded afterwards, in a year to come. */
  readonly concluded: string | null
}

/** What the clerk looks through on 31 December. */
export interface YearEnd {
  /** Open at the end of the year: 四、结转下年度继续办理, and 尚未审结. Longest open first. */
  readonly open: readonly OpenEntry[]
  /** Those that were open at the end of the year before already. */
  readonly carriedIn: readonly OpenEntry[]
  /** Those of `open` that nobody has confirmed yet: a confirmation in January moves them into the next year. */
  readonly unconfirmed: readonly OpenEntry[]
}

/** Requests and disputes at the end of 31 December, Beijing time. */
export function yearEnd(
  registers: readonly RegisterDefinition[],
  year: number,
  requests: readonly EntryWithFacts[],
  disputes: readonly EntryWithFacts[],
): YearEnd {
  const open = [...openOf('requests', requests, year), ...openOf('disputes', disputes, year)]
  const before = [...openOf('requests', requests, year - 1), ...openOf('disputes', disputes, year - 1)]
  open.sort(byAge)
  return {
    open,
    carriedIn: before.sort(byAge),
    unconfirmed: open.filter(isUnconfirmed(knownRegister(registers, 'requests'))),
  }
}

const isUnconfirmed =
  (requests: RegisterDefinition) =>
  ({ entry, register }: OpenEntry): boolean => {
    const request = register === requests.id ? requestOf(requests, entry) : null
    return request !== null && dayOfReceipt(request.receipt) === null
  }

const beginning = { requests: 'received', disputes: 'filed' } as const

function openOf(register: 'requests' | 'disputes', entries: readonly EntryWithFacts[], year: number): OpenEntry[] {
  return entries.flatMap(({ entry, facts }) => {
    const since = facts?.[beginning[register]] ?? null
    const concluded = facts?.concluded ?? null
    const isOpen = since !== null && since <= lastDay(year) && (concluded === null || concluded > lastDay(year))
    return isOpen ? [{ entry, register, since, concluded }] : []
  })
}

function byAge(a: OpenEntry, b: OpenEntry): number {
  return a.since === b.since ? 0 : a.since < b.since ? -1 : 1
}

function lastDay(year: number): string {
  return `${year}-12-31`
}
