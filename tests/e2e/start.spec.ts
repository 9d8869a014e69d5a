import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { runSecondInstance } from '../../build/host/launch.ts'
import { createUnit, saved } from '../../build/walk/clerk.ts'
import { test } from '../fixtures/window-test.ts'

const unit = { name: '花园镇人民政府', level: '乡镇（街道）', code: '420921001000', parent: '' }

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
