import { read, utils, write } from 'xlsx'
import { addEntries } from '../../../renderer/store/entry-actions.ts'
import { newId } from '../../../renderer/store/new-id.ts'
import { openStore, windowParts } from '../../../renderer/store/open-store.ts'
import { recordAction, redo, undo } from '../../../renderer/store/record-action.ts'
import type { MadeEntry } from '../made-entries.ts'

/** Milliseconds; runs in the window of the program. */
export interface ImportTimes {
  /** SheetJS's reading of the workbook that holds the rows. */
  readonly parse: number
  /** The rows put into an IndexedDB table of their own, in one transaction. */
  readonly raw: number
  /** The rows as entries: one action, on disk and in the store. */
  readonly add: number
  readonly undo: number
  readonly redo: number
}

/** Rows as entries of the program, beside the plainest way to the browser's database. */
export async function timeImport(unit: string, year: number, rows: readonly MadeEntry[]): Promise<ImportTimes> {
  const texts = rows.map(({ fields }) =>
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, String(value)])),
  )
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.json_to_sheet(texts))
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx', compression: true })
  const parse = await timed(async () => {
    const sheets = read(bytes, { dense: true })
    const [first = ''] = sheets.SheetNames
    const sheet = sheets.Sheets[first]
    if (sheet === undefined || utils.sheet_to_json(sheet).length !== rows.length) throw new Error('rows are missing')
  })
  const raw = await timed(() => putRaw(texts))

  const opened = await openStore(windowParts(window.desktop))
  if (!opened.ok) throw new Error(opened.problem.code)
  const store = opened.value
  const drafts = rows.map(({ register, fields }) => ({
    id: { unit, register, entry: newId(store.now()) },
    fields: Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
    ),
    year,
  }))
  const action = { ...addEntries(store.database, drafts), unit, year }
  const add = await timed(async () => {
    const result = await recordAction(store, action)
    if (!result.ok) throw new Error(result.problem.code)
  })
  const back = await timed(async () => void (await undo(store)))
  const again = await timed(async () => void (await redo(store)))
  store.database.close()
  return { parse, raw, add, undo: back, redo: again }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function putRaw(rows: readonly object[]): Promise<void> {
  const name = 'bench-raw'
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true })
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => resolve(opening.result)
  })
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'relaxed' })
    const table = transaction.objectStore('rows')
    for (const row of rows) table.put(row)
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
  })
  database.close()
  indexedDB.deleteDatabase(name)
}

Reflect.set(globalThis, 'timeImport', timeImport)
