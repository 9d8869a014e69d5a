import { cpSync } from 'node:fs'
import path from 'node:path'
import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { importFiles } from '../../../../renderer/store/packages/import-packages.ts'
import type { Store } from '../../../../renderer/store/store.ts'
import { DATABASE_NAME, Database } from '../../../../renderer/store/tables/database.ts'
import { readGroups } from '../../../../renderer/store/tables/read-groups.ts'
import { editReport, recordAction } from '../../../../renderer/store/write/record-action.ts'
import type { Change } from '../../../../shared/journal/frame.ts'
import { standingIn } from '../../../../shared/record/groups.ts'
import { catalogue } from '../../../fixtures/catalogue.ts'
import { submissionBytes } from '../../../fixtures/submission-bytes.ts'
import { addUnits, unit } from '../../../fixtures/test-store.ts'
import { type FolderProgram, startFolder } from './folder-program.ts'

/** All rows of a store, by table; null for none. */
export type StoreRows = ReadonlyMap<string, readonly unknown[]> | null

/** A data folder and the window's store, as both were when the program was closed. */
export interface Snapshot {
  readonly folder: string
  readonly store: StoreRows
}

const report = { unit: 'c', year: 2026, layer: 'own' } as const
const REPORT = 'c|2026|own'

/** What is typed, sealed and received up to a level: two figures, one person and one file each. */
export const figuresOf = (level: number, first: number): number[] =>
  Array.from({ length: 2 * level }, (_, index) => first + index)

const cells = ['person', 'company', 'research', 'welfare', 'legal', 'otherOrganisation'] as const

/** Lives through three sittings, and keeps what was on disk after each. `first`: its first figure. */
export async function live(base: string, first: number, now: () => number): Promise<readonly Snapshot[]> {
  const folder = path.join(base, 'profile')
  const snapshots: Snapshot[] = []
  freshStore()
  for (let level = 1; level <= 3; level++) {
    const program = await startFolder(folder, now)
    if (level === 1)
      await addUnits(program.store, [unit('c', '孝昌县', 'county', null), unit('t1', '花园镇', 'township', 'c')])
    await sit(program, level, first)
    const store = await rowsOf(program.store.database)
    await program.close()
    const kept = path.join(base, String(level))
    cpSync(folder, kept, { recursive: true })
    snapshots.push({ folder: kept, store })
  }
  return snapshots
}

async function sit({ store, desktop, open }: FolderProgram, level: number, first: number): Promise<void> {
  for (const index of [2 * level - 2, 2 * level - 1]) {
    const group = `cell:requests.received.${cells[index]}`
    await editReport(store, report, 'type', () => [
      { entity: 'report', record: REPORT, group, value: first + index, previous: null },
    ])
  }
  const sealed = await desktop.seal(JSON.stringify({ name: `司徒${first + level}` }), `requests|e${first}-${level}`)
  if (!sealed.ok) throw new Error(sealed.problem.code)
  const record = `c|requests|e${first}-${level}`
  const place = { entity: 'entry', record, previous: null } as const
  const changes: Change[] = [
    { ...place, group: 'main', value: { arrived: '2026-03-05', way: 'inPerson', applicant: 'person' } },
    { ...place, group: 'personal', value: sealed.value },
  ]
  await recordAction(store, { action: 'add-entry', unit: 'c', year: 2026, edit: () => changes })
  const bytes = await submissionBytes({
    code: 't1',
    year: 2026,
    revision: level,
    time: 1_700_000_000_000 + first + level,
  })
  const token = await open(`${level}.ogi`, bytes)
  const taken = await importFiles(store, {
    unit: 'c',
    year: 2026,
    files: [{ token, name: 'a.ogi', size: bytes.length }],
  })
  if (!taken.ok) throw new Error(taken.problem.code)
}

/** Every value that stands in the report, shown or beside. */
export async function standingFigures({ database }: Store): Promise<number[]> {
  const groups = await readGroups(database, 'report', REPORT)
  const values = Object.values(groups).flatMap((stamped) => standingIn(stamped).map(({ value }) => Number(value)))
  return [...new Set(values)].sort((a, b) => a - b)
}

export async function rowsOf(database: Database): Promise<NonNullable<StoreRows>> {
  const rows = new Map<string, readonly unknown[]>()
  for (const table of database.tables) rows.set(table.name, await table.toArray())
  return rows
}

function freshStore(): void {
  Dexie.dependencies.indexedDB = new IDBFactory()
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
}

/** Puts a store in place of what is there; `damaged`: one that is not ours to read. */
export async function putStore(rows: StoreRows | 'damaged'): Promise<void> {
  freshStore()
  if (rows === null) return
  if (rows === 'damaged') {
    const strange = new Dexie(DATABASE_NAME)
    strange.version(1).stores({ reports: '++other', meta: '++n' })
    await strange.open()
    strange.close()
    return
  }
  const database = new Database(catalogue)
  for (const [name, all] of rows) await database.table(name).bulkPut([...all])
  database.close()
}
