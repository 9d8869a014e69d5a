import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { answerSave, chooseYear, createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import { setToday } from '../fixtures/app-clock.ts'
import { fieldOf } from '../fixtures/typing.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'

const township = { name: '花园镇', level: '乡镇（街道）', code: '420921001000', parent: '孝昌县人民政府' } as const

const clock = (page: Page) => page.getByRole('status', { name: '办理期限' })

/** A request that came on a day, filed by the keyboard. */
async function fileRequest(page: Page, day: string, way = 'inPerson'): Promise<void> {
  await goTo(page, '依申请公开')
  await page.keyboard.press('Control+n')
  await page.getByLabel('来件日期').fill(day)
  await page.locator('[data-field="way"]').selectOption(way)
  await page.keyboard.press('Control+s')
  await clock(page).waitFor()
  await saved(page)
}

test('days off of a year that the program does not know are ticked, and the deadline and its slip follow', async ({
  open,
  folder,
}) => {
  const { app, page } = await open('甲')
  const problems = windowProblems(page)
  await setToday(app, page, '2026-12-25')
  await createUnit(page, township)
  await fileRequest(page, '2026-12-25')
  await expect(clock(page)).toHaveText(
    '最后一天2027年1月22日，还有20个工作日（2027年节假日安排未录入，暂按周一至周五计算，录入后自动更新）。',
  )

  await page.getByRole('button', { name: '录入2027年节假日安排' }).click()
  const day = page.getByRole('status', { name: '这一天' })
  await expect(day).toHaveText('1月1日（元旦），上班。按空格改成放假。')
  await page.keyboard.press('Space')
  await expect(day).toHaveText('1月1日（元旦），放假。按空格改成上班。')
  // By the arrows to Sunday the 10th, on which people work for it.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(day).toHaveText('1月10日，调休上班。按空格改回双休日。')
  await page.keyboard.press('Space')
  await expect(page.getByRole('status', { name: '期限的计算' })).toContainText('未录入完毕')
  await page.getByRole('checkbox', { name: '2027年已按国务院办公厅通知录入完毕' }).click()
  await expect(page.getByRole('status', { name: '期限的计算' })).toHaveText('办理期限按此表计算。')
  await saved(page)

  // Back to the request that asked for it.
  await page.keyboard.press('Escape')
  await expect(clock(page)).toHaveText('最后一天2027年1月25日，还有20个工作日。')
  await page.getByRole('button', { name: '期限单…' }).press('Enter')
  const slip = page.getByRole('dialog', { name: '期限单' })
  const word = path.join(folder, '期限单.docx')
  await answerSave(app, word)
  await slip.getByRole('button', { name: '另存为 Word…' }).press('Enter')
  await slip.getByText(`已保存到：${word}`).waitFor()
  const text = strFromU8(unzipSync(readFileSync(word))['word/document.xml'] ?? new Uint8Array())
  expect(text).toContain('第20个工作日是2027年1月25日（《条例》第三十三条）')
  expect(text).not.toContain('暂按')
  await page.keyboard.press('Escape')
  await expect(slip).toBeHidden()

  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: '2027年节假日安排' })).toBeVisible()
  await expect(page.getByRole('status', { name: '期限的计算' })).toContainText('未录入完毕')
  await page.getByRole('button', { name: '勾选法定节假日（13天）' }).click()
  await expect(page.locator('[data-kind="off"]')).toHaveCount(13)
  // The calendar has the keyboard again.
  await expect(page.locator('[data-day="2027-01-01"]')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-kind="off"]')).toHaveCount(1)

  // A year that the program brings is corrected, and the correction taken back.
  await page.getByRole('combobox', { name: '年度', exact: true }).selectOption('2026')
  const who = page.getByRole('status', { name: '谁定的' })
  await expect(who).toContainText('2026年节假日安排程序已录入')
  await page.getByRole('button', { name: '更正…' }).click()
  await expect(who).toContainText('2026年节假日安排按本单位的更正计算')
  await page.locator('[data-day="2026-04-20"]').click()
  await expect(who).toContainText('程序录入的安排有1天不同，没有采用：2026年4月20日。')
  await page.getByRole('button', { name: '取消更正' }).click()
  await expect(who).toContainText('2026年节假日安排程序已录入')
  await expect(who).not.toContainText('没有采用')
  expect(problems).toEqual([])
})

test('at the end of the year what lies open is listed, with where it is counted', async ({ open }) => {
  const { app, page } = await open('甲')
  const problems = windowProblems(page)
  await setToday(app, page, '2026-12-31')
  await createUnit(page, township)
  const check = page.getByRole('region', { name: '年底核对' })
  await expect(check).toBeHidden()
  await fileRequest(page, '2026-12-10')
  await fileRequest(page, '2026-12-29', 'online')
  await goTo(page, '台账和节假日安排')
  await page.getByRole('button', { name: /^行政复议和行政诉讼/ }).click()
  await page.keyboard.press('Control+n')
  await page.getByLabel('受理日期').fill('2026-12-01')
  await page.keyboard.press('Control+s')
  await saved(page)

  await goTo(page, '今天')
  const lines = check.getByRole('listitem')
  await expect(check.getByRole('heading')).toHaveText('年底核对：到今天未办结的3件')
  await expect(check).toContainText(
    '2026年度报告里依申请公开2件计入“结转下年度继续办理”，复议、诉讼1件计入“尚未审结”。',
  )
  await expect(lines.nth(0)).toHaveText(/^行政复议和行政诉讼（未编号）\s*2026年12月1日受理$/)
  await expect(lines.nth(1)).toHaveText(/^依申请公开2026-001\s*2026年12月10日收到$/)
  await expect(lines.nth(2)).toHaveText(/2026年12月29日收到，未填双方确认日期，请补填；下一年才确认的，计入下一年度$/)

  // By the keyboard to the one that was answered long ago.
  await lines.nth(1).getByRole('button').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '答复', exact: true }).click()
  await page.keyboard.type('2026-12-30')
  // Through 文号 and 更正情况, which stay empty.
  for (const key of ['Enter', 'ArrowDown', 'Enter', 'Enter', 'Enter']) await page.keyboard.press(key)
  await expect(clock(page)).toHaveText(
    '已经答复，最迟于2027年1月7日寄出或者送达（2027年节假日安排未录入，暂按周一至周五计算，录入后自动更新）。',
  )
  await goTo(page, '今天')
  await expect(lines).toHaveCount(2)
  await goTo(page, '三、')
  await expect(fieldOf(page, 'requests.carriedOut.person')).toHaveValue('1')

  await setToday(app, page, '2027-01-05')
  await goTo(page, '今天')
  await expect(check.getByRole('heading')).toHaveText('2026年12月31日未办结的2件')
  await lines.nth(0).getByRole('button').click()
  await page.getByLabel('审结日期').fill('2027-01-04')
  await page.locator('[data-field="result"]').selectOption('upheld')
  await page.keyboard.press('Control+s')
  await saved(page)
  await goTo(page, '今天')
  await expect(lines.nth(0)).toHaveText(/2026年12月1日受理，2027年1月4日才审结$/)
  await lines.nth(1).getByRole('button').click()
  await page.getByLabel('双方确认日期').fill('2027-01-04')
  await page.keyboard.press('Control+s')
  await saved(page)
  await goTo(page, '今天')
  // Confirmed in January: received in the next year.
  await expect(lines).toHaveCount(1)
  await expect(check).toContainText('2026年度报告里复议、诉讼1件计入“尚未审结”。')
  await chooseYear(page, 2027)
  await expect(check).toBeHidden()
  expect(problems).toEqual([])
})
