import { proxy, wrap } from 'comlink'
import { read, utils } from 'xlsx'
import type { SheetWork } from '../../../renderer/features/sheets/sheet-work.ts'
import { openStore, windowParts } from '../../../renderer/store/open/open-store.ts'
import { redo, undo } from '../../../renderer/store/write/record-action.ts'
import { openBuiltIn } from '../../../shared/catalogue/built-in.ts'
import { knownRegister } from '../../../shared/catalogue/catalogue.ts'
import { importFile } from '../../fixtures/sheets/import-file.ts'

/** Milliseconds; measured in the window of the program. */
export interface ImportTimes {
  /** SheetJS's reading of the workbook. */
  readonly parse: number
  /** Its rows put into an IndexedDB table of their own, in one transaction. */
  readonly raw: number
  /** Sealing the personal columns of these rows, a text a row; 0 for a register without such. */
  readonly seal: number
  /** The program's whole way: its worker reads and checks, the rows are compared with what is there, sealed and stored. */
  readonly imported: number
  readonly undo: number
  readonly redo: number
}

export interface ImportOrder {
  readonly unit: string
  readonly year: number
  readonly register: string
  /** An xlsx in base64. */
  readonly workbook: string
  /** Its rows without the headings. */
  readonly count: number
  /** Address of the program's worker for sheets. */
  readonly worker: string
}

/** Imports a workbook of these rows, beside the plainest way of the same bytes to the browser's database. */
export async function timeImport({ unit, year, register, workbook, count, worker }: ImportOrder): Promise<ImportTimes> {
  const bytes = Uint8Array.from(atob(workbook), (letter) => letter.charCodeAt(0))
  // As in the program, which starts it while the clerk chooses the file. Its library has parsed nothing yet.
  const running = new Worker(worker, { type: 'module' })
  const remote = wrap<SheetWork>(running)
  await remote.propose(register)

  let objects: object[] = []
  const parse = await timed(async () => {
    const sheets = read(bytes, { dense: true })
    const [first = ''] = sheets.SheetNames
    const sheet = sheets.Sheets[first]
    objects = sheet === undefined ? [] : utils.sheet_to_json<object>(sheet)
  })
  if (objects.length !== count) throw new Error('rows are missing')
  const personal = personalHeadings(register)
  let sealed: readonly unknown[] = []
  const seal = await timed(async () => {
    if (personal.length === 0) return
    const texts = objects.map((row, index) => ({
      record: `bench|${register}|${index}|sealed`,
      text: JSON.stringify(personal.map((heading) => Reflect.get(row, heading))),
    }))
    const result = await window.desktop.sealMany(texts)
    if (!result.ok) throw new Error(result.problem.code)
    sealed = result.value
  })
  const raw = await putRaw(
    personal.length === 0 ? objects : objects.map((row, index) => ({ row, sealed: sealed[index] })),
  )

  const opened = await openStore(windowParts(window.desktop))
  if (!opened.ok) throw new Error(opened.problem.code)
  const store = opened.value
  const work: SheetWork = {
    open: async (source) => remote.open(source),
    propose: async (id) => remote.propose(id),
    check: async (id, plan, setting, onProgress) => remote.check(id, plan, setting, proxy(onProgress)),
    template: async (id) => remote.template(id),
    export: async (order) => remote.export(order),
  }
  // As in the register's list, where the clerk chooses the file: it has read its entries to search them.
  await store.entries.all(unit, register)
  const imported = await timed(async () => {
    const done = await importFile(store, work, { unit, year, register, source: { kind: 'bytes', bytes } })
    if (!done.ok) throw new Error(done.problem.code)
    if (done.value !== count) throw new Error(`${done.value} of ${count} rows were stored`)
  })
  running.terminate()
  const back = await timed(async () => void (await undo(store)))
  const again = await timed(async () => void (await redo(store)))
  store.database.close()
  return { parse, raw, seal, imported, undo: back, redo: again }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** The columns that are sealed. */
function personalHeadings(register: string): string[] {
  const { fields } = knownRegister(openBuiltIn().registers, register)
  return fields.flatMap(({ personal, label }) => (personal === true ? [label] : []))
}

/** Milliseconds from opening a database of its own until the rows are in it. */
async function putRaw(rows: readonly object[]): Promise<number> {
  const began = performance.now()
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
  const took = performance.now() - began
  database.close()
  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name)
    deleting.onsuccess = () => resolve()
    deleting.onerror = () => reject(deleting.error)
  })
  return took
}

Reflect.set(globalThis, 'timeImport', timeImport)
