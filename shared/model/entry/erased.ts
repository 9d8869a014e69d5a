import { type Groups, groupValue } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'
import { mark } from './mark.ts'

/** Whether a group of an entry was erased as it stands, also where nothing stood in it any more. */
export function isErased(groups: Groups, group: string): boolean {
  const isCovered = (by: string): boolean => {
    const over = mark.safeParse(groupValue(groups, by)).data?.over ?? []
    return over.includes(groups[group]?.stamp ?? '')
  }
  return isCovered('gone') || (group === 'personal' && isCovered('erased'))
}

const gone = mark.extend({ number: z.string().optional() })

/** What remains of an erased entry; null where it was not erased. */
export function readGone(groups: Groups): z.infer<typeof gone> | null {
  return gone.safeParse(groupValue(groups, 'gone')).data ?? null
}
