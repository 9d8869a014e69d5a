import { splitRecordId } from '../../../shared/record/record-id.ts'
import { type Observable, observable } from '../observable.ts'
import type { Database, EntryRow } from '../tables/database.ts'
import { type EntryView, toView } from './read-entries.ts'

/** All entries of one register, also those in the bin, by record id. */
export type EntryViews = Pick<ReadonlyMap<string, EntryView>, 'get' | 'values' | 'size'>

/** The entries of one register of a unit, in memory as long as somebody watches them, and a little longer. */
export interface RegisterMemory {
  /** Null until all of them were read. Another value with each change, over the same entries: none is copied. */
  readonly views: Pick<Observable<EntryViews | null>, 'get' | 'subscribe'>
}

/**
 * The entries of registers that somebody searched or sorted: read once, piece by piece so that the window goes on, and
 * kept true by what is applied to the store. A list that is edited, or left for an entry and opened again, is not read
 * again; one that nobody has looked at for a while is let go.
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
  all(unit: string, register: string): Promise<EntryViews>
  /** Rows that were just applied. */
  take(rows: readonly EntryRow[]): void
  /** The store was made anew or caught up in another way: all is read again. */
  forget(): void
}

/** Rows read at a time: about ten milliseconds. */
const PIECE = 300

/** Milliseconds for which a register stays that nobody looks at: a clerk comes back from an entry to its list. */
const LINGER = 60_000

interface Kept {
  readonly memory: RegisterMemory
  readonly place: string
  readonly shown: Observable<EntryViews | null>
  readonly all: Map<string, EntryView>
  /** What was applied while the register was being read. */
  readonly fresh: Map<string, EntryView | null>
  watchers: number
  letGo: ReturnType<typeof setTimeout> | undefined
  reading: Promise<void>
}

export function createEntryMemory(database: Database): EntryMemory {
  const version = observable(0)
  const forgotten = observable(0)
  const registers = new Map<string, Kept>()
  const changes = new Map<string, number>()

  async function read(kept: Kept): Promise<void> {
    const views = kept.all
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
    show(kept)
  }

  /** From now on, until somebody watches. */
  function letGoLater(kept: Kept): void {
    clearTimeout(kept.letGo)
    kept.letGo = setTimeout(() => {
      if (registers.get(kept.place) !== kept) return
      // Somebody waits for what is being read.
      if (kept.shown.get() === null) letGoLater(kept)
      else registers.delete(kept.place)
    }, LINGER)
  }

  function watch(kept: Kept, listener: () => void): () => void {
    kept.watchers += 1
    clearTimeout(kept.letGo)
    const end = kept.shown.subscribe(listener)
    return () => {
      end()
      kept.watchers -= 1
      if (kept.watchers === 0) letGoLater(kept)
    }
  }

  function keptOf(unit: string, register: string): Kept {
    const place = `${unit}|${register}`
    const known = registers.get(place)
    if (known !== undefined) {
      if (known.watchers === 0) letGoLater(known)
      return known
    }
    const shown = observable<EntryViews | null>(null)
    const kept: Kept = {
      memory: { views: { get: shown.get, subscribe: (listener) => watch(kept, listener) } },
      place,
      shown,
      all: new Map(),
      fresh: new Map(),
      watchers: 0,
      letGo: undefined,
      reading: Promise.resolve(),
    }
    registers.set(place, kept)
    letGoLater(kept)
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
        if (kept.shown.get() === null) {
          for (const row of own) kept.fresh.set(row.id, toView(row))
          continue
        }
        for (const row of own) put(kept.all, row.id, toView(row))
        show(kept)
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

/** Tells that the entries are others: a new value over the same map. */
function show({ shown, all }: Kept): void {
  shown.set({ get: (id) => all.get(id), values: () => all.values(), size: all.size })
}

function put(views: Map<string, EntryView>, id: string, view: EntryView | null): void {
  if (view === null) views.delete(id)
  else views.set(id, view)
}
