import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importFiles } from '../../../../../renderer/store/packages/import-packages.ts'
import { readPackages } from '../../../../../renderer/store/packages/read-packages.ts'
import { readDesk } from '../../../../../renderer/store/reports/read-desk.ts'
import { undo } from '../../../../../renderer/store/write/record-action.ts'
import { formForYear } from '../../../../../shared/catalogue/catalogue.ts'
import type { OpenedFile } from '../../../../../shared/desktop.ts'
import { unpackSubmission } from '../../../../../shared/steps/package/unpack.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { type MemoryDisk, memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { stampedDump } from '../../../../fixtures/store-dump.ts'
import { submissionBytes } from '../../../../fixtures/submission-bytes.ts'
import { addUnits, forgetDatabase, startStore, type TestStore, unit } from '../../../../fixtures/test-store.ts'

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

const file = (name: string, options: Parameters<typeof submissionBytes>[0]) =>
  test.memory.open(name, submissionBytes(options))

async function codes(result: ReturnType<typeof take>) {
  const lines = await result
  if (!lines.ok) throw new Error(lines.problem.code)
  return lines.value.map(({ verdict }) => verdict.code)
}

describe('importFiles()', () => {
  it('records a whole batch as one action and keeps the files', async () => {
    const before = disk.frames.length
    const files = [
      file('a.ogi', { code: 't1', cells: { 'requests.received.person': 3 } }),
      file('b.ogi', { code: 't2', cells: { 'requests.received.person': 4 } }),
    ]
    expect(await codes(take(...files))).toEqual(['accepted', 'accepted'])
    expect(disk.frames).toHaveLength(before + 1)
    expect(disk.frames.at(-1)).toMatchObject({ action: 'import', unit: 'c', year: 2020 })
    expect(disk.received.size).toBe(2)
  })

  it('makes the sum anew', async () => {
    const form = formForYear(forms, 2020)
    if (form === null) throw new Error('no form')
    await take(file('a.ogi', { code: 't1', cells: { 'requests.received.person': 3, 'requests.received.total': 3 } }))
    await take(file('b.ogi', { code: 't2', cells: { 'requests.received.person': 4, 'requests.received.total': 5 } }))
    const desk = await readDesk(test.store.database, 'c', 2020, form)
    const key = form.key('requests.received.person')
    const total = form.key('requests.received.total')
    if (desk === null || key === null || total === null) throw new Error('no desk')
    expect(desk.children.map(({ unit: { code }, state }) => [code, state])).toEqual([
      ['t1', 'blank'],
      ['t2', 'blank'],
    ])
    expect([desk.total.report.cells[key], desk.total.report.cells[total]]).toEqual([7, 8])
  })

  it('says of each file what became of it, and takes only the good ones', async () => {
    const good = submissionBytes({ code: 't1' })
    const lines = await take(
      test.memory.open('good.ogi', good),
      test.memory.open('again.ogi', good),
      test.memory.open('picture.jpg', new Uint8Array([1, 2, 3])),
      file('village.ogi', { code: 'v1' }),
      file('unknown.ogi', { code: 'x' }),
      file('year.ogi', { code: 't1', year: 2021 }),
      file('sample.ogi', { code: 't2', sample: true }),
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
      ['sample.ogi', 'sample'],
      ['gone.ogi', 'unreadable'],
    ])
    expect(disk.received.size).toBe(1)
    expect(disk.frames.at(-1)?.changes).toHaveLength(1)
  })

  it('writes nothing for files that are here already', async () => {
    const files = () => [file('a.ogi', { code: 't1' }), file('b.ogi', { code: 't2' })]
    await take(...files())
    const before = disk.frames.length
    expect(await codes(take(...files().reverse()))).toEqual(['already-here', 'already-here'])
    expect(disk.frames).toHaveLength(before)
  })

  it('keeps an older revision as history and never lets it replace the newer one', async () => {
    await take(file('2.ogi', { code: 't1', revision: 2, time: 1_600_000_000_002 }))
    expect(await codes(take(file('1.ogi', { code: 't1', revision: 1, time: 1_600_000_000_001 })))).toEqual(['older'])
    const known = await readPackages(test.store.database, ['t1'], 2020)
    expect(known.map(({ revision }) => revision)).toEqual([1, 2])
  })

  it('changes nothing where the disk is full while files are kept', async () => {
    const before = await stampedDump(test.store.database)
    disk.problem = { code: 'disk-full', detail: 'ENOSPC' }
    const result = await take(file('a.ogi', { code: 't1' }))
    expect(result).toEqual({ ok: false, problem: { code: 'disk-full', detail: 'ENOSPC' } })
    expect(await stampedDump(test.store.database)).toBe(before)
  })

  it.each(['reading', 'keeping'] as const)('changes nothing when cancelled while %s', async (phase) => {
    const before = await stampedDump(test.store.database)
    const stop = new AbortController()
    const files = [file('a.ogi', { code: 't1' }), file('b.ogi', { code: 't2' })]
    const result = await importFiles(
      test.store,
      { unit: 'c', year: 2020, files },
      {
        signal: stop.signal,
        onProgress: (progress) => {
          if (progress.phase === phase && progress.done === 1) stop.abort()
        },
      },
    )
    expect(result).toEqual({ ok: false, problem: { code: 'cancelled' } })
    expect(await stampedDump(test.store.database)).toBe(before)
  })

  it('does not record a file that became another one between reading and keeping', async () => {
    const { memory } = test
    const files = [file('a.ogi', { code: 't1' }), file('b.ogi', { code: 't2' })]
    test.store.database.close()
    test = await startStore(disk, {
      keepReceived: async (token) => {
        const kept = await memory.desktop.keepReceived(token)
        return token === files[0]?.token && kept.ok ? { ok: true, value: '0'.repeat(64) } : kept
      },
    })
    const reading = { ...test.store, packages: { ...test.store.packages, unpack: memoryUnpack } }
    async function memoryUnpack(token: string) {
      const bytes = await memory.bytes.read(token)
      return bytes.ok ? { ok: true as const, value: unpackSubmission(bytes.value, forms) } : bytes
    }
    const lines = await importFiles(reading, { unit: 'c', year: 2020, files })
    if (!lines.ok) throw new Error(lines.problem.code)
    expect(lines.value.map(({ verdict }) => verdict.code)).toEqual(['unreadable', 'accepted'])
    expect(disk.frames.at(-1)?.changes).toHaveLength(1)
  })

  it('is not taken back with Ctrl+Z', async () => {
    await take(file('a.ogi', { code: 't1' }))
    expect(await undo(test.store)).toEqual({ ok: true, value: null })
  })

  it('needs a unit that receives', async () => {
    const result = await importFiles(test.store, { unit: 'nobody', year: 2020, files: [] })
    expect(result).toEqual({ ok: false, problem: { code: 'unit-unknown' } })
  })
})
