import { readdirSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { utils, write } from 'xlsx'
import { projectRoot } from '../../build/host/command.ts'
import { against, type Figure, median, plain } from './figure.ts'
import { documentSheet, requestSheet, type Sheet } from './made-sheets.ts'
import type { ImportOrder, ImportTimes } from './page/import-xlsx.ts'
import { township } from './profile.ts'
import { openWindow, untilUsable } from './window.ts'

/** Does work on a copy of the full data folder, made for it alone. */
type OnCopy = <T>(work: (folder: string) => Promise<T>) => Promise<T>

const ROWS = 10_000

/**
 * 10,000 rows of an xlsx to entries that are on disk and in the store, in the program's window, whose screens are
 * live, beside SheetJS and a bulk write of the same rows there: documents, and requests with sealed personal data.
 */
export async function importXlsx(onCopy: OnCopy): Promise<Figure[]> {
  const code = await pageCode()
  const runs = async (register: string, count: number, rows: (run: number) => Sheet): Promise<ImportTimes[]> => {
    const times: ImportTimes[] = []
    for (let run = 0; run <= count; run += 1) {
      const order = orderOf(register, rows(run))
      const one = await onCopy((folder) => oneImport(folder, code, order))
      // The first run warms the disk.
      if (run > 0) times.push(one)
    }
    return times
  }
  const documents = await runs('documents', 7, (run) => documentSheet(ROWS, run))
  const requests = await runs('requests', 3, (run) => requestSheet(ROWS, run))
  return [
    ratio('import-xlsx', documents, 2),
    ratio('import-xlsx-requests', requests, 3),
    plain('import-xlsx-undo', median(documents.map(({ undo }) => undo)), 'ms'),
    plain('import-xlsx-redo', median(documents.map(({ redo }) => redo)), 'ms'),
  ]
}

/** In a program just started over a data folder as it was made: SheetJS is as cold for the floor as in the worker. */
async function oneImport(folder: string, code: string, order: ImportOrder): Promise<ImportTimes> {
  const { app, page } = await openWindow(folder)
  await untilUsable(page)
  await page.evaluate(code)
  const times: ImportTimes = await page.evaluate((asked) => Reflect.get(globalThis, 'timeImport')(asked), order)
  await app.close()
  return times
}

function orderOf(register: string, rows: Sheet): ImportOrder {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Sheet1')
  const workbook: string = write(book, { type: 'base64', bookType: 'xlsx', compression: true, bookSST: true })
  return { unit: township.code, year: 2025, register, workbook, count: rows.length - 1, worker: workerAddress() }
}

function ratio(name: string, times: readonly ImportTimes[], goal: number | null): Figure {
  const pairs = times.map(({ imported, parse, raw, seal }) => ({ value: imported, floor: parse + raw + seal }))
  return against(name, pairs, 'ms', goal)
}

function workerAddress(): string {
  const names = readdirSync(path.join(projectRoot, 'dist/renderer/assets'))
  const name = names.find((one) => /^sheet-worker.*\.js$/.test(one))
  if (name === undefined) throw new Error('no worker for sheets was bundled')
  return `assets/${name}`
}

/** What is timed, with the program's own code, as one script for the window. */
async function pageCode(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(import.meta.dirname, 'page/import-xlsx.ts'), formats: ['iife'], name: 'benchImport' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error('nothing was built')
  return output.output[0].code
}
