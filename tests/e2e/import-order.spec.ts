import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { writeSampleFiles } from '../../build/sample-files.ts'
import { addUnits, chooseYear, closeResults, createUnit, openFiles, saveFromPreview } from '../../build/walk/clerk.ts'
import { sampleCounty } from '../../shared/sample/sample-county.ts'
import { canonicalStore, readRawStore } from '../fixtures/raw-store.ts'
import { type OpenWindow, test } from '../fixtures/window-test.ts'

const { county, units } = sampleCounty()

interface Outcome {
  readonly store: string
  readonly sum: Buffer
}

async function look({ app, page }: OpenWindow, file: string): Promise<Outcome> {
  const store = canonicalStore(await readRawStore(page))
  await saveFromPreview(app, page, '数据文件…', file)
  return { store, sum: readFileSync(file) }
}

/** A new county takes the files in, batch by batch, and then all of them again in the reverse order. */
async function importTwice(
  window: OpenWindow,
  batches: readonly (readonly string[])[],
  sums: string,
): Promise<[once: Outcome, twice: Outcome]> {
  const { app, page, close } = window
  const { code, profile } = county
  await createUnit(page, { name: profile.name, level: '县（市、区）', code, parent: '' })
  await chooseYear(page, 2020)
  await addUnits(
    page,
    units.map((unit) => `${unit.profile.name}\t${unit.code}`),
  )
  for (const batch of batches) {
    expect(await openFiles(app, page, batch)).toBe(`已接收${batch.length}份`)
    await expect(page.getByRole('listitem').filter({ hasText: '已接收：' })).toHaveCount(batch.length)
    await closeResults(page)
  }
  const once = await look(window, `${sums}-1.json`)
  await openFiles(app, page, batches.flat().reverse())
  await expect(page.getByRole('listitem').filter({ hasText: '以前已接收，没有变化' })).toHaveCount(units.length)
  await closeResults(page)
  const twice = await look(window, `${sums}-2.json`)
  await close()
  return [once, twice]
}

test('the same 32 files in two orders, each twice, come to the same store and the same sum', async ({
  folder,
  open,
}) => {
  const files = await writeSampleFiles(path.join(folder, 'files'), { practice: false, except: [] })
  expect(files.length).toBe(32)
  const shuffled = files.map((_, i) => files[(i * 13 + 5) % files.length] ?? '')
  expect(new Set(shuffled).size).toBe(32)

  const [first, firstAgain] = await importTwice(await open('first'), [files], path.join(folder, 'first'))
  const batches = [shuffled.slice(0, 7), shuffled.slice(7, 8), shuffled.slice(8)]
  const [other, otherAgain] = await importTwice(await open('other'), batches, path.join(folder, 'other'))

  expect(JSON.parse(first.store).packages).toHaveLength(32)
  expect(JSON.parse(first.sum.toString()).cells['requests.received.total']).toBe(28)
  for (const outcome of [firstAgain, other, otherAgain]) {
    expect(outcome.store).toBe(first.store)
    expect(outcome.sum.equals(first.sum)).toBe(true)
  }
})
