import { entryErasedEdits, personErasedEdits } from '../../../shared/actions/erase-changes.ts'
import { registerById } from '../../../shared/catalogue/catalogue.ts'
import type { ErasedKeys } from '../../../shared/desktop.ts'
import type { Change } from '../../../shared/journal/frame.ts'
import { type EntryId, entryIdOf, entryRecordId, readEntry } from '../../../shared/model/entry/entry-record.ts'
import { readGone } from '../../../shared/model/entry/erased.ts'
import { ok, type Result } from '../../../shared/values/result.ts'
import type { EraseProblem } from '../../../shared/wording/erasure.ts'
import type { ReadGroups, Store } from '../store.ts'
import { recordAction } from '../write/record-action.ts'
import { readKeyIds } from './read-key-ids.ts'

/** What is erased, by whom (the unit and year that are worked on) and when (`YYYY-MM-DD`). */
interface Erasure {
  readonly unit: string
  readonly year: number
  readonly day: string
  readonly ids: readonly EntryId[]
}

/** Keys dropped in one call, and entries in one frame. */
const KEYS = 20_000
const ENTRIES = 500

/**
 * Deletes entries for good: out of the bin, and those whose making was undone. What remains of them: erase-changes.ts.
 * Entries that count are left.
 */
export async function eraseEntries(store: Store, erasure: Erasure): Promise<Result<ErasedKeys, EraseProblem>> {
  const rows = await store.database.entries.bulkGet(erasure.ids.map(entryRecordId))
  const ids = rows.flatMap((row) => (row?.binned === 1 || row?.undone === 1 ? [entryIdOf(row.id)] : []))
  return erase(store, { ...erasure, ids }, 'erase-entries', async (id, read) => {
    const record = entryRecordId(id)
    const groups = await read('entry', record)
    const entry = readEntry(record, groups)
    if (entry === null ? readGone(groups) !== null : entry.binned === null) return []
    const numbered = registerById(store.catalogue.registers, id.register)?.fields.find(
      ({ numberedBy }) => numberedBy !== undefined,
    )
    // The number of what was undone was never kept from the next one.
    const number = numbered === undefined ? undefined : entry?.fields[numbered.key]
    return entryErasedEdits(id, groups, { day: erasure.day, number: typeof number === 'string' ? number : null })
  })
}

/** Erases who asked and what for; the request stays and counts. Gives the files that could not be reached. */
export function erasePerson(store: Store, erasure: Erasure): Promise<Result<ErasedKeys, EraseProblem>> {
  return erase(store, erasure, 'erase-person', async (id, read) =>
    personErasedEdits(id, await read('entry', entryRecordId(id)), erasure.day),
  )
}

/** Keys first: a power cut in between leaves something that nobody can read, never something that still can be. */
async function erase(
  store: Store,
  { unit, year, ids }: Erasure,
  action: string,
  edit: (id: EntryId, read: ReadGroups) => Promise<Change[]>,
): Promise<Result<ErasedKeys, EraseProblem>> {
  const keys = await readKeyIds(store, new Set(ids.map(entryRecordId)))
  if (!keys.ok) return { ok: false, problem: { code: 'journal-unreadable', detail: keys.problem.detail } }
  const unreached = new Set<string>()
  for (let at = 0; at < keys.value.length; at += KEYS) {
    const dropped = await store.desktop.dropKeys(keys.value.slice(at, at + KEYS))
    if (!dropped.ok) return dropped
    for (const file of dropped.value.unreached) unreached.add(file)
  }
  for (let at = 0; at < ids.length; at += ENTRIES) {
    const portion = ids.slice(at, at + ENTRIES)
    const recorded = await recordAction(store, {
      action,
      unit,
      year,
      undoable: false,
      edit: async (read) => (await Promise.all(portion.map((id) => edit(id, read)))).flat(),
    })
    if (!recorded.ok) return recorded
  }
  return ok({ unreached: [...unreached] })
}
