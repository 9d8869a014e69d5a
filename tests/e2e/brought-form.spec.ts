import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import { setToday } from '../fixtures/app-clock.ts'
import { fieldOf, typeInto } from '../fixtures/typing.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'
import { writeFrames } from '../fixtures/write-frames.ts'

const township = { name: '花园镇', level: '乡镇（街道）', code: '420921001000', parent: '孝昌县人民政府' } as const

const form = JSON.parse(readFileSync(new URL('../fixtures/form-2027.json', import.meta.url), 'utf8'))
/** Made for a newer program: it has a rule that this one does not know. */
const tooNew = {
  ...form,
  id: '2029',
  from: 2029,
  rules: [...form.rules, { code: 'astrology', severity: 'error', occasion: 'always', check: 'named' }],
}

/** The forms as another program of the office let them in. */
const bringForms = (page: Page) =>
  writeFrames(
    page,
    [form, tooNew].map((value) => ({
      action: 'bring-form',
      author: '王芳',
      unit: '',
      year: value.from,
      changes: [{ entity: 'catalogue', record: `form|${value.id}`, group: 'form', value, previous: null }],
    })),
  )

test('a form that the journal brought is offered, typed and checked in its years, and one that is too new is said', async ({
  open,
}) => {
  const { app, page } = await open('甲')
  const problems = windowProblems(page)
  await createUnit(page, township)
  await saved(page)
  await bringForms(page)
  await setToday(app, page, '2027-12-10')

  const alert = page.getByRole('alert').filter({ hasText: '上级发来的一种表式，这个版本的程序不能使用' })
  await expect(alert).toContainText('“2029”：程序不认识校验规则“astrology”')

  await goTo(page, '依申请公开')
  await page.keyboard.press('Control+n')
  await page.getByLabel('来件日期').fill('2027-4-1')
  await page.locator('[data-field="way"]').selectOption('inPerson')
  const applicant = page.locator('[data-field="applicant"]')
  await expect(applicant.locator('option[value="company"]')).toContainText('各类企业')
  await applicant.selectOption('company')
  await page.keyboard.press('Control+s')
  await saved(page)
  await page.getByRole('button', { name: '答复', exact: true }).click()
  const outcome = page.locator('[data-field="outcome"]')
  const offered = (label: string) => outcome.locator('option').filter({ hasText: label })
  await page.getByLabel('答复日期').fill('2026-4-20')
  await expect(offered('3.要求提供公开出版物')).toHaveCount(1)
  await expect(offered('9.属于关键信息基础设施安全信息')).toHaveCount(0)
  await page.getByLabel('答复日期').fill('2027-4-20')
  await expect(offered('3.要求提供公开出版物')).toHaveCount(0)
  await expect(offered('9.属于关键信息基础设施安全信息')).toHaveCount(1)
  await outcome.selectOption('refused.infrastructure')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await saved(page)

  await goTo(page, '三、')
  const refused = (column: string) => fieldOf(page, `requests.refused.infrastructure.${column}`)
  await expect(refused('company')).toHaveValue('1')
  await typeInto(page, 'requests.refused.infrastructure.person', '3')
  await expect(refused('total')).toHaveValue('4')
  await expect(fieldOf(page, 'requests.total.total')).toHaveValue('4')
  await expect(page.locator('[data-cell^="requests.notProcessed.publication"]')).toHaveCount(0)

  await goTo(page, '补充数字')
  await page.locator('[data-supplement="openDays"]').click()
  await page.keyboard.type('6')
  await page.keyboard.press('Enter')
  await saved(page)

  await goTo(page, '检查')
  await expect(page.getByRole('main')).toContainText('予以公开的件数不少于因关键信息基础设施安全不予公开的件数')
  expect(problems).toEqual([])
})
