import { type Browser, chromium, expect, type Locator, type Page, test } from '@playwright/test'
import { chromiumPath } from '../../build/chromium.ts'
import { serveHarness } from '../fixtures/table-harness/serve.ts'

let harness: Awaited<ReturnType<typeof serveHarness>>
let browser: Browser
let page: Page
const problems: string[] = []

test.beforeAll(async () => {
  harness = await serveHarness()
  const executablePath = chromiumPath()
  if (executablePath === null) throw new Error('no Chromium')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  // One page, loaded anew by each test: it keeps nothing, and a new one would compile the same script anew.
  page = await browser.newPage()
  // Also what the strict content policy refused.
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(String(error)))
})

test.afterAll(async () => {
  await browser?.close()
  await harness?.close()
})

test.beforeEach(async () => {
  await page.setViewportSize({ width: 1093, height: 614 })
  problems.length = 0
})

test.afterEach(() => expect(problems).toEqual([]))

const open = (query: string) => page.goto(`${harness.url}/?${query}`)
const cell = (key: string): Locator => page.locator(`[data-cell="${key}"]`)
const field = (key: string): Locator => cell(key).locator('input')
const focused = (): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell'))
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
/** Whether something lies over a corner of the focused figure, or it is out of sight. */
const isCovered = (): Promise<boolean> =>
  page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect()
    if (!box) return true
    const corners = [box.top + 3, box.bottom - 3].flatMap((y) => [box.left + 4, box.right - 4].map((x) => [x, y]))
    return corners.some(([x = 0, y = 0]) => document.elementFromPoint(x, y) !== document.activeElement)
  })
const edits = () => page.evaluate(() => window.edits)
const paste = (data: Record<string, string>): Promise<void> =>
  page.evaluate((types) => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, data)

test.describe('typing', () => {
  test('keeps every digit where the first one is the figure that stands there', async () => {
    await open('report=empty&table=requests')
    await field('requests.received.person').click()
    await page.keyboard.type('3')
    await press('Enter', 'Shift+Enter')
    await expect(field('requests.received.person')).toHaveValue('3')
    await page.keyboard.type('3049')
    await press('Enter')
    await expect(field('requests.received.person')).toHaveValue('3049')
  })

  test('replaces, goes on with Enter, Tab and arrows, and computes the total', async () => {
    await open('report=empty&table=requests')
    await field('requests.received.person').click()
    await page.keyboard.type('28')
    await press('Tab')
    expect(await focused()).toBe('requests.received.company')
    await page.keyboard.type('2')
    await press('Enter')
    expect(await focused()).toBe('requests.carriedIn.company')
    await press('Shift+Enter')
    await expect(field('requests.received.company')).toHaveValue('2')
    await page.keyboard.type('3')
    await press('ArrowLeft')
    expect(await focused()).toBe('requests.received.person')
    await expect(field('requests.received.total')).toHaveValue('31')
    await expect(cell('requests.received.total')).toHaveAttribute('data-origin', 'computed')
    await expect(cell('requests.received.total')).toHaveAttribute('title', '各项相加得出')
    expect((await edits()).map(({ edits: [edit], action }) => [edit?.value, action])).toEqual([
      [28, 'type'],
      [2, 'type'],
      [3, 'type'],
    ])
  })

  test('shows the typed figure without a flash of the old one', async () => {
    await open('report=xiaochang&table=requests')
    await field('requests.received.person').click()
    await page.keyboard.type('30')
    await press('Enter')
    expect(await field('requests.received.person').inputValue()).toBe('30')
    await expect(field('requests.received.total')).toHaveAttribute('aria-invalid', 'true')
    await expect(field('requests.received.person')).toHaveValue('30')
    await press('Control+z')
    await expect(field('requests.received.person')).toHaveValue('28')
  })

  test('takes the old figure typed again at once', async () => {
    await open('report=xiaochang&table=requests')
    await field('requests.received.person').click()
    await page.keyboard.type('30')
    await press('Enter', 'Shift+Enter')
    await page.keyboard.type('28')
    await press('Enter', 'Shift+Enter', 'Delete')
    await expect(field('requests.received.total')).toHaveAttribute('aria-invalid', 'true')
    await expect(field('requests.received.person')).toHaveValue('')
    expect((await edits()).map(({ edits: [edit] }) => edit?.value)).toEqual([30, 28, null])
  })

  test('F2 and double click edit in place, Esc restores', async () => {
    await open('report=xiaochang&table=disclosure')
    await field('disclosure.licence.decisions').click()
    await press('F2')
    await page.keyboard.type('9')
    await expect(field('disclosure.licence.decisions')).toHaveValue('673829')
    await press('ArrowLeft', 'ArrowLeft', 'Delete')
    await expect(field('disclosure.licence.decisions')).toHaveValue('67389')
    await press('Escape')
    await expect(field('disclosure.licence.decisions')).toHaveValue('67382')
    await page.keyboard.type('1')
    await press('Escape')
    await expect(field('disclosure.licence.decisions')).toHaveValue('67382')
    await field('disclosure.licence.itemsChange').dblclick()
    await page.keyboard.type('5')
    await press('Enter')
    await expect(field('disclosure.licence.itemsChange')).toHaveValue('765')
    expect((await edits()).length).toBe(1)
  })

  test('takes full-width digits, separators and an input method from its first key', async () => {
    await open('report=empty&table=requests')
    await field('requests.received.person').click()
    await page.keyboard.insertText('１２３')
    await press('ArrowDown')
    await expect(field('requests.received.person')).toHaveValue('123')
    await page.keyboard.type('1,234')
    await press('ArrowDown')
    await expect(field('requests.carriedIn.person')).toHaveValue('1234')

    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'er', selectionStart: 2, selectionEnd: 2 })
    expect(await focused()).toBe('requests.granted.person')
    await expect(field('requests.granted.person')).toHaveValue('er')
    // Enter belongs to the input method while it composes.
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
      ),
    )
    expect(await focused()).toBe('requests.granted.person')
    await session.send('Input.insertText', { text: '二十' })
    await press('Enter')
    await expect(field('requests.granted.person')).toHaveValue('二十')
    await expect(cell('requests.granted.person')).toHaveAttribute('data-mark', 'error')
    expect((await edits()).at(-1)?.edits[0]?.value).toBe('二十')
  })

  test('Ctrl+Z takes back text while typing and is left to the program otherwise', async () => {
    await open('report=xiaochang&table=requests')
    await field('requests.granted.person').click()
    await page.keyboard.type('17')
    await press('Enter')
    await field('requests.received.person').click()
    await page.keyboard.type('99')
    await press('Control+z')
    await expect(field('requests.granted.person')).toHaveValue('17')
    expect(await focused()).toBe('requests.received.person')
    await press('Escape')
    await expect(field('requests.received.person')).toHaveValue('28')
    await press('Control+z')
    await expect(field('requests.granted.person')).toHaveValue('16')
    await expect(field('requests.received.person')).toHaveValue('28')
  })

  test('Delete empties a cell and a block, and gives a typed total back to the program', async () => {
    await open('report=xiaochang&table=requests')
    await field('requests.total.total').click()
    await press('Delete')
    await expect(cell('requests.total.total')).toHaveAttribute('data-origin', 'computed')
    await expect(field('requests.total.total')).toHaveValue('28')
    await press('Delete')
    await page.keyboard.type('27')
    await press('Enter')
    await expect(cell('requests.total.total')).toHaveAttribute('data-mark', 'error')
    await field('requests.granted.person').click()
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'Delete')
    await expect(field('requests.granted.person')).toHaveValue('')
    expect((await edits()).map(({ edits: all, action }) => [all.length, action])).toEqual([
      [1, 'clear'],
      [1, 'type'],
      [1, 'clear'],
    ])
  })

  test('a half-typed figure is kept when the screen goes away', async () => {
    await open('report=empty&table=requests')
    await field('requests.received.person').click()
    await page.keyboard.type('5')
    await page.evaluate(() =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '表四')?.click(),
    )
    await expect(field('disputes.review.upheld')).toBeVisible()
    await page.getByRole('button', { name: '表三' }).click()
    await expect(field('requests.received.person')).toHaveValue('5')
  })

  test('read-only figures take nothing', async () => {
    await open('report=xiaochang&table=requests&readonly=1')
    await field('requests.received.person').click()
    await page.keyboard.type('5')
    await press('Delete', 'F2')
    await paste({ 'text/plain': '7' })
    await press('Enter')
    expect(await focused()).toBe('requests.carriedIn.person')
    expect(await edits()).toEqual([])
    await expect(field('requests.received.person')).toHaveValue('28')
  })
})

test.describe('moving', () => {
  test('by row, column, table and page, and out of the table with Tab', async () => {
    await open('report=xiaochang&table=requests')
    await page.getByRole('button', { name: '表四' }).focus()
    await press('Tab')
    expect(await focused()).toBe('requests.received.person')
    await press('End')
    expect(await focused()).toBe('requests.received.total')
    await press('Control+End')
    expect(await focused()).toBe('requests.carriedOut.total')
    await press('PageUp', 'Home')
    expect(await focused()).not.toBe('requests.carriedOut.person')
    await press('Control+End', 'Tab')
    expect(await focused()).toBeUndefined()
    await press('Shift+Tab', 'Control+Home', 'Shift+Tab')
    expect(await focused()).toBeUndefined()
  })

  test('never leaves the focused figure under a frozen head, and the page does not scroll', async () => {
    for (const query of ['report=xiaochang&table=disclosure', 'report=huaian&table=requests']) {
      await open(query)
      await page.locator('[data-cell] input').first().focus()
      await press('Control+End')
      for (;;) {
        const before = await focused()
        expect(await isCovered(), `${before}`).toBe(false)
        await press('ArrowUp')
        if ((await focused()) === before) break
      }
      const beyond = await page.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
        return [scrollWidth - clientWidth, scrollHeight - clientHeight]
      })
      expect(beyond).toEqual([0, 0])
    }
  })

  test('keeps heads and row labels in sight in a narrow window', async () => {
    await page.setViewportSize({ width: 700, height: 614 })
    await open('report=huaian&table=requests')
    await field('requests.received.person').click()
    for (const key of ['End', 'Home', 'Control+End', 'Home', 'Control+End']) {
      await press(key)
      expect(await isCovered(), key).toBe(false)
    }
    const region = await page.locator('.ot-region').boundingBox()
    const head = await page.locator('th', { hasText: '申请人情况' }).boundingBox()
    const label = await page.locator('th', { hasText: '四、结转下年度继续办理' }).boundingBox()
    expect(Math.abs((head?.y ?? -99) - (region?.y ?? 0))).toBeLessThan(3)
    expect(Math.abs((label?.x ?? -99) - (region?.x ?? 0))).toBeLessThan(3)
  })
})

test.describe('blocks', () => {
  test('copies a block as text and as a table, and pastes it elsewhere', async () => {
    await open('report=xiaochang&table=disclosure')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await field('disclosure.rule.made').click()
    await field('disclosure.otherDocument.published').click({ modifiers: ['Shift'] })
    await expect(page.locator('[aria-selected]')).toHaveCount(6)
    await press('Control+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('--\t--\r\n3\t3\r\n76\t76\r\n')
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return (await item?.getType('text/html'))?.text()
    })
    expect(html).toContain('<td>76</td><td>76</td>')
    await field('disclosure.licence.itemsLastYear').click()
    await press('Control+v')
    await expect(field('disclosure.licence.itemsChange')).toHaveValue('--')
    await expect(field('disclosure.penalty.itemsChange')).toHaveValue('76')
    expect((await edits()).map(({ action }) => action)).toEqual(['paste'])
  })

  test('copies and cuts a blank cell, too', async () => {
    await open('report=xiaochang&table=requests')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await field('requests.granted.person').click()
    await press('Control+x')
    await expect(field('requests.granted.person')).toHaveValue('')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('16\r\n')
    await field('requests.granted.company').click()
    await press('Control+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('\r\n')
  })

  test('pastes from Excel as one action, marks what it cannot read, and goes back with one Ctrl+Z', async () => {
    await open('report=empty&table=requests')
    await field('requests.received.person').click()
    await paste({ 'text/plain': '２８\t1,200\t\r\n"3"\t约2件\t0\r\n' })
    await expect(field('requests.received.person')).toHaveValue('28')
    await expect(field('requests.received.company')).toHaveValue('1200')
    await expect(field('requests.carriedIn.company')).toHaveValue('约2件')
    await expect(cell('requests.carriedIn.company')).toHaveAttribute('data-mark', 'error')
    await expect(page.getByRole('alert')).toContainText('1格不是数字')
    expect((await edits()).length).toBe(1)
    await press('Control+z')
    await expect(field('requests.received.person')).toHaveValue('')
    await expect(field('requests.carriedIn.company')).toHaveValue('')
  })

  test('pastes nothing that does not fit and says so', async () => {
    await open('report=xiaochang&table=requests')
    await field('requests.received.legal').click()
    await paste({ 'text/plain': '1\t2\t3\t4\r\n' })
    await expect(page.getByRole('alert')).toContainText('有4列，从这一格往右只有3列')
    expect(await edits()).toEqual([])
  })

  test('reads a table that comes as HTML only, merged cells included', async () => {
    await open('report=empty&table=disclosure')
    await field('disclosure.fee.itemsLastYear').click()
    await paste({ 'text/html': '<table><tr><td>26</td><td colspan="2">-1</td></tr></table>' })
    await expect(field('disclosure.fee.itemsLastYear')).toHaveValue('26')
    await expect(field('disclosure.fee.itemsChange')).toHaveValue('-1')
  })

  test('selects by dragging and fills the selection with one value', async () => {
    await open('report=empty&table=disputes')
    const from = await cell('disputes.review.upheld').boundingBox()
    const to = await cell('disputes.review.pending').boundingBox()
    if (!from || !to) throw new Error('the cells are not shown')
    await page.mouse.move(from.x + 10, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(to.x + 10, to.y + 10, { steps: 6 })
    await page.mouse.up()
    await expect(page.locator('[aria-selected]')).toHaveCount(4)
    await paste({ 'text/plain': '0' })
    await expect(field('disputes.review.total')).toHaveValue('0')
    expect((await edits()).map(({ edits: all }) => all.length)).toEqual([4])
  })
})

test.describe('panel and list', () => {
  test('says what is wrong with the focused figure and lights up its parts', async () => {
    await open('report=xiaochang&table=disputes')
    await field('disputes.review.total').click()
    await page.keyboard.type('5')
    await press('Enter', 'Shift+Enter')
    await expect(page.getByRole('complementary')).toContainText('前面四项相加是1')
    await expect(page.getByRole('complementary')).toContainText('单位：件')
    await expect(page.locator('[data-related]')).toHaveCount(5)
    await expect(page.locator('[data-mark="error"]')).toHaveCount(1)
  })

  test('writes a remark with F4 and comes back to the cell', async () => {
    await open('report=xiaochang&table=disclosure')
    await field('disclosure.normativeDocument.made').click()
    await press('F4')
    await page.keyboard.insertText('含自然失效1件')
    await press('Enter')
    expect(await focused()).toBe('disclosure.normativeDocument.made')
    await expect(cell('disclosure.normativeDocument.made').locator('sup')).toBeVisible()
    await expect(page.getByRole('complementary')).toContainText('3（含自然失效1件）')
    await press('F4', 'Control+a', 'Delete', 'Enter')
    await expect(cell('disclosure.normativeDocument.made').locator('sup')).toHaveCount(0)
  })

  test('lists first causes, unfolds their follow-ons, goes to the cell and takes a reason', async () => {
    await page.setViewportSize({ width: 1366, height: 1100 })
    await open('report=xiaochang&table=requests&list=1')
    await expect(page.getByText('没有发现问题')).toBeVisible()
    await field('requests.refused.stateSecret.person').click()
    await page.keyboard.type('2')
    await press('Enter')
    await expect(page.locator('.fl-item')).toHaveCount(1)
    await page.getByRole('button', { name: /展开相关问题\d+条/ }).click()
    expect(await page.locator('.fl-item').count()).toBeGreaterThan(1)
    const first = page.locator('.fl-item').first()
    await first
      .getByRole('button', { name: /写明原因/ })
      .first()
      .click()
    await page.keyboard.insertText('与法院统计口径不同')
    await press('Enter')
    await expect(first.getByRole('textbox', { name: '原因说明' }).first()).toHaveValue('与法院统计口径不同')
    await page.getByRole('button', { name: '表二' }).click()
    await first.locator('.fl-go').first().click()
    await expect.poll(focused).toMatch(/^requests\./)
  })
})
