import type { Json } from '../../../shared/values/json.ts'
import { sameJson } from '../../../shared/values/same-json.ts'

/*
 * What ought to stand, recomputed from scratch from two things alone: what was ever written, and what each writer had
 * seen and replaced. It knows no vectors and no frames, and stamps only as names.
 */

export interface Write {
  readonly id: number
  readonly group: string
  readonly value: Json
  readonly replaces: ReadonlySet<number>
  /** Which start of which PC wrote it: it did so in the order of the ids. */
  readonly run: string
  /** How the program named it; which of several is shown follows from it, and nothing else. */
  stamp: string
}

export type Seen = ReadonlySet<number>
/** A write as somebody can read it: null where its key was dropped. */
export type Reading = (write: Write) => Json

export class Oracle {
  readonly writes: Write[] = []

  write(run: string, group: string, value: Json, replaces: Iterable<Write>): Write {
    const replaced = new Set([...replaces].map(({ id }) => id))
    const write: Write = { id: this.writes.length, group, value, replaces: replaced, run, stamp: '' }
    this.writes.push(write)
    return write
  }

  of(id: number): Write {
    const write = this.writes[id]
    if (write === undefined) throw new Error(`no write ${id}`)
    return write
  }

  /** Writes, and all that their runs wrote before them: who has a write of a run claims to have seen those too. */
  upTo(ids: Iterable<number>): Set<number> {
    const last = new Map([...ids].sort((a, b) => a - b).map((id) => [this.of(id).run, id]))
    return new Set(this.writes.filter(({ run, id }) => id <= (last.get(run) ?? -1)).map(({ id }) => id))
  }

  /** Written and seen, minus what was replaced by a write that was seen. The latest first. */
  standing(seen: Seen, group: string): Write[] {
    const own = [...seen].map((id) => this.of(id)).filter((one) => one.group === group)
    const replaced = new Set(own.flatMap(({ replaces }) => [...replaces]))
    return own.filter(({ id }) => !replaced.has(id)).sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
  }
}

/** The latest that is not null, else the latest. `standing`: the latest first. */
export function shownOf(standing: readonly Write[], read: Reading): Write | undefined {
  return standing.find((one) => read(one) !== null) ?? standing[0]
}

interface Replaced {
  readonly id: number
  readonly value: Json
}

/** What one action did to a group, as far as taking it back needs it. */
export interface Part {
  /** What it wrote, or what stands in its place since an undo brought it back. */
  readonly write: number
  readonly again: readonly number[]
  /** What was shown of what it replaced, and the rest of that, with their values then. */
  readonly shown: Replaced | null
  readonly others: readonly Replaced[]
}

/** By group. */
export type Deed = Map<string, Part>

export function partOf(write: Write, again: readonly Write[], replaced: readonly Write[], read: Reading): Part {
  const shown = shownOf(replaced, read)
  const withValue = (one: Write): Replaced => ({ id: one.id, value: read(one) })
  return {
    write: write.id,
    again: again.map(({ id }) => id),
    shown: shown === undefined ? null : withValue(shown),
    others: replaced.filter((one) => one !== shown).map(withValue),
  }
}

/** Takes a deed back for somebody who has `seen`: the deed that this is. Groups where nothing is written are left out. */
export function takeBack(oracle: Oracle, run: string, deed: Deed, seen: Seen, read: Reading): Deed {
  const undone: Deed = new Map()
  for (const [group, part] of deed) {
    const standing = oracle.standing(seen, group)
    if (!standing.some(({ id }) => id === part.write)) continue
    const value = part.shown?.value ?? null
    const own = new Set([part.write, ...part.again])
    const gone = standing.filter(({ id }) => own.has(id))
    const back = part.others.filter((one) => !sameJson(one.value, value))
    const shown = shownOf(standing, read)
    const isAlone = standing.length === 1 && gone.length === 1 && back.length === 0
    if (isAlone && shown && sameJson(read(shown), value)) continue
    const write = oracle.write(run, group, value, gone)
    const again = back.map((one) => oracle.write(run, group, one.value, []))
    undone.set(group, partOf(write, again, gone, read))
  }
  return undone
}
