import type { Groups } from '../record/groups.ts'
import { applyFrame } from './apply-frame.ts'
import { joinChains } from './chain.ts'
import { entities, type Frame } from './frame.ts'
import type { BookRecord, Copy } from './merge.ts'
import type { Runs } from './say-again.ts'
import type { Rows } from './undo.ts'
import { highest, OWN_RUNS, SEEN, withOwnRun } from './vector.ts'

/** What stands after frames that follow on `rows`, of which a copy is changed. A chain that is not whole counts for nothing. */
export function replay(frames: readonly Frame[], rows: Rows = new Map()): Rows {
  const after = new Map(rows)
  for (const frame of joinChains(frames)) {
    for (const [key, groups] of applyFrame(after, withOwnRun(frame))) {
      if (Object.keys(groups).length === 0) after.delete(key)
      else after.set(key, groups)
    }
  }
  return after
}

/** All books of a journal, as a copy that merges with another of the same. */
export function copyOf(rows: Rows): Copy {
  const seen = [...runsOf(rows)].filter(([id]) => id.startsWith(OWN_RUNS))
  return { records: bookRecords(rows), vector: highest(seen.map(([id, groups]) => [id, groups[SEEN]?.value ?? null])) }
}

/** The records but those of what was seen. */
export function bookRecords(rows: Rows): ReadonlyMap<string, BookRecord> {
  const records = new Map<string, BookRecord>()
  for (const [key, groups] of rows) {
    const { entity, record } = placeOf(key)
    if (entity !== undefined && entity !== 'run') records.set(key, { entity, record, groups })
  }
  return records
}

/** The records of what was seen, by id. */
export function runsOf(rows: Rows): Runs {
  const runs = new Map<string, Groups>()
  for (const [key, groups] of rows) {
    const { entity, record } = placeOf(key)
    if (entity === 'run') runs.set(record, groups)
  }
  return runs
}

/** `recordKey` undone. */
function placeOf(key: string) {
  const space = key.indexOf(' ')
  return { entity: entities.find((one) => one === key.slice(0, space)), record: key.slice(space + 1) }
}
