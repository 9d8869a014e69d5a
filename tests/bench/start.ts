import path from 'node:path'
import { against, type Figure, type Pair } from './figure.ts'
import { openWindow, untilUsable } from './window.ts'

/** Milliseconds from starting the program to its first screen that can be used; `root`: of another program. */
async function starts(folder: string, root?: string): Promise<number> {
  const started = performance.now()
  const { app, page } = await openWindow(folder, root)
  await untilUsable(page)
  const took = performance.now() - started
  await app.close()
  return took
}

const blank = path.join(import.meta.dirname, 'blank-app')

/** A start over a data folder, beside that of a program which is a blank page in the same browser. */
export async function start(name: string, folder: string, floorFolder: string): Promise<Figure> {
  const taken: Pair[] = []
  // By turns, so that what else the machine does falls on both.
  for (let run = 0; run < 6; run += 1) {
    const pair = { value: await starts(folder), floor: await starts(floorFolder, blank) }
    // The first pair warms the disk.
    if (run > 0) taken.push(pair)
  }
  return against(name, taken, 'ms', 2)
}
