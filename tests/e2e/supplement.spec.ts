import path from 'node:path'
import { expect } from '@playwright/test'
import {
  addUnits,
  chooseYear,
  closeResults,
  createUnit,
  goTo,
  openFiles,
  saved,
  submit,
} from '../../build/walk/clerk.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'

test('a figure typed over the registers’ one asks for a reason, goes with one key, and reaches the county', async ({
  open,
  folder,
}) => {
  const { app, page, close } = await open('镇')
  const problems = windowProblems(page)
  await createUnit(page, { name: '花园镇', level: '乡镇（街道）', code: '420921100000', parent: '孝昌县人民政府' })
  await chooseYear(page, 2025)
  await goTo(page, '年度数字')
  await page.locator('[data-figure="2025/publications.website"]').click()
  await page.keyboard.type('8137')
  await page.keyboard.press('Enter')
  await saved(page)

  await goTo(page, '补充数字')
  const website = page.locator('[data-supplement="publications.website"]')
  const about = page.getByRole('complementary', { name: '这个数字的说明' })
  const row = page.getByRole('row', { name: /^网站公开/ })
  await expect(website).toHaveValue('8137')
  await expect(row).toContainText('按台账算出')
  await website.click()
  await expect(about).toContainText('网站公开，2025年，8137')
  await page.keyboard.type('8200')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-supplement="publications.newMedia"]')).toBeFocused()
  await expect(row).toContainText('手工更正，台账是8137')
  await page.keyboard.press('ArrowUp')
  await expect(about).toContainText('填报数8200，台账数8137')
  await page.keyboard.press('Delete')
  await expect(website).toHaveValue('8137')
  await page.keyboard.press('Control+z')
  await expect(website).toHaveValue('8200')
  await about.getByLabel('更正原因').fill('平台另有63条')
  await about.getByLabel('更正原因').blur()
  await page.locator('[data-supplement="trainings"]').click()
  await page.keyboard.type('4')
  await page.keyboard.press('Enter')
  await saved(page)
  const file = path.join(folder, '花园镇.ogi')
  await submit(app, page, file)
  expect(problems).toEqual([])
  await close()

  const county = await open('县')
  const found = windowProblems(county.page)
  await createUnit(county.page, { name: '孝昌县人民政府', level: '县（市、区）', code: '420921000000', parent: '' })
  await chooseYear(county.page, 2025)
  await addUnits(county.page, ['花园镇\t420921100000'])
  expect(await openFiles(county.app, county.page, [file])).toBe('已接收1份')
  await closeResults(county.page)
  await county.page.locator('[data-unit] button').first().click()
  await county.page.getByRole('tab', { name: '补充数字' }).click()
  const sent = county.page.getByRole('table', { name: '补充数字' })
  await expect(sent.getByRole('row', { name: /^网站公开/ })).toContainText('8200条手工更正，原因：平台另有63条')
  await expect(sent.getByRole('row', { name: /^培训/ })).toContainText('手工填写')
  await goTo(county.page, '补充数字')
  await expect(county.page.getByRole('row', { name: /^网站公开/ })).toContainText('8200')
  expect(found).toEqual([])
})
