import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { chooseYear, createUnit, goTo, saved, submit } from '../../build/walk/clerk.ts'
import { fieldOf, typeInto } from '../fixtures/typing.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'

const township = { name: '花园镇', level: '乡镇（街道）', code: '420921001000', parent: '孝昌县人民政府' } as const
const person = 'requests.received.person'

/** 登记申请, with the four fields, by keyboard. */
async function register(page: Page, arrived: string): Promise<void> {
  await goTo(page, '今天')
  await page.getByRole('button', { name: '登记申请' }).click()
  await page.getByLabel('来件日期').fill(arrived)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await saved(page)
}

const barOf = (page: Page, year: number) => page.getByRole('status', { name: `${year}年度报送以后的变化` })

test('an entry and a typed figure that change a submitted year are told at once: submit again, or keep with a reason', async ({
  open,
  folder,
}) => {
  const { app, page } = await open('镇')
  const problems = windowProblems(page)
  await createUnit(page, township)
  await chooseYear(page, 2025)
  await register(page, '2025-03-03')
  await goTo(page, '二、')
  await typeInto(page, 'disclosure.normativeDocument.issued', '5')
  await saved(page)
  await submit(app, page, path.join(folder, '第1次.ogi'))
  await expect(barOf(page, 2025)).toHaveCount(0)

  // On the entry's own screen, in another year than the one that it changes.
  await chooseYear(page, 2026)
  await register(page, '2025-11-05')
  const bar = barOf(page, 2025)
  await expect(bar).toContainText('2025年度报送后有3个数变动：')
  await expect(bar).toContainText('的“自然人”：已报送1，现在2等。')
  await page.screenshot({ path: test.info().outputPath('entry-1366.png') })
  await goTo(page, '今天')
  await expect(bar).toContainText('有3个数变动')
  await goTo(page, '打印预览')
  await expect(bar).toHaveCount(0)
  await goTo(page, '今天')
  // Taken back with the entry, and there again with it.
  await page.keyboard.press('Control+z')
  await expect(bar).toHaveCount(0)
  await page.keyboard.press('Control+y')
  await expect(bar).toContainText('有3个数变动')

  // Details on demand, each a way to its cell.
  await goTo(page, '今天')
  await bar.getByRole('button', { name: '查看变动' }).click()
  await expect(bar.getByRole('listitem')).toContainText([
    '“一、本年新收政府信息公开申请数量”的“自然人”：已报送1，现在2',
    '“四、结转下年度继续办理”的“自然人”：已报送1，现在2',
    '网络申请：已报送1，现在2',
    '相关总计同时变动。',
  ])
  await page.setViewportSize({ width: 1093, height: 614 })
  await page.screenshot({ path: test.info().outputPath('today-1093.png') })
  await page.setViewportSize({ width: 1366, height: 768 })

  // Kept with a reason: one action, quiet afterwards; the figure of the report stands beside that of the register.
  await bar.getByRole('button', { name: '保留已报送的数…' }).click()
  await page.screenshot({ path: test.info().outputPath('keep-1366.png') })
  await expect(bar.getByRole('button', { name: '保留', exact: true })).toBeDisabled()
  // Escape closes the line alone: the screen below stays.
  const below = await page.getByRole('main').getByRole('heading', { level: 2 }).textContent()
  await page.keyboard.press('Escape')
  await expect(bar.getByRole('textbox')).toBeHidden()
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText(below ?? '')
  await expect(bar.getByRole('button', { name: '保留已报送的数…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await bar.getByRole('textbox').fill('年报已经公布，明年更正')
  await page.keyboard.press('Enter')
  await expect(bar).toHaveCount(0)
  await saved(page)
  await chooseYear(page, 2025)
  await goTo(page, '三、')
  await expect(fieldOf(page, person)).toHaveValue('1')
  await expect(fieldOf(page, 'requests.received.total')).toHaveValue('1')
  await fieldOf(page, person).click()
  const about = page.getByRole('complementary', { name: '这一格的说明' })
  await expect(about).toContainText('手工更正，台账是2')
  await expect(about.getByLabel('更正原因')).toHaveValue('年报已经公布，明年更正')

  // One step back is the whole of it.
  await page.keyboard.press('Control+z')
  await expect(fieldOf(page, person)).toHaveValue('2')
  await expect(bar).toContainText('有3个数变动')

  // Submitting again is the other way; a figure typed afterwards is told by the same line.
  await bar.getByRole('button', { name: '重新报送' }).click()
  await expect(page.getByRole('heading', { name: '报送', exact: true })).toBeVisible()
  await expect(bar.getByRole('button', { name: '重新报送' })).toHaveCount(0)
  await page.screenshot({ path: test.info().outputPath('submit-1366.png') })
  await submit(app, page, path.join(folder, '第2次.ogi'))
  await expect(bar).toHaveCount(0)
  await goTo(page, '二、')
  await typeInto(page, 'disclosure.normativeDocument.issued', '6')
  await expect(bar).toContainText('2025年度报送后有1个数变动：表二“行政规范性文件”的“本年制发件数”：已报送5，现在6。')
  await saved(page)
  await typeInto(page, 'disclosure.normativeDocument.issued', '5')
  await expect(bar).toHaveCount(0)

  // Words are mentioned where the file is made, and nowhere else.
  await goTo(page, '五、')
  await page.getByLabel('存在的主要问题及改进情况').fill('公开不够及时。')
  await page.getByLabel('存在的主要问题及改进情况').blur()
  await saved(page)
  await goTo(page, '今天')
  await expect(bar).toHaveCount(0)
  await goTo(page, '报送')
  await expect(bar).toContainText('2025年度报送以后改过文字：五、存在的主要问题及改进情况。')
  expect(problems).toEqual([])
})

test('a later year opens from the report that was sent; where the register differs, the opening and the cell say both numbers', async ({
  open,
  folder,
}) => {
  const { app, page } = await open('镇')
  const problems = windowProblems(page)
  await createUnit(page, township)
  await chooseYear(page, 2025)
  for (const day of ['2025-11-03', '2025-11-04', '2025-12-05']) await register(page, day)
  await goTo(page, '二、')
  await typeInto(page, 'disclosure.normativeDocument.inForce', '10')
  await saved(page)
  await submit(app, page, path.join(folder, '2025.ogi'))

  // Nothing is typed: the stock and the open requests are there.
  await chooseYear(page, 2026)
  await goTo(page, '三、')
  await expect(fieldOf(page, 'requests.carriedIn.person')).toHaveValue('3')
  await goTo(page, '台账和节假日安排')
  await page.getByRole('button', { name: /^年初存量/ }).click()
  const table = page.getByRole('table', { name: '由上年年报结转的数' })
  const stock = table.locator('[data-opening="normativeDocument.inForce"]')
  const carried = table.locator('[data-opening="requests.carriedIn.person"]')
  await expect(page.getByText('由2025年年报（已报送）结转')).toBeVisible()
  await expect(stock).toContainText('1010自动结转，不用填写')
  await expect(carried).toContainText('33台账中的申请继续办理，不用重复登记')

  // A recount typed here, and an entry binned, both differ from the report: both numbers, and what to do.
  await page.locator('[data-figure="2026/normativeDocument.inForce"]').click()
  await page.keyboard.type('9')
  await page.keyboard.press('Enter')
  await expect(stock).toContainText('年初数填的是9，2025年年报是10，目前按9计算。')
  await goTo(page, '依申请公开')
  await page.getByText('2025-002').click()
  await page.getByRole('button', { name: '移到回收站' }).click()
  await saved(page)
  await goTo(page, '台账和节假日安排')
  await page.getByRole('button', { name: /^年初存量/ }).click()
  await expect(carried).toContainText('台账里年初尚未办结的是2件，2025年年报结转的是3件')
  await expect(stock).toHaveAttribute('data-differs', 'true')
  await page.screenshot({ path: test.info().outputPath('openings-1366.png') })
  await page.setViewportSize({ width: 1093, height: 614 })
  await page.screenshot({ path: test.info().outputPath('openings-1093.png') })
  await goTo(page, '三、')
  await fieldOf(page, 'requests.carriedIn.person').click()
  const about = page.getByRole('complementary', { name: '这一格的说明' })
  await expect(about).toContainText('台账里年初尚未办结的是2件，2025年年报结转的是3件')
  await page.screenshot({ path: test.info().outputPath('cell-1093.png') })
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.screenshot({ path: test.info().outputPath('cell-1366.png') })
  await about.getByRole('button', { name: '查看2025年度对应数字' }).click()
  await expect(fieldOf(page, 'requests.carriedOut.person')).toBeFocused()
  await expect(fieldOf(page, 'requests.carriedOut.person')).toHaveValue('2')

  // Sent again, nothing differs any more.
  await submit(app, page, path.join(folder, '2025-2.ogi'))
  await chooseYear(page, 2026)
  await goTo(page, '三、')
  await fieldOf(page, 'requests.carriedIn.person').click()
  await expect(about).toContainText('按台账算出')
  await expect(about).not.toContainText('2025年年报结转')
  expect(problems).toEqual([])
})

test('without a register the carried requests of last year are taken over at the press of a button', async ({
  open,
}) => {
  const { page } = await open('镇')
  await createUnit(page, township)
  await chooseYear(page, 2025)
  await goTo(page, '三、')
  await typeInto(page, 'requests.carriedOut.person', '3')
  await typeInto(page, 'requests.carriedOut.legal', '1')
  await saved(page)
  await chooseYear(page, 2026)
  await goTo(page, '三、')
  await fieldOf(page, 'requests.carriedIn.legal').click()
  const about = page.getByRole('complementary', { name: '这一格的说明' })
  await expect(about).toContainText('2025年年报结转1件。')
  await goTo(page, '台账和节假日安排')
  await page.getByRole('button', { name: /^年初存量/ }).click()
  await expect(page.getByText('由2025年年报（未报送）结转')).toBeVisible()
  await page.getByRole('button', { name: '把上年结转填进2026年度的表三' }).click()
  await saved(page)
  await goTo(page, '三、')
  await expect(fieldOf(page, 'requests.carriedIn.person')).toHaveValue('3')
  await expect(fieldOf(page, 'requests.carriedIn.legal')).toHaveValue('1')
  await expect(fieldOf(page, 'requests.carriedIn.total')).toHaveValue('4')
  await page.keyboard.press('Control+z')
  await expect(fieldOf(page, 'requests.carriedIn.person')).toHaveValue('')
})
