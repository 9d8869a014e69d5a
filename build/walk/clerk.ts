import type { Page } from '@playwright/test'
import type { Form } from '../../shared/catalogue/forms/form.ts'
import { type Report, titleKeys } from '../../shared/model/report/report.ts'
import type { App } from '../host/launched-app.ts'

/**
 * What a clerk does in the window, step by step, by what is written on it. The demo and the end-to-end tests walk
 * with these; they know nothing of the program's inside.
 */

export interface UnitToCreate {
  readonly name: string
  readonly level: '乡镇（街道）' | '部门' | '县（市、区）' | '市（州）' | '省（区、市）'
  readonly code: string
  readonly parent: string
  readonly author?: string
  readonly phone?: string
}

/** First run: names the unit. */
export async function createUnit(page: Page, unit: UnitToCreate): Promise<void> {
  await page.getByLabel('单位名称').fill(unit.name)
  await page.getByRole('combobox', { name: '级别' }).click()
  await page.getByRole('option', { name: unit.level, exact: true }).click()
  await page.getByLabel('上级单位（可不填）').fill(unit.parent)
  await page.getByLabel('单位代码（可不填）').fill(unit.code)
  await page.getByLabel('填报人').fill(unit.author ?? '')
  await page.getByLabel('电话').fill(unit.phone ?? '')
  await page.getByRole('button', { name: '开始填报' }).click()
  await page.getByRole('button', { name: '切换单位' }).waitFor()
}

/** First run: opens the sample county instead. */
export async function openSampleCounty(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例' }).click()
  await page.getByRole('button', { name: '切换单位' }).waitFor({ timeout: 60_000 })
}

/** Goes to another unit that this PC keeps. */
export async function chooseUnit(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('menuitem', { name }).click()
  await page.getByRole('button', { name: '切换单位' }).filter({ hasText: name }).waitFor()
}

export async function chooseYear(page: Page, year: number): Promise<void> {
  await page.getByRole('combobox', { name: '报告年度' }).click()
  await page.getByRole('option', { name: `${year}年度` }).click()
}

/** Goes to a screen by its name in the menu on the left. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
}

export const cellOf = (page: Page, key: string) => page.locator(`[data-cell="${key}"]`)

/**
 * Types figures into the table on screen with the keyboard alone, cell after cell in the order of the form; `null`
 * leaves a cell as it is. `keys` are all cells of the table in order.
 */
export async function typeTable(
  page: Page,
  keys: readonly string[],
  text: (key: string) => string | null,
): Promise<void> {
  const [first] = keys
  if (first === undefined) return
  await cellOf(page, first).click()
  const last = keys.findLastIndex((key) => text(key) !== null)
  for (const key of keys.slice(0, last + 1)) {
    const typed = text(key)
    if (typed !== null) await page.keyboard.type(typed)
    await page.keyboard.press('Tab')
  }
  await saved(page)
}

/** Waits until the corner says 已保存. */
export async function saved(page: Page): Promise<void> {
  await page.locator('[data-save-state="saved"]').waitFor()
}

/** Writes a text and leaves the field, as a clerk does who goes on to the next thing. */
export async function writeText(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await field.fill(text)
  await field.blur()
  await saved(page)
}

/** Writes preface, sign-off, the section titles that are named, and the texts of the sections. */
export async function writeReportTexts(
  page: Page,
  form: Form,
  texts: {
    readonly narrative: Report['narrative']
    readonly presentation: Pick<Report['presentation'], 'titles' | 'signOff'>
  },
): Promise<void> {
  const { narrative, presentation } = texts
  await goTo(page, '前言、落款和版式')
  await writeText(page, '前言', narrative.preface ?? '')
  if (presentation.signOff !== null) {
    await writeText(page, '落款单位', presentation.signOff.unit)
    await writeText(page, '落款日期', presentation.signOff.date)
  }
  for (const key of titleKeys) {
    const section = form.definition.sections.find(({ id }) => id === key)
    const title = presentation.titles[key]
    if (section !== undefined && title !== undefined) await writeText(page, `第${section.numeral}部分标题`, title)
  }
  for (const key of ['overview', 'problems', 'other'] as const) {
    const section = form.definition.sections.find(({ id }) => id === key)
    if (section === undefined) continue
    await goTo(page, `${section.numeral}、`)
    await writeText(page, section.title, narrative[key] ?? '')
  }
}

/** 定稿, where nothing stands in the way. */
export async function finalise(page: Page): Promise<void> {
  await goTo(page, '定稿')
  await page.getByRole('main').getByRole('button', { name: '定稿', exact: true }).click({ timeout: 10_000 })
  await page.getByText('第1次定稿').waitFor({ timeout: 10_000 })
  await saved(page)
}

/** The next save dialog answers with this path. */
export async function answerSave(app: App, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
}

/** The next open dialog answers with these paths. */
export async function answerOpen(app: App, paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths })
    },
    [...paths],
  )
}

/** 报送: makes the file at `path`. */
export async function submit(app: App, page: Page, path: string): Promise<void> {
  await goTo(page, '报送')
  await answerSave(app, path)
  await page.getByRole('button', { name: '生成报送文件…' }).click()
  await page.getByText('报送文件已生成，读回核对无误').waitFor()
}

/** Opens files at the desk and gives the title of the result: 已接收32份. */
export async function openFiles(app: App, page: Page, paths: readonly string[]): Promise<string> {
  await answerOpen(app, paths)
  await page.getByRole('button', { name: '打开文件', exact: true }).click()
  const results = page.getByRole('list', { name: '打开的结果' })
  await results.waitFor({ timeout: 60_000 })
  return (await page.getByRole('dialog').getByRole('heading').textContent()) ?? ''
}

export async function closeResults(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: '知道了' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** Adds units below, as pasted from a list. */
export async function addUnits(page: Page, lines: readonly string[]): Promise<void> {
  await goTo(page, '各单位报送')
  await page.getByRole('button', { name: '添加下级单位…' }).click()
  await page.getByLabel('单位名单').fill(lines.join('\n'))
  await page.getByRole('button', { name: `添加${lines.length}个单位` }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await saved(page)
}

/** 打印预览, then saves by the button of this name at `path`. */
export async function saveFromPreview(app: App, page: Page, button: string, path: string): Promise<void> {
  await goTo(page, '打印预览')
  await page.locator('canvas[data-drawn]').first().waitFor({ timeout: 60_000 })
  await answerSave(app, path)
  await page.getByRole('button', { name: button }).click()
  await page.getByText(`已保存到：${path}`).waitFor({ timeout: 30_000 })
}
