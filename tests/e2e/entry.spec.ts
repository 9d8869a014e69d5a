import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import {
  addUnits,
  cellOf,
  chooseUnit,
  chooseYear,
  closeResults,
  createUnit,
  goTo,
  openFiles,
  openSampleCounty,
  saved,
  submit,
  writeText,
} from '../../build/walk/clerk.ts'
import { formatFigure } from '../../shared/model/report/figure.ts'
import { expectAccessible } from '../fixtures/accessible.ts'
import { everyScreen } from '../fixtures/every-screen.ts'
import { rawGroups, readRawStore, shownCells } from '../fixtures/raw-store.ts'
import { readFixture } from '../fixtures/read-fixture.ts'
import { type SubmissionOptions, submissionBytes, submissionOf } from '../fixtures/submission-bytes.ts'
import { fieldOf, focusedCell, pasteText, typeInto } from '../fixtures/typing.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'

const township = { name: '花园镇', level: '乡镇（街道）', code: '420921001000', parent: '孝昌县人民政府' } as const
const county = { name: '孝昌县人民政府', level: '县（市、区）', code: '420921000000', parent: '' } as const

test.describe('first run', () => {
  test('asks for the name, then opens the unit', async ({ open }) => {
    const { page } = await open('新')
    await page.getByRole('button', { name: '开始填报' }).click()
    await expect(page.getByText('请填写单位名称，它会印在报告的标题里。')).toBeVisible()
    await createUnit(page, township)
    await expect(page.getByRole('heading', { name: /花园镇2026年政府信息公开工作年度报告/ })).toBeVisible()
    await expect(page.getByText('《条例》没有规定乡镇（街道）报送的日期，以上级通知为准')).toBeVisible()
    await page.getByRole('button', { name: '填上级要求的日期' }).click()
    await page.getByLabel('上级要求的报送日期（2026年度报告）').fill('2027-1-20')
    await page.keyboard.press('Enter')
    await goTo(page, '今天')
    await expect(page.getByText('上级要求最迟于2027年1月20日报送，还有')).toBeVisible()
  })

  test('opens a sample county whose 32 units add up, and every screen of it renders', async ({ open }) => {
    const { page } = await open('示例')
    const problems = windowProblems(page)
    const { form, report } = readFixture('xiaochang-2020')
    await everyScreen(page, async (name) => {
      const text = await page.locator('body').innerText()
      expect(text.length, name).toBeGreaterThan(20)
      expect(text, name).not.toMatch(/\d{4}-\d{2}-\d{2}|undefined|NaN|\[object/)
      await expectAccessible(page, name)
      if (name === '各单位报送') {
        await expect(page.getByRole('status', { name: '报送进度' })).toHaveText('应报32 · 已报32 · 未报0')
        await expect(page.locator('[data-unit]').first()).toContainText('2021年1月20日')
      }
    })
    await chooseUnit(page, county.name)
    const shown: Record<string, string> = {}
    for (const table of form.tables) {
      await goTo(page, `${table.numeral}、`)
      Object.assign(shown, await shownCells(page, table.cells[0] ?? ''))
    }
    const published = Object.entries(report.cells).filter(([, value]) => value !== null)
    expect(shown).toEqual(Object.fromEntries(published.map(([key, value]) => [key, formatFigure(value)])))
    expect(problems).toEqual([])
  })
})

test.describe('figures', () => {
  let page: Page
  test.beforeEach(async ({ open }) => {
    page = (await open('花园镇')).page
    await createUnit(page, township)
  })

  test('are read as people type them, kept where they are none, and summed', async () => {
    await goTo(page, '三、')
    await typeInto(page, 'requests.received.person', '１２３')
    await typeInto(page, 'requests.carriedIn.person', '1,234')
    await expect(fieldOf(page, 'requests.received.person')).toHaveValue('123')
    await expect(fieldOf(page, 'requests.carriedIn.person')).toHaveValue('1234')
    await expect(fieldOf(page, 'requests.received.total')).toHaveValue('123')
    await expect(cellOf(page, 'requests.received.total')).toHaveAttribute('data-origin', 'computed')
    await typeInto(page, 'requests.received.company', '约2件')
    await expect(fieldOf(page, 'requests.received.company')).toHaveValue('约2件')
    await expect(cellOf(page, 'requests.received.company')).toHaveAttribute('data-mark', 'error')
    await goTo(page, '二、')
    await typeInto(page, 'disclosure.normativeDocument.repealed', '55')
    await fieldOf(page, 'disclosure.normativeDocument.repealed').click()
    await page.keyboard.press('F4')
    await page.keyboard.insertText('含自然失效29件')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary')).toContainText('印成：55（含自然失效29件）')
    await saved(page)
    const stored = rawGroups(await readRawStore(page), 'reports', `${township.code}|2026|own`)
    expect(stored).toMatchObject({
      'cell:requests.received.person': 123,
      'cell:requests.carriedIn.person': 1234,
      'cell:requests.received.company': '约2件',
      'cell:disclosure.normativeDocument.repealed': 55,
      'remark:disclosure.normativeDocument.repealed': '含自然失效29件',
    })
    await goTo(page, '三、')
    await expect(fieldOf(page, 'requests.received.company')).toHaveValue('约2件')
  })

  test('go back and forth over several screens, and undo shows the place', async () => {
    await goTo(page, '三、')
    await typeInto(page, 'requests.received.person', '5')
    await goTo(page, '四、')
    await typeInto(page, 'disputes.review.upheld', '2')
    await goTo(page, '一、')
    await writeText(page, '总体情况', '全年平稳。')
    await goTo(page, '今天')
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('textbox', { name: '总体情况' })).toHaveValue('')
    await page.keyboard.press('Control+z')
    await expect(fieldOf(page, 'disputes.review.upheld')).toHaveValue('')
    await expect.poll(() => focusedCell(page)).toBe('disputes.review.upheld')
    await page.keyboard.press('Control+z')
    await expect.poll(() => focusedCell(page)).toBe('requests.received.person')
    await expect(fieldOf(page, 'requests.received.person')).toHaveValue('')
    await expect(page.getByRole('button', { name: '撤销' })).toBeDisabled()
    await page.keyboard.press('Control+y')
    await expect(fieldOf(page, 'requests.received.person')).toHaveValue('5')
    await goTo(page, '检查')
    await page.getByRole('button', { name: '恢复' }).click()
    await expect.poll(() => focusedCell(page)).toBe('disputes.review.upheld')
    await expect(fieldOf(page, 'disputes.review.upheld')).toHaveValue('2')
    await page.keyboard.press('Control+y')
    await expect(page.getByRole('textbox', { name: '总体情况' })).toHaveValue('全年平稳。')
    await chooseYear(page, 2025)
    await goTo(page, '检查')
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(page.getByRole('combobox', { name: '报告年度' })).toHaveValue('2026年度')
    await expect(page.getByRole('textbox', { name: '总体情况' })).toHaveValue('')
  })

  test('come in as a block from Excel, and leave with one undo', async () => {
    await goTo(page, '三、')
    await fieldOf(page, 'requests.received.person').click()
    await pasteText(page, '２\t1,000\r\n3\t\r\n')
    await expect(fieldOf(page, 'requests.received.company')).toHaveValue('1000')
    await expect(fieldOf(page, 'requests.carriedIn.person')).toHaveValue('3')
    await expect(fieldOf(page, 'requests.received.total')).toHaveValue('1002')
    await page.keyboard.press('Control+z')
    for (const key of ['received.person', 'received.company', 'carriedIn.person', 'received.total']) {
      await expect(fieldOf(page, `requests.${key}`)).toHaveValue('')
    }
  })

  test('are all 0 by one button, as a statement that a later figure takes back', async () => {
    const statement = async () =>
      rawGroups(await readRawStore(page), 'reports', `${township.code}|2026|own`)['statement:disputes'] ?? null
    await goTo(page, '四、')
    await page.getByRole('button', { name: '本年没有（全表为0）' }).click()
    await expect(page.getByText('已注明“本年没有”')).toBeVisible()
    const shown = Object.values(await shownCells(page, 'disputes.review.upheld'))
    expect(shown).toEqual(Array.from({ length: 15 }, () => '0'))
    await saved(page)
    expect(await statement()).toBe('none')
    await typeInto(page, 'disputes.direct.other', '1')
    await expect(page.getByText('已注明“本年没有”')).toBeHidden()
    await expect(fieldOf(page, 'disputes.direct.total')).toHaveValue('1')
    expect(await statement()).toBeNull()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('已注明“本年没有”')).toBeVisible()
    await expect(fieldOf(page, 'disputes.direct.other')).toHaveValue('0')
  })

  test('of two units and two years stay apart', async () => {
    await goTo(page, '三、')
    await typeInto(page, 'requests.received.person', '5')
    await chooseYear(page, 2025)
    await goTo(page, '三、')
    await expect(fieldOf(page, 'requests.received.person')).toHaveValue('')
    await typeInto(page, 'requests.received.person', '6')
    await page.getByRole('button', { name: '切换单位' }).click()
    await page.getByRole('menuitem', { name: '添加本机填报单位…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('单位代码（可不填）').fill(township.code)
    await dialog.getByLabel('单位名称').fill('丰山镇')
    await expect(dialog.getByText('这个代码已经有单位在用')).toBeVisible()
    await dialog.getByLabel('单位代码（可不填）').fill('')
    await dialog.getByRole('button', { name: '添加', exact: true }).click()
    await expect(page.getByRole('button', { name: '切换单位' })).toHaveText('丰山镇')
    await goTo(page, '三、')
    await expect(fieldOf(page, 'requests.received.person')).toHaveValue('')
    await typeInto(page, 'requests.received.person', '7')
    await chooseUnit(page, township.name)
    await goTo(page, '三、')
    await expect(fieldOf(page, 'requests.received.person')).toHaveValue('6')
    await chooseYear(page, 2026)
    await goTo(page, '三、')
    await expect(fieldOf(page, 'requests.received.person')).toHaveValue('5')
  })
})

test('texts, titles and sign-off are kept, and dates are written out', async ({ open }) => {
  const { page } = await open('花园镇')
  await createUnit(page, township)
  await goTo(page, '前言、落款和版式')
  await writeText(page, '前言', '根据条例编制。')
  await writeText(page, '第二部分标题', '行政机关主动公开政府信息情况')
  await writeText(page, '落款单位', '花园镇人民政府')
  const date = page.getByLabel('落款日期')
  await date.fill('明天')
  await date.blur()
  await expect(page.getByText('日期格式不对')).toBeVisible()
  for (const typed of ['2021-1-29', '２０２１．１．２９', '2021年1月29日']) {
    await date.fill(typed)
    await date.blur()
    await expect(date).toHaveValue('2021年1月29日')
  }
  await goTo(page, '六、')
  await writeText(page, '其他需要报告的事项', '无')
  await goTo(page, '二、')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('二、行政机关主动公开政府信息情况')
  await goTo(page, '前言、落款和版式')
  await expect(page.getByLabel('前言', { exact: true })).toHaveValue('根据条例编制。')
  await expect(date).toHaveValue('2021年1月29日')
  await expect(page.getByRole('button', { name: /^六、.*已填/ })).toBeVisible()
})

test('an error shows its first cause, leads to the cell, and goes out only with a reason', async ({ open, folder }) => {
  const { app, page } = await open('两个单位')
  const file = path.join(folder, '报送.ogi')
  await createUnit(page, township)
  await goTo(page, '三、')
  await typeInto(page, 'requests.received.person', '3')
  await typeInto(page, 'requests.granted.person', '1')
  await goTo(page, '检查')
  const causes = page.locator('.fl-list > section > ul > .fl-item').filter({ has: page.getByLabel('错误') })
  await expect(causes).toHaveCount(1)
  await causes.getByRole('button', { name: /展开相关问题\d+条/ }).click()
  expect(await causes.locator('.fl-follow-ons .fl-item').count()).toBeGreaterThan(0)
  await causes.locator('.fl-go').first().click()
  await expect.poll(() => focusedCell(page)).toMatch(/^requests\./)

  await goTo(page, '报送')
  await expect(page.getByText(/还有\d+个错误要先改，或者写明原因/)).toBeVisible()
  await expect(page.getByRole('button', { name: '生成报送文件…' })).toBeDisabled()
  const incomplete = page.getByRole('status', { name: '未填完的部分' })
  await expect(incomplete).toContainText(/表三还有\d+格空白，将印成0/)
  await expect(incomplete).toContainText('第五部分“存在的主要问题及改进情况”没有文字')
  await incomplete.getByRole('button', { name: '到第一个空格' }).click()
  await expect.poll(() => focusedCell(page)).toBe('requests.received.company')
  await expect(page.getByRole('button', { name: /^四、.*未填/ })).toBeVisible()
  await goTo(page, '检查')
  await causes.getByRole('button', { name: '数字属实？写明原因…' }).first().click()
  await page.keyboard.insertText('两件在审计局办理，年后并入')
  await page.keyboard.press('Enter')
  await saved(page)
  await submit(app, page, file)
  await expect(page.getByText(/^第1次 · \d{4}年\d{1,2}月\d{1,2}日 · /)).toBeVisible()

  const desk = await open('县里')
  await createUnit(desk.page, county)
  await addUnits(desk.page, [`${township.name}\t${township.code}`])
  expect(await openFiles(desk.app, desk.page, [file])).toBe('已接收1份')
  await closeResults(desk.page)
  await expect(desk.page.locator(`[data-unit="${township.code}"]`)).toContainText(/\d个错误/)
  await desk.page.getByRole('button', { name: township.name, exact: true }).click()
  await desk.page.getByRole('tab', { name: /^检查/ }).click()
  await expect(desk.page.getByText('原因说明：两件在审计局办理，年后并入')).toBeVisible()
  await expect(desk.page.getByText(/表三还有\d+格空白/)).toBeVisible()

  // The sum breaks where the township's own report does; 定稿 finds what 检查 finds.
  const found = desk.page.locator('.fl-list > section > ul > .fl-item')
  await goTo(desk.page, '检查')
  await expect(found.filter({ hasText: `${township.name}自己报送的数字就不相符` })).toHaveCount(1)
  await expect(found.filter({ hasText: '第五部分“存在的主要问题及改进情况”没有文字' })).toHaveCount(1)
  const said = await found.locator('.fl-go').allTextContents()
  await goTo(desk.page, '定稿')
  await expect(desk.page.getByRole('heading', { level: 2 })).toHaveText('定稿')
  expect(await found.locator('.fl-go').allTextContents()).toEqual(said)
})

test('a sum is adjusted with a reason, and the adjustment is taken off again', async ({ open }) => {
  const { page } = await open('示例')
  await openSampleCounty(page)
  const key = 'requests.received.person'
  const sources = page.locator(`[data-sources="${key}"]`)
  await goTo(page, '三、')
  await expect(fieldOf(page, key)).toHaveValue('28')
  await fieldOf(page, key).click()
  await page.keyboard.type('5')
  await expect(fieldOf(page, key)).toHaveValue('28')
  await expect(sources).toContainText('花园镇：4')
  await page.getByRole('button', { name: '调整汇总数…' }).click()
  await page.getByLabel('调整为（现为28）').fill('30')
  await expect(page.getByRole('button', { name: '调整', exact: true })).toBeDisabled()
  await page.getByLabel(/^调整原因/).fill('县直单位漏报两件')
  await page.getByRole('button', { name: '调整', exact: true }).click()
  await expect(fieldOf(page, key)).toHaveValue('30')
  await expect(cellOf(page, key)).toHaveAttribute('data-origin', 'adjusted')
  await expect(fieldOf(page, 'requests.received.total')).toHaveValue('30')
  await expect(sources).toContainText('汇总调整+2：县直单位漏报两件')
  await page.getByRole('button', { name: '取消调整' }).click()
  await expect(fieldOf(page, key)).toHaveValue('28')
  await expect(fieldOf(page, 'requests.received.total')).toHaveValue('28')
  await expect(cellOf(page, key)).toHaveAttribute('data-origin', 'summed')
  await page
    .locator('[data-sources]')
    .getByRole('button', { name: /^花园镇/ })
    .click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('花园镇（第1次报送）')
})

test('the desk tells who has sent what, and a second submission takes the place of the first', async ({
  open,
  folder,
}) => {
  const { app, page } = await open('县里')
  const statements = ['disclosure', 'requests', 'disputes']
  const garden = { code: '420921001000', year: 2026, statements }
  const once = { ...garden, time: 1_700_000_000_000, cells: { 'requests.received.person': 4 } }
  const follows = [(await submissionOf(once)).id]
  const twice = { ...once, revision: 2, follows, time: 1_700_090_000_000, cells: { 'requests.received.person': 6 } }
  const hill = { code: '420921002000', name: '丰山镇', year: 2026, cells: { 'requests.received.person': 1 } }
  const [first, second, partly] = await Promise.all(
    [once, twice, hill].map(async (options, i) => {
      const file = path.join(folder, `${i}.ogi`)
      writeFileSync(file, await submissionBytes(options))
      return file
    }),
  )
  const sum = async (): Promise<string> => {
    await goTo(page, '三、')
    return fieldOf(page, 'requests.received.person').inputValue()
  }
  const row = (code: string) => page.locator(`[data-unit="${code}"]`)
  const take = async (file = '') => {
    const title = await openFiles(app, page, [file])
    const line = await page.getByRole('list', { name: '打开的结果' }).innerText()
    await closeResults(page)
    return `${title} ${line}`
  }
  await createUnit(page, county)
  await addUnits(page, ['花园镇\t420921001000', '丰山镇\t420921002000', '县教育局\t11420921MB0000001A\t0712-4771234'])
  expect(await take(first)).toContain('已接收：花园镇2026年度第1次报送')
  expect(await sum()).toBe('4')
  expect(await take(second)).toContain('第2次报送，替换第1次')
  expect(await sum()).toBe('6')
  expect(await take(first)).toContain('以前已接收，没有变化')
  expect(await sum()).toBe('6')
  expect(await take(partly)).toContain('已接收1份')
  expect(await sum()).toBe('7')

  await goTo(page, '各单位报送')
  await expect(page.getByRole('status', { name: '报送进度' })).toHaveText('应报3 · 已报2（其中1个有空表） · 未报1')
  await expect(row('420921001000')).toContainText(/已报第2次2023年11月\d+日/)
  await expect(row('420921002000')).toContainText('有空表：表二、表四')
  await expect(row('11420921MB0000001A')).toContainText('未报')
  await expect(row('11420921MB0000001A')).toContainText('0712-4771234')
  await page.getByRole('button', { name: '复制催报（1个单位）' }).click()
  await expect(page.getByRole('button', { name: '已复制，可粘贴到工作群' })).toBeVisible()
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(
    /^【催报】2026年政府信息公开工作年度报告，以下1个单位还没有报送：县教育局。请最迟于2027年1月31日报送孝昌县人民政府/,
  )
  await page.getByRole('combobox', { name: '只看' }).click()
  await page.getByRole('option', { name: '未报' }).click()
  await expect(page.locator('[data-unit]')).toHaveCount(1)
  await page.getByRole('button', { name: '县教育局' }).click()
  await expect(page.getByText('2026年度未报送。电话：0712-4771234。')).toBeVisible()

  await page.getByRole('button', { name: '返回各单位报送' }).click()
  await page.getByRole('button', { name: '花园镇', exact: true }).click()
  await page.getByRole('tab', { name: '历次报送（2）' }).click()
  await expect(page.getByRole('tabpanel').getByRole('row')).toHaveText([
    /报送次数/,
    /^第2次.*正在使用$/,
    /^第1次.*已被代替用这一份$/,
  ])
})

test('an older submission that comes after the newer one is history', async ({ open, folder }) => {
  const { app, page } = await open('县里')
  const figure = (number: number) => ({ cells: { 'requests.received.person': number } })
  const old = { code: township.code, year: 2026, ...figure(4) }
  const follows = [(await submissionOf(old)).id]
  const write = async (name: string, options: SubmissionOptions) => {
    writeFileSync(path.join(folder, name), await submissionBytes(options))
    return path.join(folder, name)
  }
  await createUnit(page, county)
  await addUnits(page, [`花园镇\t${township.code}`])
  const newer = { ...old, revision: 2, follows, ...figure(6) }
  expect(await openFiles(app, page, [await write('新.ogi', newer)])).toBe('已接收1份')
  await closeResults(page)
  expect(await openFiles(app, page, [await write('旧.ogi', old)])).toBe('已接收0份，已被代替1份')
  await expect(page.getByText('已被第2次代替，只留存，汇总不变。')).toBeVisible()
  await closeResults(page)
  await goTo(page, '三、')
  await expect(fieldOf(page, 'requests.received.person')).toHaveValue('6')
})

test('a nearly empty file from another PC does not replace the good one: it waits, is chosen, and that is undone', async ({
  open,
  folder,
}) => {
  const { app, page } = await open('县里')
  const of = { code: township.code, year: 2026 }
  const write = async (name: string, options: SubmissionOptions) => {
    writeFileSync(path.join(folder, name), await submissionBytes(options))
    return path.join(folder, name)
  }
  const full = { ...of, cells: { 'requests.received.person': 6, 'requests.granted.person': 6 } }
  const good = await write('好的.ogi', full)
  // It even says that it follows: what a file says of itself takes nothing's place.
  const poor = await write('另一台.ogi', {
    ...{ ...of, revision: 2, follows: [(await submissionOf(full)).id], signedBy: 'another PC' },
    ...{ time: 2_000_000_000_000, cells: { 'requests.received.person': 1 } },
  })
  await createUnit(page, county)
  await addUnits(page, [`花园镇\t${township.code}`])
  expect(await openFiles(app, page, [good])).toBe('已接收1份')
  await closeResults(page)
  expect(await openFiles(app, page, [poor])).toBe('已接收0份，待您决定1份')
  await expect(page.getByText(/不是原来那台电脑编制的.*汇总仍用第1次。换了电脑？/)).toBeVisible()
  await closeResults(page)
  const sum = async (): Promise<string> => {
    await goTo(page, '三、')
    return fieldOf(page, 'requests.received.person').inputValue()
  }
  expect(await sum()).toBe('6')
  await goTo(page, '各单位报送')
  await expect(page.getByText('（另有1份待您决定）')).toBeVisible()
  await page.getByRole('button', { name: '花园镇', exact: true }).click()
  await page.getByRole('tab', { name: '历次报送（2）' }).click()
  await page.getByRole('row').filter({ hasText: '换了电脑？' }).getByRole('button', { name: '用这一份' }).click()
  await expect(page.getByRole('row').filter({ hasText: '正在使用' })).toContainText('2033')
  expect(await sum()).toBe('1')
  await page.keyboard.press('Control+z')
  await saved(page)
  expect(await sum()).toBe('6')
})

test('a file of a unit that is not listed is taken in by one click, under the listed unit of that name', async ({
  open,
  folder,
}) => {
  const { app, page } = await open('县里')
  const file = path.join(folder, '花园镇.ogi')
  writeFileSync(
    file,
    await submissionBytes({ code: township.code, year: 2026, cells: { 'requests.received.person': 4 } }),
  )
  await createUnit(page, county)
  await addUnits(page, ['花园镇\t0712-4771234'])
  expect(await openFiles(app, page, [file])).toBe('已接收0份，未接收1份')
  await page.getByRole('button', { name: '确认是下级单位并接收（1个单位）' }).click()
  await expect(page.getByRole('dialog').getByRole('heading')).toHaveText('已接收1份')
  await closeResults(page)
  const rows = page.getByRole('table', { name: '各单位报送情况' }).getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.last()).toContainText(/花园镇.*有空表.*0712-4771234/)
})
