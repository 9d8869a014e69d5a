import { arrange, type Groups, type Stamped } from '../record/groups.ts'
import { stampBefore } from '../record/hlc.ts'
import type { Standing, StandingAgain, Writing } from '../record/writing.ts'
import type { Change, Frame } from './frame.ts'

/** Names a record across all entities. */
export function recordKey({ entity, record }: Pick<Change, 'entity' | 'record'>): string {
  return `${entity} ${record}`
}

/** Names a field group across all records. */
export function groupKey({ entity, record, group }: Pick<Change, 'entity' | 'record' | 'group'>): string {
  return `${entity} ${record} ${group}`
}

/**
 * The records that a frame touches, after it. Frames are applied in the order of `seq`, each once, and what they say
 * stands, whatever their stamps: a clock that went wrong changes nothing here. Who was first to write a group is kept.
 * Records that are not in `rows` are new; one whose groups are all gone is empty. `rows` itself is not changed.
 */
export function applyFrame(rows: ReadonlyMap<string, Groups>, frame: Frame): Map<string, Groups> {
  const touched = new Map<string, Record<string, Stamped>>()
  const writing = writingOf(frame)
  for (const change of frame.changes) {
    const key = recordKey(change)
    let groups = touched.get(key)
    if (groups === undefined) {
      groups = { ...rows.get(key) }
      touched.set(key, groups)
    }
    if (change.written === null) delete groups[change.group]
    else groups[change.group] = assigned(change, writing, groups[change.group])
  }
  return touched
}

function assigned({ value, written, beside }: Change, writing: Writing, before: Stamped | undefined): Stamped {
  const began = before === undefined ? {} : { began: before.began ?? bareWriting(before) }
  const main: Standing = written ? { value, ...written } : { value, ...writing, ...began }
  if (beside === undefined || beside.length === 0) return main
  let place = 0
  const restamped = (item: StandingAgain): Standing => ({
    ...writing,
    ...item,
    stamp: stampBefore(writing.stamp, ++place),
  })
  return arrange([main, ...beside.map((item) => ('stamp' in item ? item : restamped(item)))])
}

function writingOf({ hlc: stamp, author, device, actingUnit }: Frame): Writing {
  return actingUnit === undefined ? { stamp, author, device } : { stamp, author, device, actingUnit }
}

/** Without who began. */
export function bareWriting({ stamp, author, device, actingUnit }: Writing): Writing {
  return actingUnit === undefined ? { stamp, author, device } : { stamp, author, device, actingUnit }
}
