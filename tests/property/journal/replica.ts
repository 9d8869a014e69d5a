import { recordKey } from '../../../shared/journal/apply-frame.ts'
import { chained, joinChains } from '../../../shared/journal/chain.ts'
import { type Change, type Frame, frame as frameSchema } from '../../../shared/journal/frame.ts'
import { type Copy, merge } from '../../../shared/journal/merge.ts'
import { bookRecords, replay, runsOf } from '../../../shared/journal/replay.ts'
import { firstLoss, lossMark, sayAgain } from '../../../shared/journal/say-again.ts'
import { choose, settleChange } from '../../../shared/journal/settle-change.ts'
import { clockAfter, lastBeside, stampFor } from '../../../shared/journal/stamping.ts'
import { undoChanges } from '../../../shared/journal/undo.ts'
import {
  afterAction,
  afterRedo,
  afterUndo,
  emptyHistory,
  type UndoHistory,
} from '../../../shared/journal/undo-history.ts'
import { unmergeChanges } from '../../../shared/journal/unmerge.ts'
import { isMerge, readVector } from '../../../shared/journal/vector.ts'
import { type Groups, standingIn } from '../../../shared/record/groups.ts'
import { formatHlc, type Hlc, isAdoptable, parseHlc } from '../../../shared/record/hlc.ts'
import type { Standing } from '../../../shared/record/writing.ts'
import type { Json } from '../../../shared/values/json.ts'

/** What a PC hands to another: a copy of its books, and the keys that it knows to be dropped. */
export interface SyncFile {
  readonly copy: Copy
  readonly dropped: ReadonlySet<string>
}

/** Few, so that merges come as chains. */
const MOST = 3
const UNIT = 'u'

const keyOf = (value: Json): string | null =>
  typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string' ? value.key : null

/** One PC: its journal and what it comes to, by the program's own functions, without store and disk. */
export class Replica {
  readonly device: string
  frames: Frame[] = []
  rows: ReadonlyMap<string, Groups> = new Map()
  dropped: ReadonlySet<string> = new Set()
  #history: UndoHistory = emptyHistory
  #run: string
  #clock: Hlc | null = null
  readonly #now: () => number

  constructor(device: string, run: string, now: () => number) {
    this.device = device
    this.#run = run
    this.#now = now
  }

  /** Starts again: another run, nothing to undo, the store made anew from the journal. */
  start(run: string): void {
    this.#run = run
    this.#history = emptyHistory
    const last = parseHlc(this.frames.at(-1)?.hlc ?? '')
    this.#clock = last !== null && isAdoptable(last, this.#now()) ? last : null
    this.rows = replay(this.frames)
  }

  standing(group: string): readonly Standing[] {
    return standingIn(this.rows.get(recordKey(placeOf(group)))?.[group])
  }

  /** Types values, as one action. Null: nothing was to be written. */
  edit(values: Readonly<Record<string, Json>>): Frame | null {
    return this.#act(Object.entries(values).map(([group, value]) => ({ ...placeOf(group), value, previous: null })))
  }

  settle(group: string, value: Json): Frame | null {
    const place = placeOf(group)
    return this.#act([choose(place, this.rows.get(recordKey(place)) ?? {}, value)])
  }

  /** Null where nothing was left to write. */
  undo(): Frame | null {
    return this.#takeBack('undo', afterUndo)
  }

  redo(): Frame | null {
    return this.#takeBack('redo', afterRedo)
  }

  /** For good: nothing takes it back. */
  erase(group: string): Frame {
    const place = placeOf(group)
    return this.#write([choose(place, this.rows.get(recordKey(place)) ?? {}, null)])
  }

  isDropped(value: Json): boolean {
    return isDropped(this.dropped)(value)
  }

  export(): SyncFile {
    const copy: Copy = { records: bookRecords(this.rows), vector: readVector(runsOf(this.rows)) }
    // As it comes through a file.
    return { copy: structuredClone(copy), dropped: new Set(this.dropped) }
  }

  /** `brokenOff`: the power goes after the first frame of the chain. Whether there was a chain to be broken. */
  merge(file: SyncFile, brokenOff = false): boolean {
    const dropped = new Set([...this.dropped, ...file.dropped])
    const changes = merge(this.export().copy, file.copy, { unit: UNIT, isDropped: isDropped(dropped) })
    if (brokenOff && changes.length > MOST) {
      const [first] = this.#frames(changes)
      this.frames = [...this.frames, ...(first === undefined ? [] : [first])]
      return true
    }
    if (brokenOff) return false
    this.dropped = dropped
    this.#act(changes)
    return true
  }

  drop(key: string): void {
    this.dropped = new Set([...this.dropped, key])
  }

  /** Loses frame `index`, and is mended: what it holds beyond is said again. */
  lose(index: number, run: string): Frame | null {
    const draft = this.#draft([lossMark(run)])
    const mark: Frame = { v: 1, seq: 0, hlc: `${'0'.repeat(13)}-00ff-${run}m`, device: this.device, ...draft }
    const frames = [...this.frames.slice(0, index), mark, ...this.frames.slice(index + 1)]
    this.frames = frames.map((one, place) => ({ ...one, seq: place + 1 }))
    this.start(run)
    const runs = runsOf(this.rows)
    const loss = firstLoss(this.frames, runs)
    if (loss === null) throw new Error('the loss is not marked')
    const before = runsOf(replay(this.frames.slice(0, loss - 1)))
    const frame = this.#act(sayAgain(bookRecords(this.rows).values(), runs, before))
    this.#history = emptyHistory
    return frame
  }

  clone(device: string, run: string, now: () => number): Replica {
    const copy = new Replica(device, run, now)
    copy.frames = [...this.frames]
    copy.dropped = new Set(this.dropped)
    copy.start(run)
    return copy
  }

  #takeBack(
    list: keyof UndoHistory,
    after: (history: UndoHistory, frame: Frame | null, before: ReadonlyMap<string, Groups>) => UndoHistory,
  ): Frame | null {
    const done = this.#history[list].at(-1)
    if (done === undefined) return null
    const changes = isMerge(done.frame)
      ? (unmergeChanges(done, this.frames.length, this.rows) ?? [])
      : undoChanges(done, this.rows, () => false).changes
    const before = this.rows
    const frame = changes.length === 0 ? null : this.#write(changes)
    this.#history = after(this.#history, frame, before)
    return frame
  }

  #act(asked: readonly Change[]): Frame | null {
    const changes = asked.flatMap((change) => settleChange(change, this.rows.get(recordKey(change)) ?? {}))
    if (changes.length === 0) return null
    const before = this.rows
    const frame = this.#write(changes)
    this.#history = afterAction(this.#history, frame, before)
    return frame
  }

  #write(changes: readonly Change[]): Frame {
    const frames = this.#frames(changes)
    this.frames = [...this.frames, ...frames]
    const [frame] = joinChains(frames)
    if (frame === undefined) throw new Error('a chain that is not whole')
    this.rows = replay(frames, this.rows)
    return frame
  }

  #frames(changes: readonly Change[]): Frame[] {
    const parts = chained(this.#draft(changes), this.frames.at(-1)?.hlc ?? null, MOST)
    return parts.map((part, index) => {
      const frame = this.#stamped(part.changes, this.frames.length + index + 1)
      return frameSchema.parse(JSON.parse(JSON.stringify({ ...frame, ...part })))
    })
  }

  #stamped(changes: readonly Change[], seq: number): Frame {
    const hlc = stampFor(lastBeside(changes), this.#clock, this.#now(), this.#run)
    this.#clock = clockAfter(changes, hlc, this.#now())
    return { v: 1, seq, hlc: formatHlc(hlc), device: this.device, ...this.#draft(changes) }
  }

  #draft(changes: readonly Change[]) {
    return { action: 'type', author: this.device, unit: UNIT, year: 2026, changes: [...changes] }
  }
}

function isDropped(dropped: ReadonlySet<string>): (value: Json) => boolean {
  return (value) => dropped.has(keyOf(value) ?? '')
}

/** A group's name says its record: `a1` is of record `a`. */
function placeOf(group: string): Pick<Change, 'entity' | 'record' | 'group'> {
  return { entity: 'report', record: group.slice(0, 1), group }
}

export const groupsOf = ({ changes }: Frame): string[] =>
  changes.filter(({ entity }) => entity !== 'run').map(({ group }) => group)
