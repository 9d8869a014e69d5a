import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { importFiles } from '../../renderer/store/packages/import-packages.ts'
import { readDesk } from '../../renderer/store/reports/read-desk.ts'
import type { Store } from '../../renderer/store/store.ts'
import { formForYear } from '../../shared/catalogue/catalogue.ts'
import { reportText } from '../../shared/model/report/report-json.ts'
import { forms } from '../fixtures/catalogue.ts'
import { memoryDisk } from '../fixtures/memory-desktop.ts'
import { formOf } from '../fixtures/read-fixture.ts'
import { storeDump } from '../fixtures/store-dump.ts'
import { submissionBytes } from '../fixtures/submission-bytes.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../fixtures/test-store.ts'

const form = formForYear(forms, 2020)
if (form === null) throw new Error('no form')
const ofYear = form

/** Three units, with revisions, one number twice with different content, and files that are not taken. */
const files = [
  { code: 't1', revision: 1, time: 1_600_000_000_001, cells: { 'requests.received.person': 1 } },
  { code: 't1', revision: 2, time: 1_600_000_000_003, cells: { 'requests.received.person': 2 } },
  { code: 't2', revision: 1, time: 1_600_000_000_002, cells: { 'requests.received.person': 4 } },
  { code: 't2', revision: 1, time: 1_600_000_000_002, cells: { 'requests.received.person': 8 } },
  { code: 't3', revision: 3, time: 1_600_000_000_009, cells: { 'requests.received.person': '16件' } },
  { code: 't3', revision: 4, time: 1_600_000_000_010, cells: { 'requests.received.person': 16 } },
  { code: 'stranger', revision: 1 },
  { code: 't1', revision: 9, year: 2021 },
].map((options, index) => ({ name: `${index}.ogi`, content: submissionBytes(options) }))

interface Outcome {
  readonly dump: string
  readonly sum: string
}

let store: Store

afterEach(() => store.database.close())

async function importAll(batches: readonly (readonly number[])[]): Promise<Outcome> {
  store?.database.close()
  await forgetDatabase()
  const disk = memoryDisk()
  const started = await startStore(disk)
  store = started.store
  await addUnits(store, [
    unit('c', '孝昌县', 'county', null),
    ...['t1', 't2', 't3'].map((code, order) => unit(code, code, 'township', 'c', order)),
  ])
  for (const batch of batches) {
    const opened = batch.flatMap((index) => {
      const file = files[index]
      return file === undefined ? [] : [started.memory.open(file.name, file.content)]
    })
    const result = await importFiles(store, { unit: 'c', year: 2020, files: opened })
    if (!result.ok) throw new Error(result.problem.code)
  }
  const desk = await readDesk(store.database, 'c', 2020, ofYear)
  if (desk === null) throw new Error('no desk')
  return { dump: await storeDump(store.database), sum: reportText(formOf(desk.total.report.form), desk.total.report) }
}

const all = files.map((_, index) => index)

describe('importing', () => {
  it('comes to the same store and the same sum in any order, in any batches, twice', async () => {
    const expected = await importAll([all])
    expect(JSON.parse(expected.sum).cells['requests.received.person']).toBeGreaterThan(0)
    const order = fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 5 }), async (sequence, size) => {
        const batches = Array.from({ length: Math.ceil(sequence.length / size) }, (_, i) =>
          sequence.slice(i * size, (i + 1) * size),
        )
        expect(await importAll(batches)).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  }, 60_000)
})
