import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import {
  addUnits,
  chooseUnit,
  chooseYear,
  closeResults,
  createUnit,
  goTo,
  openFiles,
  saved,
  submit,
} from '../../build/walk/clerk.ts'
import { openedSubmission } from '../fixtures/submission-bytes.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name })
const count = (page: Page) => page.getByRole('status', { name: '件数' })

async function addUnit(page: Page, name: string, code: string): Promise<void> {
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('menuitem', { name: '添加本机填报单位…' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('单位名称').fill(name)
  await form.getByLabel('单位代码（可不填）').fill(code)
  await form.getByRole('button', { name: '添加' }).click()
  await page.getByRole('button', { name: '切换单位' }).filter({ hasText: name }).waitFor()
}

/** The switcher by the keyboard: Ctrl+U, down to the unit, Enter. */
async function switchByKeys(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+u')
  // The unit that is worked on is where the arrows begin.
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem')
  const item = page.getByRole('menuitem', { name })
  for (let steps = 0; steps < 10; steps += 1) {
    if (await item.evaluate((one) => one === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await expect(item).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '切换单位' }).filter({ hasText: name }).waitFor()
}

async function documents(page: Page): Promise<void> {
  await goTo(page, '台账和节假日安排')
  await page.getByRole('button', { name: /^主动公开文件/ }).click()
  await heading(page, '主动公开文件').waitFor()
}

test('two units on one PC: entries, drafts, undo and what was typed before stay apart', async ({ open }) => {
  const { page } = await open('甲')
  const problems = windowProblems(page)
  await createUnit(page, { name: '花园镇', level: '乡镇（街道）', code: '420921100000', parent: '', author: '王芳' })
  await chooseYear(page, 2025)
  await addUnit(page, '周巷镇', '420921101000')
  await switchByKeys(page, '花园镇')

  await documents(page)
  await page.getByLabel('查找').fill('防汛')
  await page.keyboard.press('Control+n')
  await heading(page, '主动公开文件：新登记').waitFor()
  // Typed and not saved: the switch itself must keep it, in this unit.
  await page.getByRole('combobox', { name: '标题' }).fill('关于防汛的通知')
  await switchByKeys(page, '周巷镇')
  await saved(page)
  await documents(page)
  await expect(page.getByLabel('查找')).toHaveValue('')
  await expect(count(page)).toHaveText('共0件')
  await page.keyboard.press('Control+n')
  await page.getByRole('combobox', { name: '标题' }).fill('关')
  await expect(page.getByRole('option', { name: '关于防汛的通知' })).toBeHidden()
  await page.getByRole('combobox', { name: '标题' }).fill('周巷镇的通知')
  await page.keyboard.press('Control+s')
  await page.getByRole('note', { name: '登记人' }).waitFor()
  await page.keyboard.press('Escape')
  await expect(count(page)).toHaveText('共1件')
  await page.keyboard.press('Control+z')
  await expect(count(page)).toHaveText('共0件')

  // What was done before that was done in the other unit: it is gone to first, and taken back there when asked again.
  await page.keyboard.press('Control+z')
  await page.getByText('上一步操作属于“花园镇”').waitFor()
  await documents(page)
  await expect(count(page)).toHaveText('共1件')
  await page.getByRole('grid', { name: '主动公开文件' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('note', { name: '登记人' })).toHaveText(/^王芳，\d{4}年\d+月\d+日登记。$/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(count(page)).toHaveText('共0件')
  await switchByKeys(page, '周巷镇')
  await documents(page)
  await expect(count(page)).toHaveText('共0件')
  expect(problems).toEqual([])
})

test('the county fills in for a village office: entry, file and desk say 代填', async ({ open, folder }) => {
  const { app, page } = await open('县')
  const problems = windowProblems(page)
  await createUnit(page, {
    name: '孝昌县人民政府',
    level: '县（市、区）',
    code: '420921000000',
    parent: '',
    author: '赵强',
  })
  await chooseYear(page, 2025)
  await addUnits(page, ['花园镇\t420921100000'])
  await page.getByRole('button', { name: '花园镇' }).click()
  await page.getByRole('button', { name: '代填', exact: true }).click()
  await page.getByRole('button', { name: '切换单位' }).filter({ hasText: '花园镇' }).waitFor()
  await expect(page.getByRole('button', { name: '代填' })).toBeVisible()

  await documents(page)
  await page.keyboard.press('Control+n')
  await page.getByRole('combobox', { name: '标题' }).fill('关于防汛的通知')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('note', { name: '登记人' })).toContainText('赵强（孝昌县人民政府代填）')

  await goTo(page, '报送')
  await expect(page.getByText('由孝昌县人民政府代填（赵强）')).toBeVisible()
  const file = path.join(folder, '花园镇.ogi')
  await submit(app, page, file)
  await chooseUnit(page, '孝昌县人民政府')
  expect(await openFiles(app, page, [file])).toBe('已接收1份')
  await closeResults(page)
  await goTo(page, '各单位报送')
  await expect(page.locator('[data-unit="420921100000"]')).toContainText('第1次（代填）')
  await page.locator('[data-unit] button').first().click()
  await expect(page.getByText('由孝昌县人民政府代填（赵强）。')).toBeVisible()
  expect(problems).toEqual([])
})

test('a unit that began without a code gets it: what was entered stays, and the file carries it', async ({
  open,
  folder,
}) => {
  const { app, page } = await open('甲')
  await createUnit(page, { name: '花园镇', level: '乡镇（街道）', code: '', parent: '孝昌县人民政府', author: '王芳' })
  await chooseYear(page, 2025)
  await documents(page)
  await page.keyboard.press('Control+n')
  await page.getByRole('combobox', { name: '标题' }).fill('关于防汛的通知')
  await page.keyboard.press('Control+s')
  await page.getByRole('note', { name: '登记人' }).waitFor()
  const first = path.join(folder, '第1次.ogi')
  await submit(app, page, first)
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('menuitem', { name: '单位资料和设置' }).click()
  await page.getByLabel('单位代码（可不填）').fill('420921100000')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await saved(page)
  await documents(page)
  await expect(count(page)).toHaveText('共1件')
  const second = path.join(folder, '第2次.ogi')
  await submit(app, page, second)
  await expect(page.getByText('已生成2次报送文件。上级是否收到，请电话确认。')).toBeVisible()
  const sent = await Promise.all([first, second].map((file) => openedSubmission(readFileSync(file))))
  expect(sent.map(({ manifest }) => manifest.unit.code)).toEqual([expect.stringMatching(/^local:/), '420921100000'])
})
