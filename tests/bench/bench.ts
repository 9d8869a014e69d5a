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
import { desk } from './desk.ts'
import { type Figure, toText } from './figure.ts'
import { importXlsx } from './import-xlsx.ts'
import { deskKeyToScreen, keyToScreen } from './key-to-screen.ts'
import { listFilter } from './list-filter.ts'
import { makeDesk } from './made-desk.ts'
import { madeEntries } from './made-entries.ts'
import { makeProfile } from './profile.ts'
import { rebuild } from './rebuild.ts'
import { start } from './start.ts'

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
/** A data folder, made where none is kept. */
async function made(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const place = path.join(folder, name)
  if (existsSync(place)) return place
  say(`Making the data folder ${name} …`)
  await make(place)
  return place
}
const full = () => made('full', (place) => makeProfile(place, madeEntries(count)))
const tenth = () => made('tenth', (place) => makeProfile(place, madeEntries(count / 10)))
const deskOf = (units: number) => made(`desk-${units}`, (place) => makeDesk(place, units))
const blank = path.join(folder, 'blank')

if (wanted('start')) {
  tell([await start('start', await full(), blank)])
  tell([await start('start-packages', await deskOf(1000), blank)])
}
if (wanted('rebuild')) tell([await onCopy(await full(), rebuild)])
if (wanted('key-to-screen')) tell(await onCopy(await full(), keyToScreen))
if (wanted('list-filter')) {
  const requests = (of: number) => Math.floor(of * 0.8)
  const sized = { folder: await full(), requests: requests(count) }
  tell(await listFilter(sized, { folder: await tenth(), requests: requests(count / 10) }))
}
if (wanted('desk')) {
  tell(await onCopy(await deskOf(1000), deskKeyToScreen))
  tell(await desk(await deskOf(1000)))
  tell(await desk(await deskOf(3000), '-3000'))
}
if (wanted('import-xlsx')) {
  const from = await full()
  tell(await importXlsx((work) => onCopy(from, work)))
}

/** What writes works on a copy, so that a data folder that is kept stays as it was made. */
async function onCopy<T>(from: string, work: (folder: string) => Promise<T>): Promise<T> {
  const copy = path.join(folder, 'copy')
  await rm(copy, { recursive: true, force: true })
  await cp(from, copy, { recursive: true })
  const result = await work(copy)
  await rm(copy, { recursive: true, force: true })
  return result
}

if (values.keep === undefined) await rm(folder, { recursive: true, force: true })
