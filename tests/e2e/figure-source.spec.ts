import { expect } from '@playwright/test'
import { chooseYear, createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import { test } from '../fixtures/window-test.ts'

test('a figure says where it is from: on its sheet, and behind the number it counts in', async ({ open }) => {
  const { page } = await open('甲')
  await createUnit(page, { name: '花园镇', level: '乡镇（街道）', code: '420921100000', parent: '' })
  await chooseYear(page, 2025)
  await goTo(page, '年度数字')
  await page.getByText('按月', { exact: true }).click()
  const source = page.getByLabel('网站公开，数据出处')
  await expect(source).toBeHidden()
  await page.locator('[data-figure="2025-01/publications.website"]').fill('30')
  await page.keyboard.press('Enter')
  await source.fill('门户网站后台导出')
  await source.blur()
  await saved(page)
  await page.locator('[data-figure="2025-02/publications.website"]').fill('12')
  await page.keyboard.press('Enter')
  await saved(page)
  await expect(source).toHaveValue('门户网站后台导出')
  await goTo(page, '补充数字')
  await page.locator('[data-supplement="publications.website"]').click()
  const about = page.getByRole('complementary', { name: '这个数字的说明' })
  await expect(about.locator('.source')).toHaveText([
    '网站公开，2025年2月，12（来源：门户网站后台导出）',
    '网站公开，2025年1月，30（来源：门户网站后台导出）',
  ])
  await about.locator('.source').last().click()
  await expect(page.locator('[data-figure="2025-01/publications.website"]')).toBeFocused()
})
