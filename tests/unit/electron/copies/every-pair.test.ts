import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sha256Hex } from '../../../../electron/data/received.ts'
import { readAllSummaries } from '../../../../renderer/store/tables/read-packages.ts'
import { entryIdOf, sealedFields, sealedRecord } from '../../../../shared/model/entry/entry-record.ts'
import { type FolderProgram, startFolder } from './folder-program.ts'
import { figuresOf, live, putStore, type Snapshot, standingFigures } from './profile.ts'

vi.mock('electron', () => ({ BrowserWindow: class {}, clipboard: {}, dialog: {}, shell: {} }))

/*
 * The four things that a data folder keeps, each as it should be or as it may be found, two of them at a time. Whatever
 * is found, every figure of a copy that belongs here stands afterwards, and what was found is said.
 */

const things = ['journal', 'store', 'keyring', 'received'] as const
const conditions = ['missing', 'older', 'newer', 'foreign', 'damaged'] as const
type Thing = (typeof things)[number]
type Condition = 'whole' | (typeof conditions)[number]
type Found = Readonly<Record<Thing, Condition>>

const whole: Found = { journal: 'whole', store: 'whole', keyring: 'whole', received: 'whole' }
const OURS = 11
const THEIRS = 511
const account = ['keyring.json', 'keyring-copy.json']

let base = ''
let ours: readonly Snapshot[] = []
let theirs: readonly Snapshot[] = []
let clock = Date.UTC(2026, 10, 23, 12)
const now = () => clock++

beforeAll(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'ogi-pairs-'))
  ours = await live(path.join(base, 'ours'), OURS, now)
  theirs = await live(path.join(base, 'theirs'), THEIRS, now)
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** How far a copy of ours in a condition is; a damaged one as it was before. */
const levels: Readonly<Record<Condition, number>> = { missing: 0, older: 1, whole: 2, newer: 3, foreign: 0, damaged: 2 }

function snapshotOf(condition: Condition): Snapshot {
  const found = condition === 'foreign' ? theirs[1] : ours[Math.max(1, levels[condition]) - 1]
  if (found === undefined) throw new Error('no snapshot')
  return found
}

/** Puts a data folder together; `lost`: the figure whose frame a damaged journal loses. */
async function found(folder: string, conditions: Found, lost: number): Promise<void> {
  cpSync(snapshotOf('whole').folder, folder, { recursive: true })
  for (const thing of ['journal', 'received'] as const) {
    const place = path.join(folder, thing)
    rmSync(place, { recursive: true })
    if (conditions[thing] !== 'missing')
      cpSync(path.join(snapshotOf(conditions[thing]).folder, thing), place, { recursive: true })
  }
  if (conditions.journal === 'damaged') spoilFrame(path.join(folder, 'journal'), lost)
  if (conditions.received === 'damaged') {
    const [name = ''] = readdirSync(path.join(folder, 'received'))
    writeFileSync(path.join(folder, 'received', name), 'damaged')
  }
  for (const name of account) {
    const file = path.join(folder, name)
    if (conditions.keyring === 'missing') rmSync(file)
    else cpSync(path.join(snapshotOf(conditions.keyring).folder, name), file)
    if (conditions.keyring === 'damaged') writeFileSync(file, Buffer.alloc(readFileSync(file).length))
  }
  const { store } = conditions
  await putStore(store === 'missing' ? null : store === 'damaged' ? 'damaged' : snapshotOf(store).store)
}

/** One bit of the frame that wrote a figure. */
function spoilFrame(journal: string, figure: number): void {
  for (const name of readdirSync(journal).filter((one) => one.endsWith('.ogij'))) {
    const file = path.join(journal, name)
    const bytes = readFileSync(file)
    const at = bytes.indexOf(`"value":${figure},`)
    if (at === -1) continue
    bytes[at + 1] = 0x77
    writeFileSync(file, bytes)
    return
  }
  throw new Error(`no frame holds ${figure}`)
}

/** The figures that must stand, whatever else is wrong. */
function expectedFigures({ journal, store }: Found, lost: number): number[] {
  if (journal === 'foreign') return figuresOf(2, THEIRS)
  const ofJournal = figuresOf(levels[journal], OURS).filter((figure) => journal !== 'damaged' || figure !== lost)
  const ofStore = store === 'damaged' ? [] : figuresOf(levels[store], OURS)
  return [...new Set([...ofJournal, ...ofStore])].sort((a, b) => a - b)
}

/** What must be said of journal and store, in alphabetical order. */
function expectedWords(conditions: Found, lost: number): string[] {
  const { journal, store } = conditions
  const isOurs = store === 'older' || store === 'whole' || store === 'newer'
  const isJournalShort = journal === 'missing' || journal === 'older'
  const holdsMore =
    isOurs &&
    (journal === 'damaged' ? levels[store] > 2 || lost < OURS + 2 * levels[store] : levels[store] > levels[journal])
  const words = [
    ...(journal === 'foreign' ? ['journal-other'] : []),
    ...(journal === 'damaged' ? ['journal-damaged'] : []),
    ...(isJournalShort && !(isOurs && levels[store] >= 2) ? ['journal-short'] : []),
    ...(store === 'damaged' ? ['store-unreadable'] : []),
    ...(journal === 'foreign'
      ? isOurs
        ? ['store-differs']
        : []
      : store === 'foreign' || holdsMore
        ? ['store-differs']
        : []),
  ]
  return words.sort()
}

/** What the account's files of keys hold; null where there is none. */
const accountFiles = (folder: string) =>
  account.map((name) => path.join(folder, name)).map((file) => (existsSync(file) ? readFileSync(file, 'latin1') : null))

/** Names are there or it is said why not; nothing is sealed over what is lost. */
async function expectKeys(
  { store, desktop }: FolderProgram,
  { journal, keyring }: Found,
  folder: string,
): Promise<void> {
  const rows = await store.database.entries.toArray()
  const sealed = rows.flatMap(({ id, groups }) => {
    const read = sealedFields.safeParse(groups.personal?.value)
    return read.success ? [{ record: sealedRecord(entryIdOf(id)), sealed: read.data }] : []
  })
  if (sealed.length === 0) return
  const { problem } = await desktop.privacy()
  const isTheirs = journal === 'foreign'
  const opens = isTheirs ? keyring === 'foreign' : levels[keyring] > 0 && keyring !== 'damaged'
  if (!opens) {
    const before = accountFiles(folder)
    expect(problem?.code).toBe('keyring-lost')
    expect(await desktop.seal('x', 'requests|x')).toMatchObject({ ok: false, problem: { code: 'keyring-lost' } })
    expect(accountFiles(folder)).toEqual(before)
    return
  }
  expect(problem).toBeNull()
  const opened = await desktop.unseal(sealed)
  if (!opened.ok) throw new Error(opened.problem.code)
  const unread = opened.value.flatMap((one) => (one.text === null ? [one.why] : []))
  // The keys of a sitting lie with the account and beside the journal of that sitting, and in no older copy.
  const known = isTheirs ? sealed.length : Math.max(levels[keyring], levels[journal])
  expect(unread).toEqual(Array.from({ length: Math.max(0, sealed.length - known) }, () => 'key-absent'))
}

async function expectReceived({ store, desktop }: FolderProgram, folder: string): Promise<void> {
  const known = new Set((await readAllSummaries(store.database)).map(({ file }) => file))
  const place = path.join(folder, 'received')
  const there = (existsSync(place) ? readdirSync(place) : []).map((name) => ({
    name: name.replace('.ogi', ''),
    sha256: sha256Hex(readFileSync(path.join(place, name))),
  }))
  const intact = there.filter(({ name, sha256 }) => name === sha256).map(({ name }) => name)
  const checked = await desktop.checkReceived([...known])
  if (!checked.ok) throw new Error(checked.problem.code)
  const { missing, unlisted, savedAs } = checked.value
  expect(new Set(missing)).toEqual(new Set([...known].filter((one) => !intact.includes(one))))
  expect(unlisted.map(({ name }) => name).sort()).toEqual(
    intact
      .filter((one) => !known.has(one))
      .map((one) => `${one}.ogi`)
      .sort(),
  )
  const aside = savedAs === null ? [] : readdirSync(savedAs)
  expect(aside).toHaveLength(there.length - intact.length)
}

async function expectPair(conditions: Found, lost: number): Promise<void> {
  const folder = mkdtempSync(path.join(base, 'pair-'))
  mkdirSync(folder, { recursive: true })
  await found(folder, conditions, lost)
  const program = await startFolder(folder, now)
  const { store } = program
  expect(await standingFigures(store)).toEqual(expectedFigures(conditions, lost))
  const said = store.start.notices.filter(({ key }) => key !== 'clock-behind').map(({ notice }) => notice)
  expect(said.map(({ code }) => code).sort()).toEqual(expectedWords(conditions, lost))
  // What is not shown lies whole where the words say.
  for (const notice of said) {
    if ('savedAs' in notice) expect(readdirSync(notice.savedAs ?? 'nowhere').length).toBeGreaterThan(0)
  }
  await expectKeys(program, conditions, folder)
  await expectReceived(program, folder)
  const { head } = await program.desktop.start()
  await program.close()
  // Once is enough: after what was brought back the next start finds nothing to do, also where the store is lost then.
  if (said.every(({ code }) => code !== 'store-differs' && code !== 'journal-damaged'))
    return rmSync(folder, { recursive: true })
  await putStore(null)
  const again = await startFolder(folder, now)
  expect(await standingFigures(again.store)).toEqual(expectedFigures(conditions, lost))
  expect(again.store.start.head).toEqual(head)
  await again.close()
  rmSync(folder, { recursive: true })
}

describe('two of journal, store, keyring and received files at once', () => {
  const pairs = things.flatMap((one, index) => things.slice(index + 1).map((other) => [one, other] as const))
  it.each(pairs)('J19: loses nothing that was acknowledged, and says what happened: %s and %s', async (one, other) => {
    const lost = fc.sample(fc.integer({ min: OURS, max: OURS + 3 }), conditions.length ** 2)
    for (const [at, [first, second]] of conditions
      .flatMap((condition) => conditions.map((also) => [condition, also] as const))
      .entries()) {
      const made: Found = { ...whole, [one]: first, [other]: second }
      const figure = lost[at] ?? OURS
      await expectPair(made, figure).catch((error: unknown) => {
        throw new Error(
          `${one} ${first}, ${other} ${second}, ${figure}: ${error instanceof Error ? error.message : error}`,
        )
      })
    }
  })
})
