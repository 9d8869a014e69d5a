import { legalDate } from '../../calendar/legal-date.ts'
import { type Groups, standingIn } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'

/**
 * What groups `bin`, `erased` and `gone` say: the day, and the stamps of what whoever set it had before them. So a change
 * that they did not see is told from those that they did, whatever clocks said.
 */
export const mark = z.object({ day: legalDate, over: z.array(z.string()) })

/** The groups that set a mark, and are not covered by one. */
export const MARKS: readonly string[] = ['bin', 'erased', 'gone']

/** The stamps that stand in groups of a record: what a mark on them covers. */
export function stampsIn(groups: Groups, names: readonly string[] = Object.keys(groups)): string[] {
  return names
    .filter((name) => !MARKS.includes(name))
    .flatMap((name) => standingIn(groups[name]).map(({ stamp }) => stamp))
}
