import { expect, type Page } from '@playwright/test'
import { chooseYear, createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import { type PlantedRequest, plantRequests } from '../fixtures/plant-requests.ts'
import { typeLines } from '../fixtures/typing.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'

const code = '420921001000'
const township = { name: '花园镇', level: '乡镇（街道）', code, parent: '' } as const

/** Twenty requests of 2025, one a day in March, the newest first in the list. */
const requests: PlantedRequest[] = Array.from({ length: 20 }, (_, i) => ({
  entry: `planted-${String(i).padStart(2, '0')}`,
  fields: {
    main: { arrived: `2025-03-${String(i + 1).padStart(2, '0')}`, way: 'inPerson', applicant: 'person' },
    number: { number: `2025-0${String(i + 1).padStart(2, '0')}` },
  },
  person: { name: '张三', subject: '宅基地', phone: '' },
}))
const chosen = (page: Page) => page.locator('[data-entry][aria-selected="true"]')
const count = (page: Page) => page.getByRole('status', { name: '件数' })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true })
const field = (page: Page, key: string) => page.locator(`[data-field="${key}"]`)

test('the keys of a register do what a clerk expects: the chosen row stays, nothing empty is kept, days are of the open year', async ({
  open,
}) => {
  const { page } = await open('花园镇')
  const problems = windowProblems(page)
  await createUnit(page, township)
  await chooseYear(page, 2025)
  await plantRequests(page, code, requests)
  await goTo(page, '依申请公开')
  await expect(count(page)).toHaveText('共20件')

  await page.getByRole('grid', { name: '依申请公开' }).focus()
  // Down to 2025-017, into it, back: it is still the chosen one, and what Delete takes is said by name.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).toContainText('2025-017')
  await page.keyboard.press('Enter')
  await heading(page, '依申请公开').waitFor()
  await page.keyboard.press('Escape')
  await expect(chosen(page)).toContainText('2025-017')
  await page.keyboard.press('Delete')
  await expect(page.getByText('“2025-017 · 2025年3月17日”已移到回收站')).toBeVisible()
  await expect(count(page)).toHaveText('共19件')
  await expect(chosen(page)).toContainText('2025-016')
  await page.keyboard.press('Control+z')
  await expect(count(page)).toHaveText('共20件')
  await expect(chosen(page)).toContainText('2025-017')

  // A day alone is no request, whatever it is followed by.
  await page.keyboard.press('Control+n')
  await heading(page, '依申请公开：新登记').waitFor()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('内容未填，未保存。')).toBeVisible()
  await typeLines(page, '310')
  await expect(field(page, 'way')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(count(page)).toHaveText('共20件')

  // Enter goes through every field, the name too. A day without a year is of the year that is open.
  await page.keyboard.press('Control+n')
  await heading(page, '依申请公开：新登记').waitFor()
  await page.keyboard.type('310')
  await expect(page.getByText('2025年3月10日')).toBeVisible()
  await page.keyboard.press('Enter')
  await typeLines(page, '1', '1')
  await page.keyboard.type('青石桥村的征地批复')
  await page.keyboard.press('Enter')
  await expect(field(page, 'name')).toBeFocused()
  await expect(page.getByText('编号2025-021')).toBeVisible()
  await page.keyboard.type('李四')
  await page.keyboard.press('Enter')
  await saved(page)
  await expect(page.locator('[data-next]')).toBeFocused()

  // A day that has not come is asked about; the number follows the year of the day.
  await field(page, 'arrived').focus()
  await page.keyboard.type('2099-3-10')
  await page.keyboard.press('Enter')
  const asked = page.getByRole('dialog', { name: '来件日期：2099年3月10日还没有到' })
  await expect(asked.getByRole('button', { name: '重新填' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(asked).toBeHidden()
  await expect(field(page, 'arrived')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2024-12-30')
  await page.keyboard.press('Enter')
  await expect(page.getByText('编号2024-001')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(chosen(page)).toContainText('2024-001')

  // The stage's law-given bound has its own sentence.
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '延期告知', exact: true }).press('Enter')
  await typeLines(page, '2025-1-10', '30')
  await expect(page.getByText('超出规定的范围，请按提示核对')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(problems).toEqual([])
})
