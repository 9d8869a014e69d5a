import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importFiles } from '../../../../../renderer/store/packages/import-packages.ts'
import { checkReceived, receivedFound } from '../../../../../renderer/store/packages/received-check.ts'
import { readDesk } from '../../../../../renderer/store/reports/read-desk.ts'
import { undo } from '../../../../../renderer/store/write/record-action.ts'
import { formForYear } from '../../../../../shared/catalogue/catalogue.ts'
import type { OpenedFile } from '../../../../../shared/desktop.ts'
import { deskRecordId, readChoice } from '../../../../../shared/model/desk/choice-record.ts'
import { sha256Hex } from '../../../../../shared/values/sha256.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { type MemoryDisk, memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { stampedDump } from '../../../../fixtures/store-dump.ts'
import { type SubmissionOptions, submissionBytes, submissionOf } from '../../../../fixtures/submission-bytes.ts'
import { testPackages } from '../../../../fixtures/test-packages.ts'
import { addUnits, forgetDatabase, startStore, type TestStore, unit } from '../../../../fixtures/test-store.ts'

const form = formForYear(forms, 2020)
if (form === null) throw new Error('no form')
const ofYear = form

const DAY = 24 * 3_600_000

let disk: MemoryDisk
let test: TestStore

beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
  test = await startStore(disk)
  await addUnits(test.store, [
    unit('c', '孝昌县', 'county', null),
    unit('t1', '花园镇', 'township', 'c', 1),
    unit('t2', '丰山镇', 'township', 'c', 2),
    unit('v1', '一村', 'village', 't1'),
  ])
})

afterEach(() => test.store.database.close())

const take = (...files: OpenedFile[]) => importFiles(test.store, { unit: 'c', year: 2020, files })

const file = async (name: string, options: SubmissionOptions) => test.memory.open(name, await submissionBytes(options))

async function codes(result: ReturnType<typeof take>) {
  const lines = await result
  if (!lines.ok) throw new Error(lines.problem.code)
  return lines.value.map(({ verdict }) => verdict.code)
}

describe('importFiles()', () => {
  it('P17: says of a file that it was made more than a day from now, and nothing else follows from it', async () => {
    const now = test.store.now()
    const times = [now - DAY, now + DAY, now + DAY + 60_000, Date.UTC(2035, 0, 3)]
    const files = times.map((time, i) => file(`${i}.ogi`, { code: 't1', time, revision: i + 1 }))
    const lines = await take(...(await Promise.all(files)))
    if (!lines.ok) throw new Error(lines.problem.code)
    expect(lines.value.map(({ ahead }) => ahead)).toEqual([false, false, true, true])
    expect(lines.value.map(({ verdict }) => verdict.code)).toEqual(['waiting', 'waiting', 'waiting', 'waiting'])
  })

  it('records a whole batch as one action and keeps the files', async () => {
    const before = disk.frames.length
    const files = await Promise.all([
      file('a.ogi', { code: 't1', cells: { 'requests.received.person': 3 } }),
      file('b.ogi', { code: 't2', cells: { 'requests.received.person': 4 } }),
    ])
    expect(await codes(take(...files))).toEqual(['accepted', 'accepted'])
    expect(disk.frames).toHaveLength(before + 1)
    expect(disk.frames.at(-1)).toMatchObject({ action: 'import', unit: 'c', year: 2020 })
    expect(disk.received.size).toBe(2)
  })

  it('makes the sum anew', async () => {
    await take(
      await file('a.ogi', { code: 't1', cells: { 'requests.received.person': 3, 'requests.received.total': 3 } }),
    )
    await take(
      await file('b.ogi', { code: 't2', cells: { 'requests.received.person': 4, 'requests.received.total': 5 } }),
    )
    const desk = await readDesk(test.store.database, 'c', 2020, ofYear)
    const key = ofYear.key('requests.received.person')
    const total = ofYear.key('requests.received.total')
    if (desk === null || key === null || total === null) throw new Error('no desk')
    expect(desk.children.map(({ unit: { code }, state }) => [code, state])).toEqual([
      ['t1', 'blank'],
      ['t2', 'blank'],
    ])
    expect([desk.total.report.cells[key], desk.total.report.cells[total]]).toEqual([7, 8])
  })

  it('says of each file what became of it, and takes only the good ones', async () => {
    const good = await submissionBytes({ code: 't1' })
    const lines = await take(
      test.memory.open('good.ogi', good),
      test.memory.open('again.ogi', good),
      test.memory.open('picture.jpg', new Uint8Array([1, 2, 3])),
      await file('village.ogi', { code: 'v1' }),
      await file('unknown.ogi', { code: 'x' }),
      await file('year.ogi', { code: 't1', year: 2021 }),
      await file('sample.ogi', { code: 't2', practice: true }),
      { token: 'token-that-is-not-there', name: 'gone.ogi', size: 1 },
    )
    if (!lines.ok) throw new Error(lines.problem.code)
    expect(lines.value.map(({ file: { name }, verdict: { code } }) => [name, code])).toEqual([
      ['good.ogi', 'accepted'],
      ['again.ogi', 'already-here'],
      ['picture.jpg', 'refused'],
      ['village.ogi', 'unit-not-in-tree'],
      ['unknown.ogi', 'unit-not-in-tree'],
      ['year.ogi', 'other-year'],
      ['sample.ogi', 'practice'],
      ['gone.ogi', 'unreadable'],
    ])
    expect(disk.received.size).toBe(1)
    expect(disk.frames.at(-1)?.changes).toHaveLength(1)
  })

  it('writes nothing for files that are here already', async () => {
    const files = () => Promise.all([file('a.ogi', { code: 't1' }), file('b.ogi', { code: 't2' })])
    await take(...(await files()))
    const before = disk.frames.length
    expect(await codes(take(...(await files()).reverse()))).toEqual(['already-here', 'already-here'])
    expect(disk.frames).toHaveLength(before)
  })

  it('keeps what was followed as history and never lets it replace what counts', async () => {
    const first = { code: 't1', revision: 1 }
    const follows = [(await submissionOf(first)).id]
    await take(await file('2.ogi', { code: 't1', revision: 2, follows }))
    expect(await codes(take(await file('1.ogi', first)))).toEqual(['older'])
    const desk = await readDesk(test.store.database, 'c', 2020, ofYear)
    expect(desk?.children[0]).toMatchObject({ files: 2, current: { revision: 2 }, waiting: [] })
  })

  it('keeps a file that does not follow beside the one that counts, also after the store was lost', async () => {
    const good = { code: 't1', cells: { 'requests.received.person': 3 } }
    const poor = { code: 't1', time: 2_000_000_000_000, cells: { 'requests.received.person': 1 } }
    await take(await file('good.ogi', good))
    expect(await codes(take(await file('poor.ogi', poor)))).toEqual(['waiting'])
    const [id, other] = [(await submissionOf(good)).id, (await submissionOf(poor)).id]
    const row = await test.store.database.desks.get(deskRecordId({ unit: 't1', year: 2020, layer: 'own' }))
    expect(readChoice(row?.groups ?? {})).toEqual({ id, seen: [] })
    test.store.database.close()
    await forgetDatabase()
    test = await startStore(disk)
    const desk = await readDesk(test.store.database, 'c', 2020, ofYear)
    expect(desk?.children[0]).toMatchObject({ current: { id }, waiting: [{ id: other }] })
    expect(disk.received.size).toBe(2)
  })

  it('changes nothing where the disk is full while files are kept', async () => {
    const before = await stampedDump(test.store.database)
    disk.problem = { code: 'disk-full', detail: 'ENOSPC' }
    const result = await take(await file('a.ogi', { code: 't1' }))
    expect(result).toEqual({ ok: false, problem: { code: 'disk-full', detail: 'ENOSPC' } })
    expect(await stampedDump(test.store.database)).toBe(before)
  })

  it.each(['reading', 'keeping'] as const)('changes nothing when cancelled while %s', async (phase) => {
    const before = await stampedDump(test.store.database)
    const stop = new AbortController()
    const many = Array.from({ length: 30 }, (_, i) => file(`${i}.ogi`, { code: 't1', time: 1_600_000_000_000 + i }))
    const files = await Promise.all(many)
    const result = await importFiles(
      test.store,
      { unit: 'c', year: 2020, files },
      {
        signal: stop.signal,
        onProgress: (progress) => {
          if (progress.phase === phase && progress.done > 0) stop.abort()
        },
      },
    )
    expect(result).toEqual({ ok: false, problem: { code: 'cancelled' } })
    expect(await stampedDump(test.store.database)).toBe(before)
  })

  it('does not record a file that became another one between reading and keeping', async () => {
    const { memory } = test
    const files = await Promise.all([file('a.ogi', { code: 't1' }), file('b.ogi', { code: 't2' })])
    test.store.database.close()
    test = await startStore(disk, {
      keepReceived: async (tokens) => {
        const kept = await memory.desktop.keepReceived(tokens)
        const other = (hash: string, i: number) => (tokens[i] === files[0]?.token ? '0'.repeat(64) : hash)
        return kept.ok ? { ok: true, value: kept.value.map(other) } : kept
      },
    })
    const packages = testPackages(memory.bytes)
    const lines = await importFiles(
      { ...test.store, packages: packages(test.store.catalogue) },
      { unit: 'c', year: 2020, files },
    )
    if (!lines.ok) throw new Error(lines.problem.code)
    expect(lines.value.map(({ verdict }) => verdict.code)).toEqual(['unreadable', 'accepted'])
    expect(disk.frames.at(-1)?.changes).toHaveLength(1)
  })

  it('keeps the file of a submission that is here once more, where it was lost, and says so no more', async () => {
    const files = [await file('a.ogi', { code: 't1' }), await file('b.ogi', { code: 't2' })]
    await take(...files)
    const [lost = ''] = disk.received.keys()
    disk.received.delete(lost)
    await checkReceived(test.store)
    expect(receivedFound.get()?.missing).toMatchObject([{ file: lost, revision: 1, year: 2020 }])
    expect(await codes(take(...files))).toEqual(['already-here', 'already-here'])
    expect(disk.received.has(lost)).toBe(true)
    expect(receivedFound.get()).toEqual({ missing: [], unlisted: [], savedAs: null })
  })

  it('offers a file that lies there and was never taken in, until it is', async () => {
    const bytes = await submissionBytes({ code: 't1' })
    disk.received.set(sha256Hex(bytes), bytes)
    await checkReceived(test.store)
    const unlisted = receivedFound.get()?.unlisted ?? []
    expect(unlisted).toHaveLength(1)
    expect(await codes(take(...unlisted))).toEqual(['accepted'])
    expect(receivedFound.get()?.unlisted).toEqual([])
  })

  it('is not taken back with Ctrl+Z', async () => {
    await take(await file('a.ogi', { code: 't1' }))
    expect(await undo(test.store)).toEqual({ ok: true, value: null })
  })

  it('needs a unit that receives', async () => {
    const result = await importFiles(test.store, { unit: 'nobody', year: 2020, files: [] })
    expect(result).toEqual({ ok: false, problem: { code: 'unit-unknown' } })
  })
})
