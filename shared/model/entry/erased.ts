import { legalDate } from '../../calendar/legal-date.ts'
import { type Groups, groupValue } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'

/** Whether a group of an entry was erased after it was last written, also where nothing stood in it any more. */
export function isErased(groups: Groups, group: string): boolean {
  const written = groups[group]?.stamp ?? ''
  const isSince = (mark: string): boolean => groupValue(groups, mark) !== null && (groups[mark]?.stamp ?? '') > written
  return isSince('gone') || (group === 'personal' && isSince('erased'))
}

const gone = z.object({ day: legalDate, number: z.string().optional() })

/** What remains of an erased entry; null where it was not erased. */
export function readGone(groups: Groups): z.infer<typeof gone> | null {
  return gone.safeParse(groupValue(groups, 'gone')).data ?? null
}
