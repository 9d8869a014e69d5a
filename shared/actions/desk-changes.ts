import type { Change } from '../journal/frame.ts'
import { setGroup } from '../journal/set-group.ts'
import { type DeskPlace, deskRecordId } from '../model/desk/choice-record.ts'
import type { Choice } from '../model/package/piles.ts'
import type { Groups } from '../record/groups.ts'

/** 用这一份: a submission counts, whatever follows what. `groups`: of the desk's record on this unit. */
export function chooseSubmission(place: DeskPlace, groups: Groups, { id, seen }: Choice): Change[] {
  return setGroup('desk', deskRecordId(place), groups, 'counts', { id, seen: [...seen] })
}
