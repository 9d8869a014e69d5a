import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { answerSave, cellOf, chooseYear, createUnit, saved } from '../../build/walk/clerk.ts'
import { fieldOf, focusedCell, pressByTab, typeLines } from '../fixtures/typing.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'

const township = { name: '花园镇', level: '乡镇（街道）', code: '420921001000', parent: '孝昌县人民政府' } as const

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name })
const supplement = (page: Page, key: string) => page.locator(`[data-supplement="${key}"]`)

test('a request by the keyboard alone: receipt, rectification, answer, its letter, the figures, and back', async ({
  open,
  folder,
}) => {
  const { app, page } = await open('花园镇')
  const problems = windowProblems(page)
  await createUnit(page, township)
  await chooseYear(page, 2025)
  await heading(page, '花园镇2025年政府信息公开工作年度报告').waitFor()
  // From here on nothing touches the mouse.
  await page.keyboard.press('Control+n')
  await heading(page, '依申请公开：新登记').waitFor()
  await typeLines(page, '2025-10-20', '1', '1')
  await page.keyboard.type('张三家的宅基地审批材料')
  // The name is one Tab behind the four fields; the code that opens it elsewhere is offered beside the work.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: '申请人姓名或名称' })).toBeFocused()
  await page.keyboard.type('张三')
  await expect(page.getByRole('button', { name: '生成恢复码…' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: '申请人姓名或名称' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status', { name: '办理期限' })).toContainText('最后一天2025年11月17日')
  await saved(page)
  await pressByTab(page, '为什么？')
  await expect(page.getByText('自2025年10月20日的下一个工作日起，第20个工作日是2025年11月17日')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('自2025年10月20日的下一个工作日起')).toBeHidden()
  await expect(heading(page, '依申请公开')).toBeVisible()

  await pressByTab(page, '补正告知')
  await typeLines(page, '2025-10-23', '15')
  await expect(page.getByRole('status', { name: '对期限的影响' })).toContainText('等申请人补正')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: '办理环节' })).toContainText('补正告知，补正期限15个工作日')
  // What comes next is under the keyboard: the letter of what was recorded, and beside it the day of the answer.
  const rectification = page.getByRole('button', { name: '补正告知书…' })
  const answered = page.getByRole('button', { name: '填写收到日期' })
  await expect(rectification).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(answered).toBeFocused()
  // It goes with an undo: the keyboard stays in the entry, and the undo can be undone.
  await page.keyboard.press('Control+z')
  await expect(answered).toBeHidden()
  await expect(page.getByRole('button', { name: '补正告知', exact: true })).toBeFocused()
  await page.keyboard.press('Control+y')
  await expect(answered).toBeVisible()
  // A request that is opened while it waits begins with the answer.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row').nth(1)).toContainText('2025-001')
  await expect(page.getByRole('grid', { name: '依申请公开' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(answered).toBeFocused()
  // Masked again; shown, the keyboard is in it.
  await expect(page.getByText('申请内容：***；申请人姓名或名称：张*')).toBeVisible()
  await pressByTab(page, '显示')
  await expect(page.locator('[data-field="subject"]')).toBeFocused()
  await pressByTab(page, '填写收到日期')
  await typeLines(page, '2025-10-30')
  await expect(page.getByRole('status', { name: '办理期限' })).toContainText('2025年11月27日')

  await pressByTab(page, '答复')
  await typeLines(page, '2025-11-20')
  await page.keyboard.press('ArrowDown')
  // 更正情况 stays empty: nobody asked for it.
  await typeLines(page, '', '花政公开〔2025〕1号', '')
  await expect(page.getByRole('status', { name: '办理期限' })).toContainText('已经答复，未送达，暂按答复日期判断')
  await saved(page)

  const pdf = path.join(folder, '答复书.pdf')
  await answerSave(app, pdf)
  await expect(page.getByRole('button', { name: '答复书…' })).toBeFocused()
  await page.keyboard.press('Enter')
  const letter = page.getByRole('dialog', { name: /答复/ })
  await letter.locator('canvas[data-drawn]').first().waitFor({ timeout: 60_000 })
  await pressByTab(page, '另存为 PDF…')
  await letter.getByText(`已保存到：${pdf}`).waitFor()
  const printed = execFileSync('pdftotext', [pdf, '-']).toString().replace(/\s/g, '')
  expect(printed).toContain('花政公开〔2025〕1号')
  expect(printed).toContain('张三家的宅基地审批材料')
  expect(printed).toContain('张三：')
  await page.keyboard.press('Escape')
  await expect(letter).toBeHidden()
  await expect(page.getByRole('button', { name: '答复书…' })).toBeFocused()

  await pressByTab(page, /（一）予以公开.*自然人/)
  await expect.poll(() => focusedCell(page)).toBe('requests.granted.person')
  await expect(fieldOf(page, 'requests.received.person')).toHaveValue('1')
  await expect(cellOf(page, 'requests.received.person')).toHaveAttribute('data-origin', 'derived')
  await expect(fieldOf(page, 'requests.granted.person')).toHaveValue('1')
  await expect(fieldOf(page, 'requests.carriedOut.person')).toHaveValue('0')
  await pressByTab(page, '补充数字')
  await expect(supplement(page, 'received.inPerson')).toHaveValue('1')
  await expect(supplement(page, 'answered.onTime')).toHaveValue('1')

  await page.keyboard.press('Control+z')
  await expect(page.getByRole('list', { name: '办理环节' })).not.toContainText('答复')
  await pressByTab(page, /^三、/)
  await expect(fieldOf(page, 'requests.granted.person')).toHaveValue('0')
  await expect(fieldOf(page, 'requests.carriedOut.person')).toHaveValue('1')
  await pressByTab(page, '补充数字')
  await expect(supplement(page, 'answered.onTime')).toHaveValue('0')
  await page.keyboard.press('Control+y')
  await expect(page.getByRole('list', { name: '办理环节' })).toContainText('答复')
  await pressByTab(page, /^三、/)
  await expect(fieldOf(page, 'requests.granted.person')).toHaveValue('1')
  expect(problems).toEqual([])
})
