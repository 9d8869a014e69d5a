import type { Change } from '../journal/frame.ts'
import { type Groups, setGroup } from '../journal/record.ts'
import { type DeskPlace, deskRecordId } from '../model/desk/choice-record.ts'
import type { Choice } from '../model/package/piles.ts'

/** 用这一份: a submission counts, whatever follows what. `groups`: of the desk's record on this unit. */
export function chooseSubmission(place: DeskPlace, groups: Groups, { id, seen }: Choice): Change[] {
  return setGroup('desk', deskRecordId(place), groups, 'counts', { id, seen: [...seen] })
}
