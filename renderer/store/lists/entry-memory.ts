import { splitRecordId } from '../../../shared/record/record-id.ts'
import { type Observable, observable } from '../observable.ts'
import type { Database, EntryRow } from '../tables/database.ts'
import { type EntryView, toView } from './read-entries.ts'

/** The entries of one register of a unit, in memory. */
export interface RegisterMemory {
  /** By record id; null until all of them were read. */
  readonly views: Observable<ReadonlyMap<string, EntryView> | null>
}

/**
 * The entries of registers that somebody searched or sorted: read once, piece by piece so that the window goes on, and
 * kept true by what is applied to the store. A list that is opened again, or edited, is not read again.
 */
export interface EntryMemory {
  /** One more with every change of entries, anywhere. */
  readonly version: Observable<number>
  /** One more with every change of this register's entries: to be watched through `version`. */
  versionOf(unit: string, register: string): number
  /** One more each time all is read again. */
  readonly forgotten: Observable<number>
  /** Begins to read a register, if nobody did. */
  of(unit: string, register: string): RegisterMemory
  /** All entries of a register, also those in the bin, by record id, once they are read. Throws what IndexedDB throws. */
  all(unit: string, register: string): Promise<ReadonlyMap<string, EntryView>>
  /** Rows that were just applied. */
  take(rows: readonly EntryRow[]): void
  /** The store was made anew or caught up in another way: all is read again. */
  forget(): void
}

/** Rows read at a time: about ten milliseconds. */
const PIECE = 300

interface Kept {
  readonly memory: RegisterMemory
  readonly place: string
  /** What was applied while the register was being read. */
  readonly fresh: Map<string, EntryView | null>
  reading: Promise<void>
}

export function createEntryMemory(database: Database): EntryMemory {
  const version = observable(0)
  const forgotten = observable(0)
  const registers = new Map<string, Kept>()
  const changes = new Map<string, number>()

  async function read(kept: Kept): Promise<void> {
    const views = new Map<string, EntryView>()
    let after = `${kept.place}|`
    for (;;) {
      const rows = await database.entries
        .where(':id')
        .between(after, `${kept.place}|\uffff`, false)
        .limit(PIECE)
        .toArray()
      // Forgotten meanwhile: half a register is never handed out as the whole.
      if (registers.get(kept.place) !== kept) return
      for (const row of rows) put(views, row.id, toView(row))
      const last = rows.at(-1)
      if (last === undefined) break
      after = last.id
    }
    for (const [id, view] of kept.fresh) put(views, id, view)
    kept.fresh.clear()
    kept.memory.views.set(views)
  }

  function keptOf(unit: string, register: string): Kept {
    const place = `${unit}|${register}`
    const known = registers.get(place)
    if (known !== undefined) return known
    const kept: Kept = { memory: { views: observable(null) }, place, fresh: new Map(), reading: Promise.resolve() }
    registers.set(place, kept)
    kept.reading = read(kept)
    // A store that is closed or broken meanwhile says so to those who read it for themselves.
    kept.reading.catch(() => registers.get(place) === kept && registers.delete(place))
    return kept
  }

  return {
    version,
    forgotten,
    // After something was forgotten all may have changed.
    versionOf: (unit, register) => forgotten.get() + (changes.get(`${unit}|${register}`) ?? 0),
    of: (unit, register) => keptOf(unit, register).memory,
    async all(unit, register) {
      for (;;) {
        const { memory, reading } = keptOf(unit, register)
        await reading
        const views = memory.views.get()
        // Forgotten while it was read: from the beginning.
        if (views !== null) return views
      }
    },
    take(rows) {
      if (rows.length === 0) return
      const places = new Set(rows.map(({ id }) => splitRecordId(id, 3).slice(0, 2).join('|')))
      for (const place of places) changes.set(place, (changes.get(place) ?? 0) + 1)
      for (const kept of registers.values()) {
        const own = rows.filter(({ id }) => id.startsWith(`${kept.place}|`))
        if (own.length === 0) continue
        const views = kept.memory.views.get()
        if (views === null) {
          for (const row of own) kept.fresh.set(row.id, toView(row))
          continue
        }
        const next = new Map(views)
        for (const row of own) put(next, row.id, toView(row))
        kept.memory.views.set(next)
      }
      version.set(version.get() + 1)
    },
    forget() {
      registers.clear()
      forgotten.set(forgotten.get() + 1)
      version.set(version.get() + 1)
    },
  }
}

function put(views: Map<string, EntryView>, id: string, view: EntryView | null): void {
  if (view === null) views.delete(id)
  else views.set(id, view)
}
