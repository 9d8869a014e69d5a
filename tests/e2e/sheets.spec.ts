import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page, type Route } from '@playwright/test'
import { read, utils } from 'xlsx'
import type { App } from '../../build/host/launch.ts'
import { answerOpen, answerSave, chooseYear, createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import { filesBelow, readLive } from '../fixtures/live-folder.ts'
import { filesWith } from '../fixtures/planted-words.ts'
import { canonicalStore, readRawStore } from '../fixtures/raw-store.ts'
import { sheetFile, workbookOf } from '../fixtures/sheets/sheet-files.ts'
import { listed } from '../fixtures/sheets/sheet-rows.ts'
import { longWorkbook, zipBomb } from '../fixtures/sheets/ugly-files.ts'
import { pasteText } from '../fixtures/typing.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'

test.use({ chromium: 'own' })

const township = { name: '花园镇', level: '乡镇（街道）', code: '420921001000', parent: '孝昌县人民政府' } as const

/** The rows of a workbook's first sheet, by heading. */
function rowsOf(bytes: Uint8Array): Record<string, unknown>[] {
  const book = read(bytes, { type: 'array', cellDates: false })
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  return sheet === undefined ? [] : utils.sheet_to_json(sheet)
}

test.describe('Excel both ways', () => {
  let app: App
  let page: Page
  let profile: string
  let problems: string[]

  test.beforeEach(async ({ open, folder }) => {
    const opened = await open('township')
    app = opened.app
    page = opened.page
    profile = path.join(folder, 'township')
    problems = windowProblems(page)
    await createUnit(page, township)
    await chooseYear(page, 2025)
    await goTo(page, '依申请公开')
    await page.getByRole('button', { name: '导入、导出' }).waitFor()
  })
  test.afterEach(() => expect(problems).toEqual([]))

  const count = () => page.getByRole('status', { name: '件数' })
  const dialog = () => page.getByRole('dialog')
  const checked = () => page.getByRole('status', { name: '核对结果' })

  /** The menu by the keyboard: 导入…, 保存导入模板…, 导出. A dialog that has just closed gives the focus back first. */
  async function menu(item: 0 | 1 | 2): Promise<void> {
    const items = page.getByRole('menuitem')
    await expect(dialog()).toBeHidden()
    await expect(async () => {
      await page.getByRole('button', { name: '导入、导出' }).focus()
      await page.keyboard.press('Enter')
      for (let i = 0; i <= item; i += 1) await page.keyboard.press('ArrowDown')
      await expect(items.nth(item)).toBeFocused({ timeout: 500 })
    }).toPass()
    // A menu that has just closed gives the focus back late, too: the key goes to the item all the same.
    await items.nth(item).press('Enter')
    await expect(items.first()).toBeHidden()
  }

  async function choose(file: string): Promise<void> {
    await answerOpen(app, [file])
    await menu(0)
    await dialog().waitFor()
  }

  test('a template is filled and imported by the keyboard alone, the good rows only, and undone in one step', async ({
    folder,
  }) => {
    const template = path.join(folder, '模板.xlsx')
    await answerSave(app, template)
    await menu(1)
    await page.getByText(`已保存到：${template}`).waitFor()
    const book = read(readFileSync(template), { type: 'array' })
    expect(book.SheetNames).toEqual(['依申请公开', '填写说明'])
    const [sheet] = book.SheetNames.map((name) => book.Sheets[name])
    if (sheet === undefined) throw new Error('no sheet')
    const [head = []] = utils.sheet_to_json<string[]>(sheet, { header: 1 })
    expect(head.slice(0, 4)).toEqual(['来件日期', '申请方式', '双方确认日期', '申请人类别'])

    const row = (values: Record<string, string>) => head.map((label) => values[label] ?? '')
    const filled = path.join(folder, '填好的.xlsx')
    writeFileSync(
      filled,
      workbookOf([
        head,
        row({
          来件日期: '2025-1-6',
          申请方式: '网络',
          申请人类别: '个人',
          申请人姓名或名称: '慕容秋白',
          申请内容: '青石桥村审批表',
          答复日期: '2025-1-20',
          办理结果: '予以公开',
          文号: '1号',
        }),
        row({ 来件日期: '2025年3月40日', 申请方式: '托梦', 申请人类别: '个人', 申请内容: '另一份材料' }),
        row({ 来件日期: '2025.2.17', 申请方式: '信函', 申请人类别: '企业', 编号: '申-2' }),
        row({ 来件日期: '2025.2.18', 申请方式: '信函', 申请人类别: '企业', 编号: '申-2' }),
      ]),
    )
    await choose(filled)
    // A word that is none of the choices is asked; nobody knows this one.
    await expect(page.getByRole('combobox', { name: '“托梦”算作' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(checked()).toContainText('共4行：没有问题2行，有问题1行，重复1行；')
    const rows = page.getByRole('region', { name: '行' })
    await expect(rows).toContainText('第3行')
    await expect(rows).toContainText('来件日期“2025年3月40日”在日历上没有这一天；申请方式“托梦”不在可选的项目里')
    await page.getByText('重复1', { exact: true }).click()
    await expect(rows).toContainText('第5行')
    await expect(rows).toContainText('和第4行重复')
    // Back to the words and the columns, and on again, without the mouse.
    await page.keyboard.press('Escape')
    await page.getByRole('table', { name: '写法对应' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('table', { name: '列对应' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('table', { name: '写法对应' }).waitFor()
    await page.keyboard.press('Enter')
    await checked().waitFor()
    await page.getByRole('button', { name: '只导入没有问题的2行' }).waitFor()
    await page.keyboard.press('Enter')

    await expect(page.getByText('已导入2件。点一次“撤销”可全部撤销。')).toBeVisible()
    await saved(page)
    await expect(count()).toHaveText('共2件')
    await expect(page.getByText('请打印恢复码并妥善保管')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(count()).toHaveText('共0件')
    await page.keyboard.press('Control+y')
    await expect(count()).toHaveText('共2件')
    await expect(page.getByRole('row').filter({ hasText: '2025年1月6日' })).toContainText('已经答复')
    expect(filesWith(profile, ['慕容秋白', '青石桥村', '另一份材料'])).toEqual([])
  })

  test('headings of an office’s own are told once, and remembered', async ({ folder }) => {
    const file = path.join(folder, '自己的表.xlsx')
    const list = (day: string) =>
      workbookOf([
        ['来的那天', '方式', '谁', '文件柜'],
        [day, '网络', '自然人', '3号柜'],
        [day, '当面', '自然人', ''],
      ])
    writeFileSync(file, list('2025-3-1'))
    await choose(file)
    await expect(dialog()).toContainText('没有找到标题行')
    await page.keyboard.press('Enter')
    await expect(dialog()).toBeHidden()

    writeFileSync(
      file,
      workbookOf([
        ['来的那天', '方式', '办理结果', '答复日期'],
        ['2025-3-1', '网络', '', ''],
        ['2025-3-2', '当面', '予以公开', '2025-3-9'],
      ]),
    )
    await choose(file)
    await page.getByRole('combobox', { name: '来的那天对应' }).waitFor()
    await expect(page.getByRole('combobox', { name: '来的那天对应' })).toBeFocused()
    await expect(dialog()).toContainText('表格里没有：来件日期、申请人类别')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('combobox', { name: '来的那天对应' })).toHaveValue('arrived')
    await expect(dialog()).toContainText('表格里没有：申请人类别')
    await page.getByLabel('每一行的“申请人类别”都是').selectOption('person')
    await page.keyboard.press('Enter')
    await expect(checked()).toContainText('共2行：没有问题2行')
    await page.keyboard.press('Enter')
    await expect(count()).toHaveText('共2件')

    await choose(file)
    await page.getByRole('combobox', { name: '来的那天对应' }).waitFor()
    await expect(page.getByRole('combobox', { name: '来的那天对应' })).toHaveValue('arrived')
    await page.keyboard.press('Escape')
    await expect(dialog()).toBeHidden()
    await expect(count()).toHaveText('共2件')
    // What was taken for headings may have been a person's row: it lies nowhere in clear.
    expect(filesWith(profile, ['来的那天'])).toEqual([])
  })

  test('an import that is cancelled while it reads leaves nothing behind', async ({ folder }) => {
    const file = path.join(folder, '名单.xlsx')
    writeFileSync(
      file,
      workbookOf([
        ['来件日期', '方式', '申请人类别', '姓名'],
        ['2025-3-1', '网络', '自然人', '张三'],
      ]),
    )
    // The file's bytes are on their way to the worker, and stay there, however fast this machine is.
    const asked = Promise.withResolvers<Route>()
    await page.route('**/file/*', (route) => asked.resolve(route), { times: 1 })
    await choose(file)
    const route = await asked.promise
    await expect(dialog()).toContainText('正在读表格…')
    await expect(page.getByRole('button', { name: '取消' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog()).toBeHidden()
    await expect.poll(() => page.workers().length).toBe(0)
    await route.continue().catch(() => {}) // the worker that asked is gone
    await expect(count()).toHaveText('共0件')
    // The next one starts afresh.
    await choose(file)
    await expect(checked()).toContainText('没有问题1行')
    await page.getByRole('button', { name: '不导入' }).click()
    await expect(dialog()).toBeHidden()
    await expect(count()).toHaveText('共0件')
  })

  test('rows copied in Excel are pasted into the list, also those with problems', async () => {
    await page.getByRole('button', { name: '导入、导出' }).focus()
    await pasteText(
      page,
      '来件日期\t方式\t申请人类别\t申请内容\r\n2025-3-15\t网络\t自然人\t"两行\n的""内容"""\r\n3月99日\t网络\t自然人\t预算\r\n',
    )
    await expect(checked()).toContainText('共2行：没有问题1行，有问题1行')
    await page.getByRole('button', { name: '全部导入2行' }).click()
    await expect(count()).toHaveText('共2件')
    await expect(page.getByRole('row').filter({ hasText: '3月99日' })).toContainText('未填全')
    expect(filesWith(profile, ['两行\n的'])).toEqual([])
  })

  test('what the list shows is exported, names only where they are asked for, and nothing that a spreadsheet would run', async ({
    folder,
  }) => {
    const source = path.join(folder, 'list.xls')
    writeFileSync(source, sheetFile('list.xls'))
    await choose(source)
    await expect(checked()).toContainText(
      '共4行：没有问题4行，有问题0行，重复0行；台账里已有、内容不同0行，没有变化0行。第8行是合计，已跳过。',
    )
    await page.keyboard.press('Enter')
    await expect(count()).toHaveText('共4件')

    const plain = path.join(folder, '不含.xlsx')
    await answerSave(app, plain)
    await menu(2)
    await dialog().waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(`已保存到：${plain}`).waitFor()
    const exported = rowsOf(readFileSync(plain))
    expect(exported).toHaveLength(4)
    expect(Object.keys(exported[0] ?? {})).not.toContain('申请内容')
    expect(JSON.stringify(exported)).not.toContain('慕容')

    const whole = path.join(folder, '含.csv')
    await answerSave(app, whole)
    await menu(2)
    await page.getByLabel('CSV表格（.csv）').check()
    await page.getByLabel('含个人信息').check()
    await expect(dialog()).toContainText('导出的文件没有加密')
    await page.getByRole('button', { name: '保存…' }).click()
    await page.getByText(`已保存到：${whole}`).waitFor()
    const csv = readFileSync(whole, 'utf8')
    for (const { name } of listed) expect(csv).toContain(name)
    expect(csv).toContain("'=镇2024年预算")
    expect(csv).not.toMatch(/(^|,)"?=/m)
    // Our own file, opened like any other: it is known again row by row.
    await answerOpen(app, [whole])
    await page.keyboard.press('Control+o')
    await dialog()
      .getByRole('button', { name: /^依申请公开/ })
      .click()
    await expect(checked()).toContainText('台账里已有、内容不同0行，没有变化4行。')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(dialog()).toBeHidden()
    await expect(count()).toHaveText('共4件')
  })

  test('an office’s own words are asked once, what stays unknown is marked until it is settled, and an edited row updates', async ({
    folder,
  }) => {
    const file = path.join(folder, '办理登记.xlsx')
    const list = (way: string) =>
      workbookOf([
        ['来件日期', '方式', '申请人类别', '申请人', '申请内容', '答复日期', '办理结果'],
        ['2025-3-1', way, '自然人', '慕容秋白', '青石桥村预算', '2025-3-9', '已答复'],
        ['2025-3-2', '网络', '自然人', '司徒砚秋', '青石桥村决算', '', '办理中'],
        ['2025-3-3', '网络', '自然人', '上官文秀', '青石桥村名录', '2025-3-9', '给了一半'],
      ])
    const answer = (word: string) => page.getByRole('combobox', { name: `“${word}”算作` })
    writeFileSync(file, list('网络'))
    await choose(file)
    await expect(answer('已答复')).toBeFocused()
    await answer('已答复').selectOption('（一）予以公开')
    await answer('办理中').selectOption('未办结（留空）')
    await page.keyboard.press('Enter')
    await expect(checked()).toContainText('共3行：没有问题2行，有问题1行')
    await page.getByRole('button', { name: '全部导入3行' }).click()
    await expect(count()).toHaveText('共3件')
    const marked = page.getByRole('row').filter({ hasText: '2025年3月3日' })
    await expect(marked).toContainText('导入时没对上：办理结果')

    // An entry that is marked shows what was left, which nobody else sees, until it is settled.
    await marked.dblclick()
    const notice = page.getByRole('status', { name: '导入时没对上' })
    await expect(notice).toContainText('表格里没对上的内容：***')
    await notice.getByRole('button', { name: '显示' }).click()
    await expect(notice.getByLabel('表格里没对上的内容')).toHaveValue('答复日期 2025-3-9\n办理结果 给了一半')
    await notice.getByRole('button', { name: '已处理好' }).click()
    await expect(notice).toBeHidden()
    await page.keyboard.press('Control+z')
    await expect(notice).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(count()).toHaveText('共3件')
    expect(filesWith(profile, ['给了一半', '慕容秋白'])).toEqual([])

    // Edited in Excel and imported again: what was answered is not asked, and the change is shown and taken by choice.
    writeFileSync(file, list('当面'))
    await choose(file)
    await expect(answer('给了一半')).toBeFocused()
    await expect(answer('已答复')).toHaveValue('granted')
    await page.keyboard.press('Enter')
    await expect(checked()).toContainText('台账里已有、内容不同1行，没有变化2行。')
    await expect(checked()).toContainText('写法“已答复”算作（一）予以公开（1行）、“办理中”留空（1行）。')
    await expect(page.getByRole('region', { name: '行' })).toContainText('申请方式：网络提交 → 当面提交')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: '更新1行（Enter）' }).waitFor()
    await page.keyboard.press('Enter')
    await expect(page.getByText('已更新1件。')).toBeVisible()
    await expect(count()).toHaveText('共3件')
    await expect(page.getByRole('row').filter({ hasText: '2025年3月1日' })).toContainText('当面提交')
  })

  test('files that can’t be read say why, and nothing is stored', async ({ folder }) => {
    const ugly: [name: string, bytes: Uint8Array, said: string][] = [
      ['加密.xlsx', sheetFile('password.xlsx'), '这个表格设有打开密码'],
      ['加密.xls', sheetFile('password.xls'), '这个表格设有打开密码'],
      ['改名.xlsx', sheetFile('renamed-pdf.xlsx'), '这个文件其实是 PDF'],
      ['十万行.xlsx', longWorkbook(), '这张表有100000多行，一次最多导入20000行'],
      ['炸弹.xlsx', zipBomb(), '展开后大得不正常'],
      ['空的.xlsx', workbookOf([[]]), '没有可以导入的行'],
      [
        '没有标题.xlsx',
        workbookOf([
          ['甲', '乙'],
          ['1', '2'],
        ]),
        '没有找到标题行',
      ],
      ['太大.csv', new Uint8Array(31 * 1024 * 1024).fill(0x61), '超过30 MB'],
    ]
    const journal = () =>
      readLive(
        () => filesBelow(path.join(profile, 'journal')),
        (file) => readFileSync(file, 'utf8'),
      )
    await saved(page)
    const [store, frames] = [canonicalStore(await readRawStore(page)), journal()]
    for (const [name, bytes, said] of ugly) {
      const file = path.join(folder, name)
      writeFileSync(file, bytes)
      await choose(file)
      await expect(page.getByRole('alert')).toContainText(said, { timeout: 15_000 })
      await expect(page.getByRole('alert')).toContainText('什么都没有导入')
      await page.keyboard.press('Enter')
      await expect(dialog()).toBeHidden()
    }
    expect(canonicalStore(await readRawStore(page))).toBe(store)
    expect(journal()).toEqual(frames)
  })
})
