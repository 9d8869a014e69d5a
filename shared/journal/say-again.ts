import { type Groups, groupValue, standingIn } from '../record/groups.ts'
import { bareWriting } from './apply-frame.ts'
import { joinChains } from './chain.ts'
import type { Change, Frame } from './frame.ts'
import type { BookRecord } from './merge.ts'
import { covers, highest, runRecordId, SEEN } from './vector.ts'

/*
 * After frames of a journal were lost. A copy that holds later frames of a run would say, by its vector, that it has seen
 * the lost ones too, and merging with another copy that still has their values would take those for replaced: they would
 * be lost there as well. So what was seen is cut back to before the loss, and what is held beyond that is said again,
 * under the run of this start. A mark in the place of the lost frames stands until that was done.
 */

/** Records of the entity `run`, by id. */
export type Runs = ReadonlyMap<string, Groups>

/** The record, of the entity `run`, that the marks stand in. */
export const MARKS = '|'
const LOST = 'lost:'

/** Stands in the journal where frames were lost. `id`: of this loss alone. */
export function lossMark(id: string): Change {
  return { entity: 'run', record: MARKS, group: LOST + id, value: true, previous: null }
}

/** Whether a frame marks a loss, or says all again after one. */
export function marksLoss({ changes }: Frame): boolean {
  return changes.some(({ entity, record }) => entity === 'run' && record === MARKS)
}

/** The number of the frame that marks the first loss after which nothing was said again; null where there is none. */
export function firstLoss(frames: readonly Frame[], runs: Runs): number | null {
  const open = openLosses(runs)
  if (open.length === 0) return null
  const marks = ({ changes }: Frame) => changes.some(({ record, group }) => record === MARKS && open.includes(group))
  return joinChains(frames).find(marks)?.seq ?? null
}

/** The changes of the action that says it again. `runs`: as they stand now; `before`: as they stood at the loss. */
export function sayAgain(records: Iterable<BookRecord>, runs: Runs, before: Runs): Change[] {
  const cut = cutBack(runs, before)
  const seen = highest(cut)
  const changes: Change[] = []
  for (const { entity, record, groups } of records) {
    for (const [group, stamped] of Object.entries(groups)) {
      const [shown, ...others] = standingIn(stamped)
      if (shown === undefined || [shown, ...others].every(({ stamp }) => covers(seen, stamp))) continue
      const beside = others.map((one) => ({ value: one.value, began: one.began ?? bareWriting(one) }))
      changes.push({ entity, record, group, value: shown.value, previous: shown.value, beside })
    }
  }
  for (const [record, value] of cut) {
    const previous = seenIn(runs, record)
    if (value !== previous) changes.push({ entity: 'run', record, group: SEEN, value, previous })
  }
  for (const group of openLosses(runs)) changes.push({ ...lossMark(''), group, value: null, previous: true })
  return changes
}

/** What each run was seen of before the loss, at most what it is now: an earlier loss may have cut deeper since. */
function cutBack(runs: Runs, before: Runs): Map<string, string | null> {
  const cut = new Map<string, string | null>()
  for (const record of runs.keys()) {
    if (record === MARKS) continue
    // What this journal's own frames said of a run holds for the books of every unit.
    const ofAll = seenIn(before, runRecordId('', record.slice(record.lastIndexOf('|') + 1)))
    const then = later(seenIn(before, record), ofAll)
    const now = seenIn(runs, record)
    cut.set(record, now === null || then === null ? null : then < now ? then : now)
  }
  return cut
}

function later(a: string | null, b: string | null): string | null {
  return (a ?? '') > (b ?? '') ? a : b
}

function seenIn(runs: Runs, record: string): string | null {
  const seen = groupValue(runs.get(record) ?? {}, SEEN)
  return typeof seen === 'string' ? seen : null
}

/** Losses that were marked and after which nothing was said again. */
export function openLosses(runs: Runs): string[] {
  const groups = runs.get(MARKS) ?? {}
  return Object.keys(groups).filter((group) => group.startsWith(LOST) && groupValue(groups, group) !== null)
}
