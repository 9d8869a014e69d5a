import { Dexie, type Table } from 'dexie'
import type { StorageProblem } from '../../../shared/desktop.ts'
import { applyFrame, recordKey } from '../../../shared/journal/apply-frame.ts'
import { joinChains } from '../../../shared/journal/chain.ts'
import type { Entity, Frame } from '../../../shared/journal/frame.ts'
import { withOwnRun } from '../../../shared/journal/vector.ts'
import { entryIdOf } from '../../../shared/model/entry/entry-record.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import { parseHlc } from '../../../shared/record/hlc.ts'
import type { Result } from '../../../shared/values/result.ts'
import { readCalendars, renewRequests } from '../derived/unit-calendars.ts'
import { updateConflicts } from '../derived/update-conflicts.ts'
import { type ReplacedEntry, readDerivedRows, updateDerived } from '../derived/update-derived.ts'
import { updateDesks } from '../derived/update-desks.ts'
import { updateLists } from '../lists/entry-lists.ts'
import type { AppliedRow, Database, EntryRow, LogRow } from '../tables/database.ts'
import { FACTS_VERSION, factsCatalogue } from '../tables/facts-version.ts'
import { putRows } from '../tables/put-rows.ts'
import { readRows } from '../tables/read-rows.ts'
import {
  catalogueRow,
  deskRow,
  entryRow,
  exportRow,
  finalRow,
  packageRow,
  reportRow,
  runRow,
  unitRow,
} from '../tables/rows.ts'

/** How far the store is; null for an empty one. */
export async function readApplied(database: Database): Promise<AppliedRow | null> {
  return (await database.meta.get('applied')) ?? null
}

/** Milliseconds for which a store that is prepared waits for the disk. */
const PATIENCE = 600_000

/**
 * Applies frames that follow on what is applied, all or none of them, chains whole (see chain.ts). Frames that are applied already are passed over.
 * `onDisk`: whether the journal has them, where that is not known yet; the store keeps nothing before it has.
 * Throws on a gap, where they are not on disk, and what IndexedDB throws: the store is then as it was. Gives the
 * entries' rows as they stand now.
 */
export async function applyFrames(
  database: Database,
  journalId: string,
  frames: readonly Frame[],
  onDisk: Promise<Result<null, StorageProblem>> | null = null,
): Promise<readonly EntryRow[]> {
  return database.transaction('rw', database.tables, async () => {
    const applied = await readApplied(database)
    if (applied !== null && applied.journalId !== journalId) throw new Error('the store is of another journal')
    const next = (applied?.seq ?? 0) + 1
    const due = frames.filter((frame) => frame.seq >= next)
    const last = due.at(-1)
    if (last === undefined) return []
    if (due.some((frame, index) => frame.seq !== next + index)) throw new Error(`frame ${next} is missing`)
    const actions = joinChains(due)
    const entries = await applyTo(database, actions.map(withOwnRun))
    await Promise.all([
      database.log.bulkPut(actions.map(logRow)),
      database.meta.put({
        key: 'applied',
        journalId,
        seq: last.seq,
        hlc: last.hlc,
        facts: FACTS_VERSION,
        // Rows that were there stay as they were read.
        catalogue: applied?.catalogue ?? factsCatalogue(database.known),
      }),
    ])
    if (onDisk !== null && !(await Dexie.waitFor(onDisk, PATIENCE)).ok) throw new Error('not on disk')
    return entries.map(({ after }) => after)
  })
}

async function applyTo(database: Database, frames: readonly Frame[]): Promise<readonly ReplacedEntry[]> {
  const units = await applyEntity(database, 'unit', database.units, unitRow, frames)
  await applyEntity(database, 'report', database.reports, reportRow, frames)
  const packages = await applyEntity(database, 'package', database.packages, packageRow, frames)
  await applyEntity(database, 'final', database.finals, finalRow, frames)
  await applyEntity(database, 'export', database.exports, exportRow, frames)
  const desks = await applyEntity(database, 'desk', database.desks, deskRow, frames)
  await updateDesks(database, { units, packages, desks })
  await applyEntity(database, 'catalogue', database.catalogue, catalogueRow, frames)
  await applyEntity(database, 'run', database.runs, runRow, frames)
  // Read before the entries are put: what is read after waits until the browser has written them all.
  const touched = unitsOfEntries(frames)
  const [calendars, derived] = [await readCalendars(database, touched), await readDerivedRows(database, touched)]
  const toRow = (id: string, groups: Groups) => entryRow(id, groups, database.known.registers, calendars)
  const entries = await applyEntity(database, 'entry', database.entries, toRow, frames)
  await Promise.all([updateDerived(database, entries, derived), updateLists(database, entries)])
  const renewed = await renewRequests(database, units)
  if (renewed.length > 0)
    await updateDerived(
      database,
      renewed,
      await readDerivedRows(database, [...new Set(renewed.map(({ after }) => after.unit))]),
    )
  // What was renewed stands last, and so holds for those that read it.
  return [...entries, ...renewed]
}

/** Codes of the units whose entries the frames touch. */
function unitsOfEntries(frames: readonly Frame[]): string[] {
  const entries = new Set<string>()
  for (const { changes } of frames) {
    for (const { entity, record } of changes) if (entity === 'entry') entries.add(record)
  }
  return [...new Set([...entries].map((record) => entryIdOf(record).unit))]
}

/** One row before and after; undefined where there was none. */
interface Replaced<R> {
  readonly before: R | undefined
  readonly after: R
}

async function applyEntity<R extends { readonly id: string; readonly groups: Groups }>(
  database: Database,
  entity: Entity,
  table: Table<R, string>,
  toRow: (id: string, groups: Groups) => R,
  frames: readonly Frame[],
): Promise<Replaced<R>[]> {
  const own = frames
    .map((frame) => ({ ...frame, changes: frame.changes.filter((change) => change.entity === entity) }))
    .filter(({ changes }) => changes.length > 0)
  const ids = [...new Set(own.flatMap(({ changes }) => changes.map(({ record }) => record)))]
  if (ids.length === 0) return []
  const found = await readRows(table, ids)
  const rows = new Map<string, Groups>()
  for (const [index, record] of ids.entries()) rows.set(recordKey({ entity, record }), found[index]?.groups ?? {})
  for (const frame of own) {
    for (const [key, groups] of applyFrame(rows, frame)) rows.set(key, groups)
  }
  const replaced: Replaced<R>[] = []
  const emptied: string[] = []
  function* made(): Generator<R> {
    for (const [index, record] of ids.entries()) {
      const groups = rows.get(recordKey({ entity, record })) ?? {}
      const after = toRow(record, groups)
      replaced.push({ before: found[index], after })
      if (Object.keys(groups).length === 0) emptied.push(record)
      else yield after
    }
  }
  await putRows(table, made())
  if (emptied.length > 0) await table.bulkDelete(emptied)
  await updateConflicts(database, entity, replaced)
  return replaced
}

function logRow({ seq, action, author, unit, year, hlc, device, undoOf }: Frame): LogRow {
  return { seq, action, author, unit, year, time: parseHlc(hlc)?.time ?? 0, device, undoOf: undoOf ?? null }
}
