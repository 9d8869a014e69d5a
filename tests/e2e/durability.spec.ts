import { cpSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import fc from 'fast-check'
import { indexedDbFolder } from '../../build/host/launch.ts'
import { testSeed } from '../../build/test-seed.ts'
import { cellOf, createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import { formForYear } from '../../shared/catalogue/catalogue.ts'
import type { CellKey } from '../../shared/catalogue/forms/form.ts'
import { forms } from '../fixtures/catalogue.ts'
import { type RawStore, rawGroups, readRawStore, shownCells } from '../fixtures/raw-store.ts'
import { watchSaved } from '../fixtures/watch-saved.ts'
import { type OpenWindow, test } from '../fixtures/window-test.ts'

test.use({ chromium: 'own' })

const form = formForYear(forms, 2021)
const table = form?.tables.find(({ id }) => id === 'requests')
if (form === null || table === undefined) throw new Error('no table to type into')
const totals = new Set<CellKey>(form.totals.map(({ key }) => key))
const { cells } = table
const [firstCell = ''] = cells
const SCREEN = '三、依申请公开'

/** Types figures one cell after the other from a place in the table, until `next` says null or the window is gone. */
async function typeOn(
  page: Page,
  start: number,
  next: (key: CellKey) => string | null | Promise<string | null>,
): Promise<void> {
  for (let at = start; ; at++) {
    const key = cells[at % cells.length]
    if (key === undefined) throw new Error('the table has no cells')
    if (at === start || at % cells.length === 0) await cellOf(page, key).click()
    if (!totals.has(key)) {
      const text = await next(key)
      if (text === null) return
      await page.keyboard.type(text)
    }
    await page.keyboard.press('Tab')
  }
}

/** The typed figures of the unit's report, read past the program. */
function storedFigures(store: RawStore, unit: string): Map<string, string> {
  const [id = ''] = (store.reports ?? []).flatMap((row) =>
    typeof row === 'object' && row !== null && 'id' in row && String(row.id).startsWith(`${unit}|`)
      ? [String(row.id)]
      : [],
  )
  const groups = Object.entries(rawGroups(store, 'reports', id))
  return new Map(
    groups.flatMap(([group, value]) => (group.startsWith('cell:') ? [[group.slice(5), String(value)]] : [])),
  )
}

/** The number of the last step that the store holds. */
function lastStep(store: RawStore): number {
  const [mark] = store.meta ?? []
  if (typeof mark !== 'object' || mark === null || !('seq' in mark)) throw new Error('the store has no mark')
  return Number(mark.seq)
}

/** What is done to the profile while the program is not running. */
type Between = 'nothing' | 'losing IndexedDB' | 'an older IndexedDB'
const harms: readonly Between[] = [
  'nothing',
  'losing IndexedDB',
  'nothing',
  'an older IndexedDB',
  'nothing',
  'losing IndexedDB',
]

/** How the clerk types until a kill: from which cell, before which figures 已保存 is waited for, when the kill comes. */
const anyRound = fc.record({
  start: fc.nat({ max: cells.length - 1 }),
  pauses: fc.infiniteStream(fc.integer({ min: 1, max: 10 }).map((one) => one <= 3)),
  /** Figures typed after four have shown 已保存. */
  further: fc.nat({ max: 12 }),
})
const kills = fc
  .sample(anyRound, { seed: testSeed(), numRuns: harms.length })
  .map((round, at) => ({ ...round, between: harms[at] ?? 'nothing' }))

test('every figure that showed 已保存 survives SIGKILL, also with a lost or an older IndexedDB', async ({
  folder,
  open,
}) => {
  test.slow() // seven starts of the program
  const code = '420921001000'
  const older = path.join(folder, 'older')
  const database = indexedDbFolder(path.join(folder, 'township'))
  /** What may stand in a cell: the figure that last showed 已保存, if one did, then those typed after it. */
  const typed = new Map<string, (string | undefined)[]>()
  const promised = new Set<string>()

  let window = await open('township')
  await createUnit(window.page, { name: '花园镇人民政府', level: '乡镇（街道）', code, parent: '' })
  await goTo(window.page, SCREEN)

  for (const [round, { start, pauses, further, between }] of kills.entries()) {
    const { page, kill } = window
    let count = 0
    let shown = 0
    await watchSaved(page, (figures) => {
      for (const [key, text] of Object.entries(figures)) {
        const possible = typed.get(key) ?? []
        const at = possible.indexOf(text)
        if (at === -1) continue
        if (!promised.has(text)) shown += 1
        promised.add(text)
        typed.set(key, possible.slice(at))
      }
    })
    let isKilled = false
    const typing = typeOn(page, start, async (key) => {
      // In bursts: faster than the disk for a while, then a pause until 已保存 is seen.
      if (pauses.next().value) await saved(page)
      const text = String(10_000 * (round + 1) + count++)
      typed.set(key, [...(typed.get(key) ?? [undefined]), text])
      return text
    }).catch((error: unknown) => {
      if (!isKilled) throw error
    })
    await expect.poll(() => shown, { intervals: [5] }).toBeGreaterThan(3)
    const last = count + further
    await expect.poll(() => count, { intervals: [5] }).toBeGreaterThanOrEqual(last)
    isKilled = true
    await kill()
    await typing

    if (between !== 'nothing') rmSync(database, { recursive: true })
    if (between === 'an older IndexedDB') cpSync(older, database, { recursive: true })
    if (round === 0) cpSync(database, older, { recursive: true })

    window = await open('township')
    await goTo(window.page, SCREEN)
    const inWindow = await shownCells(window.page, firstCell)
    const inStore = storedFigures(await readRawStore(window.page), code)
    for (const [key, possible] of typed) {
      const what = `kill ${round + 1}, then ${between}: ${key}`
      const stored = inStore.get(key)
      expect(possible, what).toContain(stored)
      expect(inWindow[key], what).toBe(stored)
      typed.set(key, [stored])
    }
  }
  test.info().annotations.push({ type: 'figures that showed 已保存 before a kill', description: String(promised.size) })
})

test.describe('a profile that was harmed while the program was not running', () => {
  const code = '420921001000'
  /** A township with two sittings' figures, the IndexedDB as it was between them, and what the store said at the end. */
  interface Sittings {
    readonly userData: string
    readonly older: string
    readonly store: RawStore
    readonly lastCell: string
  }

  async function twoSittings(folder: string, open: (profile: string) => Promise<OpenWindow>): Promise<Sittings> {
    const userData = path.join(folder, 'township')
    const older = path.join(folder, 'older')
    const first = await open('township')
    await createUnit(first.page, { name: '花园镇人民政府', level: '乡镇（街道）', code, parent: '' })
    await typeFigures(first.page, 0, 12)
    await first.close()
    cpSync(indexedDbFolder(userData), older, { recursive: true })
    const second = await open('township')
    const lastCell = await typeFigures(second.page, 20, 12)
    const store = await readRawStore(second.page)
    await second.close()
    expect(storedFigures(store, code).size).toBe(24)
    return { userData, older, store, lastCell }
  }

  async function typeFigures(page: Page, start: number, count: number): Promise<string> {
    await goTo(page, SCREEN)
    let last = ''
    let left = count
    await typeOn(page, start, (key) => {
      if (left-- === 0) return null
      last = key
      return String(100 + start + left)
    })
    await saved(page)
    return last
  }

  /** Starts once more and compares: nothing is missing; what is said to be wrong, and nothing where `words` is null. */
  async function expectSame(
    { store }: Sittings,
    open: (profile: string) => Promise<OpenWindow>,
    words: string | null = null,
  ): Promise<void> {
    const { page, close } = await open('township')
    await goTo(page, SCREEN)
    expect(await readRawStore(page)).toEqual(store)
    const shown = await shownCells(page, firstCell)
    for (const [key, text] of storedFigures(store, code)) expect(shown[key]).toBe(text)
    if (words === null) await expect(page.getByRole('alert')).toHaveCount(0)
    else await expect(page.getByRole('alert')).toContainText(words)
    await close()
  }

  test('has everything again when IndexedDB is lost, older, or of another profile', async ({ folder, open }) => {
    const other = await open('other')
    await createUnit(other.page, { name: '丰山镇人民政府', level: '乡镇（街道）', code: '420921002000', parent: '' })
    await typeFigures(other.page, 30, 5)
    await other.close()
    const sittings = await twoSittings(folder, open)
    const database = indexedDbFolder(sittings.userData)

    rmSync(database, { recursive: true })
    await expectSame(sittings, open)
    rmSync(database, { recursive: true })
    cpSync(sittings.older, database, { recursive: true })
    await expectSame(sittings, open)
    rmSync(database, { recursive: true })
    cpSync(indexedDbFolder(path.join(folder, 'other')), database, { recursive: true })
    await expectSame(sittings, open, '本机的两份数据不一致')
  })

  test('brings the newer figures back where an older journal was put back or is gone, and says both numbers', async ({
    folder,
    open,
  }) => {
    const userData = path.join(folder, 'township')
    const [journal, older] = [path.join(userData, 'journal'), path.join(folder, 'older-journal')]
    const first = await open('township')
    await createUnit(first.page, { name: '花园镇人民政府', level: '乡镇（街道）', code, parent: '' })
    await typeFigures(first.page, 0, 12)
    await first.close()
    cpSync(journal, older, { recursive: true })
    // A kill: nothing but the store knows of what comes now.
    const second = await open('township')
    await typeFigures(second.page, 20, 12)
    const typed = await readRawStore(second.page)
    const [applied, figures] = [lastStep(typed), storedFigures(typed, code)]
    await second.kill()
    rmSync(journal, { recursive: true })
    cpSync(older, journal, { recursive: true })

    const third = await open('township')
    await expect(third.page.getByRole('alert')).toContainText(
      `供界面显示的数据记到第${applied}次操作，数据文件夹（journal 文件夹）记到第${applied - 12}次操作。数据文件夹缺少的12处，已从供界面显示的数据补回。`,
    )
    const kept = readdirSync(path.join(userData, 'aside'), { recursive: true, encoding: 'utf8' })
    expect(kept.filter((name) => name.endsWith('CURRENT'))).toHaveLength(1)
    expect(storedFigures(await readRawStore(third.page), code)).toEqual(figures)
    // A person meant the older copy: what was brought back goes as it came.
    await third.page.keyboard.press('Control+z')
    await expect.poll(async () => storedFigures(await readRawStore(third.page), code).size).toBe(figures.size - 12)
    await third.page.keyboard.press('Control+y')
    await expect.poll(async () => storedFigures(await readRawStore(third.page), code).size).toBe(figures.size)
    await third.close()

    rmSync(journal, { recursive: true })
    const fourth = await open('township')
    await expect(fourth.page.getByRole('alert')).toContainText('数据文件夹（journal 文件夹）记到第0次操作')
    expect(storedFigures(await readRawStore(fourth.page), code)).toEqual(figures)
    await goTo(fourth.page, SCREEN)
    const shown = await shownCells(fourth.page, firstCell)
    for (const [key, text] of figures) expect(shown[key]).toBe(text)
    // It is in the journal again: the store may go.
    await fourth.close()
    rmSync(indexedDbFolder(userData), { recursive: true })
    const fifth = await open('township')
    await goTo(fifth.page, SCREEN)
    expect(storedFigures(await readRawStore(fifth.page), code)).toEqual(figures)
  })

  test('brings the torn last step of the journal back from the store, and says so', async ({ folder, open }) => {
    const { userData, store, lastCell } = await twoSittings(folder, open)
    const journal = path.join(userData, 'journal')
    const segment = path.join(
      journal,
      readdirSync(journal)
        .filter((name) => name.endsWith('.ogij'))
        .sort()
        .at(-1) ?? '',
    )
    const content = readFileSync(segment)
    const lastLine = content.lastIndexOf('\n', content.length - 2) + 1
    truncateSync(segment, lastLine + Math.floor((content.length - lastLine) / 2))

    const expected = storedFigures(store, code)
    const { page } = await open('township')
    await expect(page.getByRole('alert')).toContainText('不完整的一行')
    await expect(page.getByRole('alert')).toContainText('数据文件夹缺少的1处，已从供界面显示的数据补回。')
    await goTo(page, SCREEN)
    const shown = await shownCells(page, firstCell)
    for (const [key, text] of expected) expect(shown[key]).toBe(text)
    expect(storedFigures(await readRawStore(page), code)).toEqual(expected)
    // Typing goes on where it stopped.
    await cellOf(page, lastCell).click()
    await page.keyboard.type('77')
    await page.keyboard.press('Tab')
    await saved(page)
    expect(storedFigures(await readRawStore(page), code)).toEqual(new Map([...expected, [lastCell, '77']]))
  })
})

test('keeps the figure and the text that were being typed when the window was closed', async ({ open }) => {
  const code = '420921001000'
  const first = await open('township')
  await createUnit(first.page, { name: '花园镇人民政府', level: '乡镇（街道）', code, parent: '' })
  await goTo(first.page, SCREEN)
  await cellOf(first.page, firstCell).click()
  await first.page.keyboard.type('28')
  await first.close()
  const second = await open('township')
  await goTo(second.page, SCREEN)
  expect((await shownCells(second.page, firstCell))[firstCell]).toBe('28')
  expect(storedFigures(await readRawStore(second.page), code)).toEqual(new Map([[firstCell, '28']]))
  await goTo(second.page, '前言、落款和版式')
  await second.page.getByLabel('前言', { exact: true }).click()
  await second.page.keyboard.type('按照条例编制')
  await second.close()
  const third = await open('township')
  await goTo(third.page, '前言、落款和版式')
  await expect(third.page.getByLabel('前言', { exact: true })).toHaveValue('按照条例编制')
})
