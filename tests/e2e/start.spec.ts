import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { indexedDbFolder, runSecondInstance } from '../../build/host/launch.ts'
import { createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import { readRawStore } from '../fixtures/raw-store.ts'
import { test } from '../fixtures/window-test.ts'

test.use({ chromium: 'own' })

const unit = { name: '花园镇人民政府', level: '乡镇（街道）', code: '420921001000', parent: '' } as const

test('a data folder that another PC has open is refused and left alone; what a kill left behind is not', async ({
  folder,
  open,
}) => {
  const userData = path.join(folder, 'township')
  const lock = path.join(userData, 'in-use.json')
  const first = await open('township')
  await createUnit(first.page, unit)
  await saved(first.page)
  await first.kill()
  const left = readFileSync(lock, 'utf8')

  const second = await open('township')
  await expect(second.page.getByText(unit.name).first()).toBeVisible()
  await expect(second.page.getByRole('alert')).toHaveCount(0)
  expect(readFileSync(lock, 'utf8')).not.toBe(left)
  await second.close()
  expect(readdirSync(userData)).not.toContain('in-use.json')

  const before = files(userData)
  writeFileSync(lock, left.replace(/"host":"[^"]*"/, '"host":"PC-2"'))
  expect(await runSecondInstance({ args: [`--user-data-dir=${userData}`] })).toBe(1)
  expect(readFileSync(lock, 'utf8')).toContain('PC-2')
  expect(files(userData)).toEqual(before)
})

/** What the program itself keeps, by name. */
function files(userData: string): Record<string, string> {
  const journal = path.join(userData, 'journal')
  const names = [...readdirSync(journal).map((name) => path.join('journal', name)), 'version.json', 'device.json']
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(userData, name), 'latin1')]))
}

test('a screen whose read fails says so, is logged without what was typed, and opens again', async ({
  folder,
  open,
}) => {
  const { page } = await open('township')
  await createUnit(page, unit)
  await saved(page)
  const log = () => readFileSync(path.join(folder, 'township/logs/app.log'), 'utf8')
  await page.evaluate(() => {
    const fail = () => {
      throw new DOMException('王芳 was read', 'DataError')
    }
    IDBObjectStore.prototype.get = fail
    IDBObjectStore.prototype.getAll = fail
    IDBIndex.prototype.getAll = fail
    IDBIndex.prototype.openCursor = fail
    IDBIndex.prototype.count = fail
  })
  await goTo(page, '依申请公开')
  await expect(page.getByRole('alert')).toContainText('这一页不能显示')
  await expect.poll(log).toMatch(/window-error \{"name":"\w+","at":"[^"]*\.js:\d+:\d+/)
  expect(log()).not.toContain('王芳')
  await page.getByRole('button', { name: '重新打开' }).click()
  await expect(page.getByText(unit.name).first()).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

const harms: readonly [string, (leveldb: string) => void][] = [
  ['whose MANIFEST is gone', (leveldb) => rmSync(path.join(leveldb, manifestOf(leveldb)))],
  [
    'of noise',
    (leveldb) => {
      for (const name of readdirSync(leveldb)) {
        const file = path.join(leveldb, name)
        writeFileSync(file, Buffer.alloc(readFileSync(file).length, 'q'))
      }
    },
  ],
  [
    'that looks whole and that Chromium cannot open',
    (leveldb) => {
      const log = path.join(leveldb, readdirSync(leveldb).find((name) => /^\d+\.log$/.test(name)) ?? '')
      rmSync(log)
      mkdirSync(log)
    },
  ],
]
for (const [what, harm] of harms) {
  test(`a store ${what} is put aside whole and made anew of the journal, said until it is read`, async ({
    folder,
    open,
  }) => {
    const userData = path.join(folder, 'township')
    const first = await open('township')
    await createUnit(first.page, unit)
    await saved(first.page)
    const stored = await readRawStore(first.page)
    await first.close()
    const database = indexedDbFolder(userData)
    const leveldb = path.join(database, readdirSync(database).find((name) => name.endsWith('.leveldb')) ?? '')
    harm(leveldb)
    const left = readdirSync(leveldb)

    const second = await open('township')
    await expect(second.page.getByRole('alert')).toContainText('供界面显示的数据打不开，可能已损坏')
    expect(await readRawStore(second.page)).toEqual(stored)
    const [aside = ''] = readdirSync(path.join(userData, 'aside'))
    const kept = path.join(userData, 'aside', aside, 'IndexedDB', path.basename(leveldb))
    expect(readdirSync(kept)).toEqual(expect.arrayContaining(left))
    await second.close()

    const third = await open('township')
    await expect(third.page.getByRole('alert')).toContainText('供界面显示的数据打不开，可能已损坏')
    await third.page.getByRole('button', { name: '知道了' }).click()
    await expect.poll(() => readFileSync(path.join(userData, 'notices.json'), 'utf8')).toBe('[]\n')
    await third.close()
    const fourth = await open('township')
    await expect(fourth.page.getByText(unit.name).first()).toBeVisible()
    await expect(fourth.page.getByRole('alert')).toHaveCount(0)
  })
}

function manifestOf(leveldb: string): string {
  return readdirSync(leveldb).find((name) => name.startsWith('MANIFEST')) ?? ''
}
