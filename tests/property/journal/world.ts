import { expect } from 'vitest'
import type { Frame } from '../../../shared/journal/frame.ts'
import { stampBefore } from '../../../shared/record/hlc.ts'
import { canonicalJson } from '../../../shared/values/canonical-json.ts'
import type { Json } from '../../../shared/values/json.ts'
import { sameJson } from '../../../shared/values/same-json.ts'
import { type Deed, Oracle, partOf, type Reading, type Seen, shownOf, takeBack, type Write } from './oracle.ts'
import { groupsOf, Replica, type SyncFile } from './replica.ts'

export const groups: readonly string[] = ['a1', 'a2', 'b1']

/** What a frame of a journal came to. */
interface Entry {
  /** What it says of what its PC has seen, to whoever reads the journal again: also where frames before it are gone. */
  readonly says: (seen: Seen) => Seen
  /** What stood after it in the groups that it set. */
  readonly touched: ReadonlyMap<string, readonly Write[]>
  readonly chain?: string
  /** A loss that it marks, or losses after which it said all again. */
  readonly marks?: string
  readonly closes?: readonly string[]
}

type Step =
  | { readonly kind: 'deed'; readonly deed: Deed }
  /** Undoing it gives `seen` and `rows` again, while the journal ends at `end`. */
  | { readonly kind: 'merge'; readonly seen: Seen; readonly rows: string; readonly end: number }

/** A PC, and what it ought to hold. */
export interface Pc {
  replica: Replica
  run: string
  seen: Seen
  /** An entry a frame. */
  log: readonly Entry[]
  undo: readonly Step[]
  redo: readonly Step[]
  skew: number
}

export interface File {
  readonly sync: SyncFile
  readonly seen: Seen
}

const START = Date.UTC(2026, 0, 5)

/** Some PCs, the files between them, and beside each what it ought to hold. Throws where they differ. */
export class World {
  readonly pcs: Pc[] = []
  readonly files: File[] = []
  readonly oracle = new Oracle()
  #ticks = 0
  #runs = 0

  constructor(count: number) {
    for (let i = 0; i < count; i++) {
      const run = this.#run()
      const pc: Pc = {
        replica: new Replica('', '', () => 0),
        run,
        seen: new Set(),
        log: [],
        undo: [],
        redo: [],
        skew: 0,
      }
      pc.replica = new Replica(`pc${i}`, run, this.#clockOf(pc))
      this.pcs.push(pc)
    }
  }

  edit(pc: Pc, values: Readonly<Record<string, Json>>): void {
    const read = reading(pc)
    const deed: Deed = new Map()
    for (const [group, value] of Object.entries(values)) {
      const standing = this.oracle.standing(pc.seen, group)
      const shown = shownOf(standing, read)
      const shownValue = shown === undefined ? null : read(shown)
      if (sameJson(shownValue, value)) continue
      const replaced = standing.filter((one) => sameJson(read(one), shownValue))
      deed.set(group, partOf(this.oracle.write(pc.run, group, value, replaced), [], replaced, read))
    }
    this.#deed(pc, deed, pc.replica.edit(values))
  }

  /** Chooses one of the values that stand in a group. */
  settle(pc: Pc, group: string, pick: number): void {
    const read = reading(pc)
    const standing = this.oracle.standing(pc.seen, group)
    const chosen = standing[pick % Math.max(standing.length, 1)]
    if (chosen === undefined) return
    const write = this.oracle.write(pc.run, group, read(chosen), standing)
    this.#deed(pc, new Map([[group, partOf(write, [], standing, read)]]), pc.replica.settle(group, read(chosen)))
  }

  takeBack(pc: Pc, which: 'undo' | 'redo'): void {
    const step = pc[which].at(-1)
    if (step === undefined) return
    const back = which === 'undo' ? 'redo' : 'undo'
    pc[which] = pc[which].slice(0, -1)
    if (step.kind === 'merge') {
      const before = { seen: pc.seen, rows: bytesOf(pc) }
      const frame = pc.replica[which]()
      if (pc.log.length !== step.end) {
        expect(frame, 'a merge is undone only while it is the newest').toBeNull()
        return
      }
      const then = step.seen
      pc.seen = then
      const [gone, again] = [without(before.seen, then), without(then, before.seen)]
      this.#log(pc, { says: (seen) => union(without(seen, gone), again) })
      expect(bytesOf(pc), 'un-merging restores bytes').toBe(step.rows)
      pc[back] = [...pc[back], { kind: 'merge', ...before, end: pc.log.length }]
      return
    }
    const undone = takeBack(this.oracle, pc.run, step.deed, pc.seen, reading(pc))
    const frame = pc.replica[which]()
    this.#written(pc, undone, frame)
    if (undone.size === 0) return
    for (const list of [...pc.undo, ...pc.redo]) if (list.kind === 'deed') renew(list.deed, step.deed, undone)
    pc[back] = [...pc[back], { kind: 'deed', deed: undone }]
  }

  export(pc: Pc): File {
    const file = { sync: pc.replica.export(), seen: pc.seen }
    this.files.push(file)
    return file
  }

  merge(pc: Pc, file: File, brokenOff = false): void {
    const before = { seen: pc.seen, rows: bytesOf(pc) }
    if (brokenOff) {
      const length = pc.log.length
      if (pc.replica.merge(file.sync, true)) {
        this.#log(pc, { says: (seen) => seen })
        expect(bytesOf(pc)).toBe(before.rows)
        if (pc.log.length > length) this.start(pc, pc.skew)
      }
      return
    }
    pc.replica.merge(file.sync)
    pc.seen = union(pc.seen, file.seen)
    const length = pc.log.length
    this.#log(pc, { says: (seen) => union(seen, file.seen) })
    if (pc.log.length > length) {
      pc.undo = [...pc.undo, { kind: 'merge', ...before, end: pc.log.length }]
      pc.redo = []
    }
    const raw = groups.flatMap((group) => pc.replica.standing(group)).filter(({ value }) => pc.replica.isDropped(value))
    expect(raw, 'what a dropped key sealed never returns').toEqual([])
  }

  start(pc: Pc, skew: number): void {
    pc.skew = skew
    pc.run = this.#run()
    const before = bytesOf(pc)
    pc.replica.start(pc.run)
    expect(bytesOf(pc), 'the journal alone gives the same').toBe(before)
    pc.undo = []
    pc.redo = []
  }

  /** A copy of a profile, as a backup or for another PC. */
  copy(pc: Pc, device: string): Pc {
    const copy: Pc = { ...pc, run: this.#run(), undo: [], redo: [] }
    copy.replica = pc.replica.clone(device, copy.run, this.#clockOf(copy))
    return copy
  }

  /** A PC goes back to an earlier copy of itself. It stays known which keys were dropped. */
  restore(pc: Pc, backup: Pc): void {
    const { dropped, device } = pc.replica
    Object.assign(pc, { ...this.copy(backup, device), skew: pc.skew })
    pc.replica = backup.replica.clone(device, pc.run, this.#clockOf(pc))
    for (const key of dropped) pc.replica.drop(key)
  }

  drop(pc: Pc, key: string): void {
    pc.replica.drop(key)
  }

  /** A frame of the journal becomes unreadable, and the journal is mended. */
  lose(pc: Pc, place: number): void {
    if (pc.log.length === 0) return
    const index = place % pc.log.length
    const chain = pc.log[index]?.chain
    const nothing: Entry = { says: (seen) => seen, touched: new Map() }
    const run = this.#run()
    const after = pc.log.map((entry, at): Entry => {
      if (at === index) return { ...nothing, marks: run }
      return chain !== undefined && entry.chain === chain ? nothing : entry
    })
    const closed = new Set(after.flatMap(({ closes = [] }) => closes))
    const open = after.flatMap(({ marks }) => (marks === undefined || closed.has(marks) ? [] : [marks]))
    const first = after.findIndex(({ marks }) => marks !== undefined && open.includes(marks))
    // By what is left of the journal, before the loss and now.
    const said = (entries: readonly Entry[]) => entries.reduce<Seen>((seen, { says }) => says(seen), new Set())
    const cut = common(said(after.slice(0, first)), said(after))

    pc.run = run
    const read = reading(pc)
    const deed: Deed = new Map()
    for (const group of groups) {
      const held = after.findLast(({ touched }) => touched.has(group))?.touched.get(group) ?? []
      if (held.every(({ id }) => cut.has(id))) continue
      const shown = shownOf(held, read)
      if (shown === undefined) continue
      const replaced = this.oracle.standing(cut, group)
      const write = this.oracle.write(pc.run, group, read(shown), replaced)
      const again = held.filter((one) => one !== shown).map((one) => this.oracle.write(pc.run, group, read(one), []))
      deed.set(group, partOf(write, again, replaced, read))
    }
    const frame = pc.replica.lose(index, run)
    pc.undo = []
    pc.redo = []
    pc.seen = cut
    pc.log = after
    const written = [...deed.values()].flatMap(({ write, again }) => [write, ...again])
    const says = (seen: Seen) => union(common(seen, cut), this.oracle.upTo(written))
    this.#written(pc, deed, frame, { closes: open, says })
  }

  /** What an older copy brought back of what was erased is erased again, for good. */
  eraseAgain(pc: Pc): void {
    for (const group of groups) {
      if (!pc.replica.standing(group).some(({ value }) => pc.replica.isDropped(value))) continue
      const standing = this.oracle.standing(pc.seen, group)
      const write = this.oracle.write(pc.run, group, null, standing)
      this.#written(pc, new Map([[group, partOf(write, [], standing, reading(pc))]]), pc.replica.erase(group))
    }
  }

  /** Compares what each PC holds with what it ought to hold. */
  check(): void {
    for (const pc of this.pcs) {
      const read = reading(pc)
      for (const group of groups) {
        const ought = this.oracle.standing(pc.seen, group)
        const is = pc.replica.standing(group)
        const where = `${pc.replica.device} ${group}`
        expect(is.map(({ stamp, value }) => `${stamp} ${canonicalJson(value)}`).sort(), where).toEqual(
          ought.map((one) => `${one.stamp} ${canonicalJson(read(one))}`).sort(),
        )
        expect(is[0]?.stamp, where).toBe(shownOf(ought, read)?.stamp)
      }
    }
  }

  #deed(pc: Pc, deed: Deed, frame: Frame | null): void {
    this.#written(pc, deed, frame)
    if (deed.size === 0) return
    pc.undo = [...pc.undo, { kind: 'deed', deed }]
    pc.redo = []
  }

  /** Gives what was written the names that the program gave it. */
  #written(pc: Pc, deed: Deed, frame: Frame | null, more: Partial<Entry> = {}): void {
    expect(frame === null ? [] : groupsOf(frame).sort(), 'what is written').toEqual([...deed.keys()].sort())
    const written: number[] = []
    for (const { write, again } of deed.values()) {
      const stamp = frame?.hlc ?? ''
      this.oracle.of(write).stamp = stamp
      for (const [place, id] of again.entries()) this.oracle.of(id).stamp = stampBefore(stamp, place + 1)
      written.push(write, ...again)
    }
    pc.seen = union(pc.seen, written)
    this.#log(pc, { says: (seen) => union(seen, this.oracle.upTo(written)), ...more })
  }

  /** Notes what the newest frames came to: one action, or of one that was broken off a part, which counts for nothing. */
  #log(pc: Pc, { says, ...more }: Partial<Entry> & Pick<Entry, 'says'>): void {
    const frames = pc.replica.frames.slice(pc.log.length)
    const isWhole = frames.length === (frames[0]?.chain?.of ?? 1)
    const entries = frames.map((frame, place): Entry => {
      const touched = isWhole ? groupsOf(frame) : []
      const isLast = isWhole && place === frames.length - 1
      return {
        says: isLast ? says : (seen) => seen,
        touched: new Map(touched.map((group) => [group, this.oracle.standing(pc.seen, group)])),
        ...(frame.chain === undefined ? {} : { chain: frame.chain.id }),
        ...(isLast ? more : {}),
      }
    })
    pc.log = [...pc.log, ...entries]
  }

  #run(): string {
    return `run${this.#runs++}`
  }

  #clockOf(pc: Pc): () => number {
    return () => START + this.#ticks++ * 60_000 + pc.skew
  }
}

const reading =
  (pc: Pc): Reading =>
  ({ value }) =>
    pc.replica.isDropped(value) ? null : value
const bytesOf = (pc: Pc): string => canonicalJson([...pc.replica.rows].sort(([a], [b]) => (a < b ? -1 : 1)))

/** What `undone` brought back stands for what it had been: whoever wrote that can take it back by its new name. */
function renew(deed: Deed, taken: Deed, undone: Deed): void {
  for (const [group, { write }] of undone) {
    const was = taken.get(group)?.shown
    const part = deed.get(group)
    if (part !== undefined && was !== null && was !== undefined && part.write === was.id)
      deed.set(group, { ...part, write })
  }
}

const union = (a: Seen, b: Iterable<number>): Seen => new Set([...a, ...b])
const common = (a: Seen, b: Seen): Seen => new Set([...a].filter((id) => b.has(id)))
const without = (a: Seen, b: Seen): Seen => new Set([...a].filter((id) => !b.has(id)))
