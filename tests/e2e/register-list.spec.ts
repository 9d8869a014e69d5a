import { expect, type Page } from '@playwright/test'
import { chooseYear, createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import { type PlantedRequest, plantRequests } from '../fixtures/plant-requests.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'

const code = '420921001000'
const township = { name: '花园镇', level: '乡镇（街道）', code, parent: '' } as const

const requests: PlantedRequest[] = [
  ['2025-03-05', 'online', 'person', '张三', '青石桥村宅基地审批表'],
  ['2025-03-19', 'inPerson', 'company', '孝昌县某某商贸有限公司', '2024年财政决算'],
  ['2025-10-08', 'online', 'person', '李四', '低保名单'],
  ['2024-12-30', 'fax', 'person', '王五', '征地补偿标准'],
].map(([arrived = '', way = '', applicant = '', name = '', subject = ''], index) => ({
  entry: `planted-${index}`,
  fields: {
    main: { arrived, way, applicant },
    number: { number: `${arrived.slice(0, 4)}-00${index + 1}` },
    'stage:1': { kind: 'fee', date: arrived, amount: `${index}.5`, paid: null },
  },
  person: { name, subject, phone: '13971284605' },
}))
const rows = (page: Page) => page.locator('[data-entry]')
const count = (page: Page) => page.getByRole('status', { name: '件数' })
const list = (page: Page) => page.getByRole('grid', { name: '依申请公开' })

test.describe('the list of requests', () => {
  let page: Page
  let problems: string[]
  test.beforeEach(async ({ open }) => {
    page = (await open('花园镇')).page
    problems = windowProblems(page)
    await createUnit(page, township)
    await chooseYear(page, 2025)
    await plantRequests(page, code, requests)
    await goTo(page, '依申请公开')
    await expect(rows(page)).toHaveCount(4)
  })
  test.afterEach(() => expect(problems).toEqual([]))

  test('names are masked until somebody asks, and again when the list was left', async () => {
    const newest = rows(page).first()
    await expect(newest).toContainText('李*')
    await expect(page.getByRole('main')).not.toContainText(/李四|低保/)
    await page.getByRole('switch', { name: '显示申请人' }).press('Space')
    await expect(newest).toContainText('李四')
    await expect(newest).toContainText('低保名单')
    await list(page).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: '依申请公开' }).waitFor()
    await page.keyboard.press('Escape')
    await expect(newest).toContainText('李*')
    await expect(page.getByRole('main')).not.toContainText(/李四|低保/)
  })

  test('a search finds names, what is asked for and clear text alike, and keeps the hands on the keys', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('宅基地 张三 2025年3月')
    await expect(count(page)).toHaveText('共1件')
    await expect(rows(page).first()).toContainText('张*')
    await page.keyboard.type('没有的')
    await expect(page.getByText('没有找到。')).toBeVisible()
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Backspace')
    await expect(count(page)).toHaveText('共1件')
    // The list came back while somebody was typing: it does not take the keys.
    await expect(page.getByLabel('查找', { exact: true })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(count(page)).toHaveText('共4件')
    await page.keyboard.type('13971284605 商贸')
    await expect(count(page)).toHaveText('共1件')
    // From the word on to what was found, and into it.
    await page.keyboard.press('Enter')
    await expect(list(page)).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(page.getByText('已移到回收站')).toBeVisible()
    // Read, and left behind for another screen.
    await goTo(page, '今天')
    await expect(page.getByText('已移到回收站')).toBeHidden()
  })

  test('groups have counts and sums, fold by the keyboard, and the footer follows the filter', async () => {
    await page.getByRole('button', { name: '选择显示列' }).press('Enter')
    await page.getByRole('menuitemcheckbox', { name: '信息处理费（元）' }).press('Enter')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toBeHidden()
    await expect(page.locator('tfoot')).toContainText('8')
    await page.getByLabel('分组').selectOption({ label: '按月' })
    const groups = page.locator('[data-group]')
    await expect(groups).toHaveText([/2025年10月1件 · 信息处理费（元）：2.5/, /2025年3月2件 · .*2$/, /2024年12月1件/])
    const tree = page.getByRole('treegrid', { name: '依申请公开' })
    await tree.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowLeft')
    await expect(groups.nth(1)).toHaveAttribute('aria-expanded', 'false')
    await expect(rows(page)).toHaveCount(2)
    await page.keyboard.press('Control+ArrowLeft')
    await expect(rows(page)).toHaveCount(0)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(rows(page)).toHaveCount(2)
    await page.keyboard.press('Control+ArrowRight')
    await expect(rows(page)).toHaveCount(4)
    await page.getByLabel('年份', { exact: true }).selectOption('2024')
    await expect(groups).toHaveText([/2024年12月1件/])
    await expect(page.locator('tfoot')).toContainText('3.5')
    await expect(count(page)).toHaveText('共1件')
  })

  test('columns, order and grouping are there again, what was searched is not', async () => {
    await page.getByRole('button', { name: '选择显示列' }).press('Enter')
    await page.getByRole('menuitemcheckbox', { name: '方式' }).press('Enter')
    await page.getByRole('menuitemcheckbox', { name: '承办单位' }).press('Enter')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '编号', exact: true }).press('Enter')
    await page.getByLabel('分组').selectOption({ label: '按申请人类别' })
    await page.getByLabel('查找', { exact: true }).fill('张三')
    await expect(count(page)).toHaveText('共1件')
    await page.reload()
    await saved(page)
    await goTo(page, '依申请公开')
    await expect(count(page)).toHaveText('共4件')
    const head = page.getByRole('columnheader')
    await expect(head).toHaveText(['编号 ↑', '来件日期', '申请人类别', '申请人', '承办单位', '办理情况'])
    await expect(page.locator('[data-group]').first()).toContainText('自然人3件')
    // Another register has its own.
    await goTo(page, '台账和节假日安排')
    await page.getByRole('button', { name: /^主动公开文件/ }).click()
    await expect(page.getByLabel('分组')).toHaveValue('')
  })

  test('the bin is emptied for good: gone from the list, its numbers given to nobody, not undone', async () => {
    const undone = page.getByRole('status', { name: '撤销了的登记' })
    await page.keyboard.press('Control+n')
    await page.getByRole('textbox', { name: '申请内容' }).fill('撤销了的')
    await page.keyboard.press('Control+s')
    await saved(page)
    await goTo(page, '依申请公开')
    await expect(rows(page)).toHaveCount(5)
    await list(page).focus()
    await page.keyboard.press('Control+z')
    await goTo(page, '依申请公开')
    await expect(rows(page)).toHaveCount(4)
    // It could be done again: nothing speaks of it yet.
    await expect(page.getByText(/^回收站/)).toBeHidden()
    await list(page).focus()
    for (const left of [3, 2]) {
      await page.keyboard.press('Delete')
      await expect(count(page)).toHaveText(`共${left}件`)
    }
    await page.getByText('回收站2').click()
    await expect(rows(page)).toHaveCount(2)
    // On an office's small screen nothing lies beside the window, the names shown.
    await page.setViewportSize({ width: 1093, height: 614 })
    const names = page.getByRole('switch', { name: '显示申请人' })
    await names.press('Space')
    await expect(rows(page).first()).toContainText('低保名单')
    await expect(page.getByRole('button', { name: '彻底删除…' }).first()).toBeInViewport({ ratio: 1 })
    expect(await list(page).evaluate((table) => table.scrollWidth - table.clientWidth)).toBe(0)
    await names.press('Space')
    await list(page).focus()
    await page.keyboard.press('Shift+Delete')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('回收站里的1件将从台账中永久删除，不能撤销恢复。')
    // Enter pressed in passing deletes nothing.
    await expect(dialog.getByRole('button', { name: '取消' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(rows(page)).toHaveCount(2)
    await expect(undone).toContainText('另有1件登记后又撤销了')
    await page.getByRole('button', { name: '清空回收站…' }).press('Enter')
    await expect(dialog).toContainText('登记后又撤销了的1件')
    await page.getByRole('dialog').getByRole('button', { name: '彻底删除' }).press('Enter')
    await expect(page.getByText('已彻底删除3件，不能撤销恢复。')).toBeVisible()
    await expect(undone).toBeHidden()
    await expect(page.getByText('回收站是空的。')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(count(page)).toHaveText('共2件')
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+z')
    await saved(page)
    await expect(count(page)).toHaveText('共2件')
    await page.keyboard.press('Control+n')
    await page.keyboard.type('2025-11-03')
    await page.keyboard.press('Control+s')
    // 2025-003 was deleted for good, and stands on its letters for ever.
    await expect(page.getByText('编号2025-004')).toBeVisible()
  })

  test('what is half typed of a stage is there again, after another screen and after the program was closed', async () => {
    await list(page).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '答复', exact: true }).click()
    const form = page.getByRole('region', { name: '答复' })
    await form.getByLabel('文号').fill('花政公开〔2025〕7号')
    await goTo(page, '今天')
    await goTo(page, '依申请公开')
    await list(page).focus()
    await page.keyboard.press('Enter')
    await expect(form.getByLabel('文号')).toHaveValue('花政公开〔2025〕7号')
    await expect(form).toContainText('上次未填完，可以继续填写')
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).toContain('stage-draft|')
    await page.reload()
    await saved(page)
    await goTo(page, '依申请公开')
    await list(page).focus()
    await page.keyboard.press('Enter')
    await expect(form.getByLabel('文号')).toHaveValue('花政公开〔2025〕7号')
    await form.getByRole('button', { name: '取消' }).click()
    await page.keyboard.press('Escape')
    await list(page).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('group', { name: '登记办理环节' })).toBeVisible()
    await expect(form).toBeHidden()
    expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain('stage-draft|')
  })

  test('undo goes back over screens: a stage, a field, and what went into the bin', async () => {
    await list(page).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '延期告知' }).click()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    const timeline = page.getByRole('list', { name: '办理环节' })
    await expect(timeline).toContainText('延期告知')
    await page.getByRole('button', { name: /编号、承办单位/ }).click()
    await page.getByRole('combobox', { name: '承办单位' }).fill('民政办')
    await page.keyboard.press('Tab')
    await saved(page)
    await goTo(page, '依申请公开')
    await page.getByRole('status', { name: '件数' }).waitFor()
    await list(page).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Delete')
    await expect(count(page)).toHaveText('共3件')
    await goTo(page, '今天')

    await page.keyboard.press('Control+z')
    await expect(count(page)).toHaveText('共4件')
    await goTo(page, '年度数字')
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('heading', { level: 2, name: '依申请公开' })).toBeVisible()
    await page.getByRole('button', { name: /编号、承办单位/ }).click()
    await expect(page.getByRole('combobox', { name: '承办单位' })).toHaveValue('')
    await expect(timeline).toContainText('延期告知')
    await goTo(page, '今天')
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('button', { name: '延期告知' })).toBeVisible()
    await expect(timeline).not.toContainText('延期告知')
    await goTo(page, '今天')
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+y')
    await expect(count(page)).toHaveText('共3件')
  })
})
