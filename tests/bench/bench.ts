/**
 * `npm run bench`: how quick the program is with 50,000 entries in it. Runs main, preload and window as they are, over
 * real data folders; floors are measured in the same run. `-- --json` prints one line per figure; `-- --entries N`
 * takes another size, `-- --only NAME,…` some figures. A goal that is missed is told and is no failure.
 */
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { bundle } from '../../build/bundle.ts'
import { ensureChromium } from '../../build/chromium.ts'
import { against, type Figure, type Pair, plain, toText } from './figure.ts'
import { importXlsx } from './import-xlsx.ts'
import { keyToScreen } from './key-to-screen.ts'
import { listFilter } from './list-filter.ts'
import { madeEntries } from './made-entries.ts'
import { makeProfile } from './profile.ts'
import { starts } from './start.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    entries: { type: 'string', default: '50000' },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
  },
})
const count = Number(values.entries)
const only = values.only.split(',').filter(Boolean)
const wanted = (name: string): boolean => only.length === 0 || only.includes(name)
const say = (text: string): void => (values.json ? console.error(text) : console.log(text))
function tell(figures: readonly Figure[]): void {
  for (const figure of figures) console.log(values.json ? JSON.stringify(figure) : toText(figure))
}

const problem = await ensureChromium()
if (problem !== null) {
  console.error(problem)
  process.exit(2)
}
await bundle()
const folder = values.keep ?? (await mkdtemp(path.join(tmpdir(), 'ogi-bench-')))
const full = path.join(folder, 'full')
const empty = path.join(folder, 'empty')
const isMade = existsSync(full)
if (!isMade) {
  say(`Making a data folder with ${count} entries …`)
  const rebuilt = await makeProfile(full, madeEntries(count))
  await makeProfile(empty, [])
  tell([plain('rebuild', rebuilt, 'ms')])
}

if (wanted('start')) {
  const taken: Pair[] = []
  // By turns, so that what else the machine does falls on both.
  for (let run = 0; run < 6; run += 1) {
    const pair = { value: await starts(full), floor: await starts(empty) }
    // The first pair warms the disk.
    if (run > 0) taken.push(pair)
  }
  tell([against('start', taken, 'ms', 1.5)])
}
if (wanted('key-to-screen')) tell(await onCopy(keyToScreen))
if (wanted('import-xlsx')) tell(await importXlsx(onCopy))
if (wanted('list-filter')) tell(await listFilter(full, Math.floor(count * 0.8)))

/** What writes works on a copy, so that a data folder that is kept stays as it was made. */
async function onCopy<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const copy = path.join(folder, 'copy')
  await rm(copy, { recursive: true, force: true })
  await cp(full, copy, { recursive: true })
  const result = await work(copy)
  await rm(copy, { recursive: true, force: true })
  return result
}

if (values.keep === undefined) await rm(folder, { recursive: true, force: true })
