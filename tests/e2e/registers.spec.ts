import { expect, type Page } from '@playwright/test'
import { chooseYear, createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import { fieldOf, pasteText, typeLines } from '../fixtures/typing.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'

const township = { name: '花园镇', level: '乡镇（街道）', code: '420921001000', parent: '孝昌县人民政府' } as const

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name })

test.describe('registers', () => {
  let page: Page
  let problems: string[]
  test.beforeEach(async ({ open }) => {
    page = (await open('花园镇')).page
    problems = windowProblems(page)
    await createUnit(page, township)
    await chooseYear(page, 2025)
    await heading(page, '花园镇2025年政府信息公开工作年度报告').waitFor()
  })
  test.afterEach(() => expect(problems).toEqual([]))

  test('what is typed is kept before it is saved, and what is wrong is marked, not refused', async () => {
    await page.keyboard.press('Control+n')
    await heading(page, '依申请公开：新登记').waitFor()
    await typeLines(page, '2025-02-30')
    await page.getByText('日历上没有这一天，请核对月份和日期').waitFor()
    // Nobody pressed 保存: the pause recorded it.
    await page.getByText('未计入2025年度报告（').waitFor()
    await saved(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('status', { name: '件数' })).toHaveText('共1件')
    await expect(page.getByRole('row').nth(1)).toContainText('未填全，要改：来件日期')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('来件日期')).toHaveValue('2025-02-30')
    await page.keyboard.press('Control+n')
    await heading(page, '依申请公开：新登记').waitFor()
    await typeLines(page, '2025-3-5', '1', '1')
    await page.keyboard.press('Control+s')
    await page.getByText('计入2025年度').waitFor()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('status', { name: '件数' })).toHaveText('共2件')
    // What is in no figure is said where the report is checked and sent, though no rule is broken.
    for (const screen of ['检查', '报送']) {
      await goTo(page, screen)
      await expect(page.getByRole('status', { name: '没有计入的内容' })).toContainText('依申请公开里有1件未填全')
    }
    // The list shows only what lacks something, keeps to it while that is opened, and shows all again.
    await page.getByRole('button', { name: '去补齐' }).press('Enter')
    const count = page.getByRole('status', { name: '件数' })
    const onlyFlawed = page.getByRole('switch', { name: '只看未填全的' })
    await expect(count).toHaveText('共1件')
    await expect(onlyFlawed).toBeChecked()
    await expect(page.getByText('只看未填全的1件')).toBeVisible()
    await page.keyboard.press('Enter')
    await page.getByLabel('来件日期').fill('2025-3-2')
    await page.keyboard.press('Enter')
    await saved(page)
    await page.keyboard.press('Escape')
    await expect(page.getByText('已全部填全。')).toBeVisible()
    await onlyFlawed.press('Space')
    await expect(count).toHaveText('共2件')
    await expect(onlyFlawed).toBeHidden()
    await page.keyboard.press('Control+z')
    await expect(page.getByLabel('来件日期')).toHaveValue('2025-02-30')
    await page.keyboard.press('Escape')
    await onlyFlawed.press('Space')
    await expect(count).toHaveText('共1件')
  })

  test('who comes to the figures by the keyboard types at once, and is told in words what is wrong with one', async () => {
    await page.getByRole('button', { name: '记数字' }).press('Enter')
    await expect(page.locator('[data-figure="2025/publications.website"]')).toBeFocused()
    await typeLines(page, '十五', '-3')
    await expect(page.getByRole('status', { name: /^填错的数字/ })).toHaveText(
      /网站公开“十五”不是数字，请只填数字.*微信公开“-3”不能小于0/,
    )
  })

  test('Escape leads back from every screen, whether the menu or the screen has the keyboard, and closes one thing at a time', async () => {
    const today = heading(page, '花园镇2025年政府信息公开工作年度报告')
    for (const name of ['依申请公开', '前言、落款和版式', '一、', '三、', '补充数字', '检查', '报送']) {
      await goTo(page, name)
      await expect(today).toBeHidden()
      await page.keyboard.press('Escape')
      await expect(today).toBeVisible()
    }
    await goTo(page, '三、')
    // A figure that is being typed is let go of first, then the screen.
    await fieldOf(page, 'requests.received.person').click()
    await page.keyboard.type('7')
    await page.keyboard.press('Escape')
    await expect(fieldOf(page, 'requests.received.person')).toBeFocused()
    await expect(fieldOf(page, 'requests.received.person')).toHaveValue('')
    await page.keyboard.press('Escape')
    await expect(today).toBeVisible()
    // Who writes a text is not thrown out of it; the years that are offered close by themselves.
    await goTo(page, '一、')
    const text = page.getByLabel('总体情况', { exact: true })
    await text.fill('一年来')
    await page.keyboard.press('Escape')
    await expect(text).toBeFocused()
    await page.getByRole('combobox', { name: '报告年度' }).click()
    await page.getByRole('option', { name: '2025年度' }).waitFor()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('option', { name: '2025年度' })).toBeHidden()
    await expect(text).toBeVisible()
  })

  test('figures by the month are typed and pasted like a sheet, and undone in one step', async () => {
    await goTo(page, '年度数字')
    // What the keys do is said in one line, on an office's small screen too.
    await page.setViewportSize({ width: 1093, height: 614 })
    const keys = page.getByText('Enter 往下，方向键移动')
    expect((await keys.boundingBox())?.height).toBeLessThan(24)
    await page.getByText('按月', { exact: true }).click()
    const figure = (period: string, subject: string) => page.locator(`[data-figure="${period}/${subject}"]`)
    await figure('2025-01', 'publications.website').click()
    await typeLines(page, '8,000', '3219')
    await expect(figure('2025-01', 'publications.weibo')).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
    await expect(figure('2025-02', 'publications.website')).toBeFocused()
    await pasteText(page, '137\t\r\n\t\r\n217\t\r\n')
    await expect(page.getByText('已粘贴2个数。点一次“撤销”可全部撤销。')).toBeVisible()
    await expect(figure('2025', 'publications.website')).toHaveText('8137')
    await expect(page.locator('[data-sum="year"]').first()).toHaveText('11573')
    await expect(page.getByRole('checkbox', { name: '勾选后本类数字从这里取' }).first()).toBeChecked()
    await expect(page.getByRole('checkbox', { name: '勾选后本类数字从这里取' }).nth(1)).not.toBeChecked()
    await page.keyboard.press('Control+z')
    await expect(figure('2025', 'publications.website')).toHaveText('8000')
    await expect(page.locator('[data-sum="year"]').first()).toHaveText('11219')
  })

  test('a document is filed, duplicated, found, put into the bin and taken out of it', async () => {
    await goTo(page, '台账和节假日安排')
    await page.getByRole('button', { name: /^主动公开文件/ }).click()
    await page.keyboard.press('Control+n')
    await heading(page, '主动公开文件：新登记').waitFor()
    await typeLines(page, '关于防汛的通知', '花政发〔2025〕9号', '2', '2025.6.1')
    await page.keyboard.press('Control+Enter')
    // The next form is there once it is blank.
    await expect(page.getByRole('combobox', { name: '标题' })).toHaveValue('')
    await page.keyboard.press('Control+d')
    await expect(page.getByRole('combobox', { name: '标题' })).toHaveValue('关于防汛的通知')
    await typeLines(page, '防火通知')
    await page.keyboard.press('Escape')
    const count = page.getByRole('status', { name: '件数' })
    await expect(count).toHaveText('共2件')
    // Opened and left by the keyboard alone.
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: '标题' })).toBeFocused()
    await page.keyboard.press('Escape')
    await goTo(page, '二、')
    await expect(fieldOf(page, 'disclosure.normativeDocument.issued')).toHaveValue('2')

    await goTo(page, '台账和节假日安排')
    await page.getByRole('button', { name: /^主动公开文件/ }).click()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('防火')
    await expect(count).toHaveText('共1件')
    await page.getByRole('grid', { name: '主动公开文件' }).focus()
    await page.keyboard.press('Delete')
    await expect(page.getByText('已移到回收站')).toBeVisible()
    await expect(count).toHaveText('共0件')
    await goTo(page, '二、')
    await expect(fieldOf(page, 'disclosure.normativeDocument.issued')).toHaveValue('1')

    await goTo(page, '台账和节假日安排')
    await page.getByRole('button', { name: /^主动公开文件/ }).click()
    await page.getByText('回收站1').click()
    await expect(page.getByRole('row').nth(1)).toContainText('防火通知')
    await page.getByRole('button', { name: '还原' }).click()
    await expect(page.getByText('回收站是空的。')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(count).toHaveText('共2件')
  })
})
