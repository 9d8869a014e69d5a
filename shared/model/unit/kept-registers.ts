import { type Groups, groupValue } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'

/**
 * Which registers a unit keeps, and since which report year: a register is kept from the year in which its first entry
 * was made, or from which the clerk says so. 年度数字 is kept group by group, so that who writes down publications
 * alone gets no 0 for licences. By keep key: a register's id, or `figures:publications`. Each stands in its own
 * group of the unit (`register:<keep key>`), so that two PCs that start different registers do not disagree.
 */
export type KeptRegisters = Readonly<Record<string, number>>

const GROUP = 'register:'

/** The group that says since when a keep key is kept. */
export function keptGroup(key: string): string {
  return GROUP + key
}

const FIGURES = 'figures'
/** Openings are no register to keep: they hold for the year they are typed for. */
const OPENINGS = 'openings'

const reportYear = z.int().min(1990).max(2200)

/** `publications` of `publications.website`. */
export function subjectGroup(subject: string): string {
  return subject.split('.')[0] ?? subject
}

/** The keep key of a group of 年度数字, by one of its subjects or its name. */
export function figuresKey(subject: string): string {
  return `${FIGURES}:${subjectGroup(subject)}`
}

/** What an entry of a register keeps; null where it keeps nothing: an opening, or a figure of nothing. */
export function keepKeyOf(register: string, fields: Readonly<Record<string, unknown>>): string | null {
  if (register === OPENINGS) return null
  if (register !== FIGURES) return register
  return typeof fields.subject === 'string' && fields.subject !== '' ? figuresKey(fields.subject) : null
}

/** What a unit's record says. */
export function readKept(groups: Groups): KeptRegisters {
  const kept: Record<string, number> = {}
  for (const group of Object.keys(groups)) {
    if (!group.startsWith(GROUP)) continue
    const since = reportYear.safeParse(groupValue(groups, group))
    if (since.success) kept[group.slice(GROUP.length)] = since.data
  }
  return kept
}

/** The keep keys that hold in a year. */
export function keptIn(kept: KeptRegisters, year: number): ReadonlySet<string> {
  return new Set(Object.entries(kept).flatMap(([key, since]) => (since <= year ? [key] : [])))
}

/** Whether a keep key, or the whole register that it is a group of, is among those kept. */
export function isKept(kept: ReadonlySet<string>, key: string): boolean {
  return kept.has(key) || kept.has(key.split(':')[0] ?? key)
}
