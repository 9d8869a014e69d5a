import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { runSecondInstance } from '../../build/host/launch.ts'
import { createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import { test } from '../fixtures/window-test.ts'

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
  await expect(page.getByRole('alert')).toContainText('这一页显示不出来了')
  await expect.poll(log).toMatch(/window-error \{"name":"\w+","at":"[^"]*\.js:\d+:\d+/)
  expect(log()).not.toContain('王芳')
  await page.getByRole('button', { name: '重新打开' }).click()
  await expect(page.getByText(unit.name).first()).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
