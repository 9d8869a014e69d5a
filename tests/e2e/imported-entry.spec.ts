import { expect } from '@playwright/test'
import { chooseYear, createUnit, goTo } from '../../build/walk/clerk.ts'
import { pasteText } from '../fixtures/typing.ts'
import { test } from '../fixtures/window-test.ts'

const township = { name: '花园镇', level: '乡镇（街道）', code: '420921001000', parent: '孝昌县人民政府' } as const

test('a choice that the register has not is seen in an imported entry, and can be taken out', async ({ open }) => {
  const { page } = await open('township')
  await createUnit(page, township)
  await chooseYear(page, 2025)
  await goTo(page, '台账和节假日安排')
  await page.getByRole('button', { name: /^主动公开文件/ }).click()
  await page.getByRole('button', { name: '导入、导出' }).waitFor()
  await page.getByRole('button', { name: '导入、导出' }).focus()
  await pasteText(page, '标题\t种类\t制发日期\t公开渠道\r\n防汛通知\t其他\t2025-3-1\t网站、村口喇叭\r\n')
  await page.getByRole('combobox', { name: '“村口喇叭”算作' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '全部导入1行' }).click()
  await page.getByRole('row').filter({ hasText: '防汛通知' }).dblclick()
  const unknown = page.getByRole('checkbox', { name: '村口喇叭' })
  await expect(unknown).toBeChecked()
  await expect(page.getByRole('checkbox', { name: '网站' })).toBeChecked()
  await expect(page.getByText('不在可选的项目里，请重新选')).toBeVisible()
  // It goes with its tick: nothing is left to be seen as unticked.
  await unknown.click()
  await expect(unknown).toBeHidden()
  await expect(page.getByText('不在可选的项目里，请重新选')).toBeHidden()
  await expect(page.getByRole('checkbox', { name: '网站' })).toBeChecked()
})
