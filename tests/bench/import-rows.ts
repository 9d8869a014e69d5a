import path from 'node:path'
import { build } from 'vite'
import { projectRoot } from '../../build/host/command.ts'
import { against, type Figure, median, plain } from './figure.ts'
import { madeDocuments } from './made-entries.ts'
import type { ImportTimes } from './page/import-rows.ts'
import { township } from './profile.ts'
import { openWindow, untilUsable } from './window.ts'

const ROWS = 10_000

/**
 * 10,000 rows of documents from a workbook that SheetJS has read to entries that are on disk and in the store, beside
 * SheetJS and a bulk write of the same rows. The store's own code runs in the program's window, whose screens are live.
 */
export async function importRows(folder: string): Promise<Figure[]> {
  const code = await pageCode()
  const { app, page } = await openWindow(folder)
  await untilUsable(page)
  await page.evaluate(code)
  const times: ImportTimes[] = []
  for (let run = 0; run < 4; run += 1) {
    const rows = madeDocuments(ROWS, 7 + run)
    const one: ImportTimes = await page.evaluate(
      ([unit, year, all]) => Reflect.get(globalThis, 'timeImport')(unit, year, all),
      [township.code, 2025, rows] as const,
    )
    // The first run warms the page.
    if (run > 0) times.push(one)
  }
  await app.close()
  const of = (pick: (one: ImportTimes) => number) => median(times.map(pick))
  return [
    against(
      'import-rows',
      of((one) => one.parse + one.add),
      of((one) => one.parse + one.raw),
      'ms',
      2,
    ),
    plain(
      'import-rows-add',
      of((one) => one.add),
      'ms',
    ),
    plain(
      'import-rows-undo',
      of((one) => one.undo),
      'ms',
    ),
    plain(
      'import-rows-redo',
      of((one) => one.redo),
      'ms',
    ),
  ]
}

/** The store's code with what is timed, as one script for the window. */
async function pageCode(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(import.meta.dirname, 'page/import-rows.ts'), formats: ['iife'], name: 'benchImport' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error('nothing was built')
  return output.output[0].code
}
