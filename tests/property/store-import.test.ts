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
import { runs } from '../fixtures/runs.ts'
import { storeDump } from '../fixtures/store-dump.ts'
import { type SubmissionOptions, submissionBytes, submissionOf } from '../fixtures/submission-bytes.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../fixtures/test-store.ts'

const form = formForYear(forms, 2020)
if (form === null) throw new Error('no form')
const ofYear = form

const first = { code: 't1', revision: 1, cells: { 'requests.received.person': 1 } }
const second = { ...first, revision: 2, follows: [await idOf(first)], cells: { 'requests.received.person': 2 } }
const mistyped = { code: 't3', revision: 3, cells: { 'requests.received.person': '16件' } }
const [firstId = '', secondId = ''] = [...second.follows, await idOf(second)]

/** Three units, each file with those that it follows on, stale ones among them, and files that are not taken. */
const files = await Promise.all(
  [
    first,
    second,
    // The clock of the PC was years behind, and the number is another's.
    {
      ...first,
      follows: [firstId, secondId],
      revision: 1,
      time: 1_000_000_000_000,
      cells: { 'requests.received.person': 3 },
    },
    { code: 't2', revision: 1, cells: { 'requests.received.person': 4 } },
    mistyped,
    { code: 't3', revision: 4, follows: [await idOf(mistyped)], cells: { 'requests.received.person': 16 } },
    { code: 'stranger', revision: 1 },
    { code: 't1', revision: 9, year: 2021 },
  ].map(async (options, index) => ({ name: `${index}.ogi`, content: await submissionBytes(options) })),
)

async function idOf(options: SubmissionOptions): Promise<string> {
  return (await submissionOf(options)).id
}

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
  it('P13: comes to the same store and the same sum in any order, in any batches, twice', async () => {
    const expected = await importAll([all])
    expect(JSON.parse(expected.sum).cells['requests.received.person']).toBe(3 + 4 + 16)
    const order = fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 5 }), async (sequence, size) => {
        const batches = Array.from({ length: Math.ceil(sequence.length / size) }, (_, i) =>
          sequence.slice(i * size, (i + 1) * size),
        )
        expect(await importAll(batches)).toEqual(expected)
      }),
      { numRuns: runs(20) },
    )
  }, 60_000)
})
