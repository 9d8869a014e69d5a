import type { Page } from '@playwright/test'
import { chooseYear, goTo, saved } from '../../build/walk/clerk.ts'
import { durableFloor } from './durable-floor.ts'
import { type Figure, overFloor, p95, plain } from './figure.ts'
import { deskYear } from './made-desk.ts'
import { type BenchWindow, openWindow, untilUsable } from './window.ts'

interface Timed {
  readonly screen: number
  readonly durable: number
}

/** React tells every commit of its to a development tool that stands here before the page's scripts. */
const watchCommits = `
globalThis.__commits = new Set()
globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
  supportsFiber: true, renderers: new Map(), checkDCE() {}, inject: () => 1,
  onCommitFiberUnmount() {}, onPostCommitFiberRoot() {},
  onCommitFiberRoot() { for (const heard of globalThis.__commits) heard() },
}`

/** Typing figures into 表三, cell after cell: how long until the report with all that follows stands on screen. */
export async function keyToScreen(folder: string): Promise<Figure[]> {
  const { app, page } = await openWatched(folder)
  const timed = { sound: [] as Timed[], broken: [] as Timed[] }
  for (const year of [2025, 2024, 2023]) {
    await chooseYear(page, year)
    await goTo(page, '三、')
    // The first ones of a year warm the page.
    timed.sound.push(...(await typeFigures(page, year, true)).slice(8))
    timed.broken.push(...(await typeFigures(page, year, false)).slice(8))
  }
  const floor = p95(await durableFloor(page, timed.sound.length))
  const nothing = p95(await typeIntoNothing(page))
  await app.close()
  return [
    plain('key-to-screen', screenOf(timed.sound) - nothing, 'ms', 8),
    plain('key-to-screen-findings', screenOf(timed.broken) - nothing, 'ms'),
    overFloor('key-to-durable', p95(timed.sound.map(({ durable }) => durable)), floor, 'ms', 2),
  ]
}

/** The same at a desk whose sum is that of many units: in its own figures, which go into that sum. */
export async function deskKeyToScreen(folder: string): Promise<Figure[]> {
  const { app, page } = await openWatched(folder)
  await chooseYear(page, deskYear)
  await goTo(page, '表三')
  const timed = (await typeFigures(page, deskYear, true)).slice(8)
  const nothing = p95(await typeIntoNothing(page))
  await app.close()
  return [plain('desk-key-to-screen', screenOf(timed) - nothing, 'ms', 8)]
}

const screenOf = (all: readonly Timed[]): number => p95(all.map((one) => one.screen))

async function openWatched(folder: string): Promise<BenchWindow> {
  const opened = await openWindow(folder)
  await opened.page.addInitScript(watchCommits)
  await opened.page.reload()
  await untilUsable(opened.page)
  return opened
}

/** Figures typed into one table, from its first cell on. */
const FIGURES = 50

/**
 * Types figures cell after cell as a clerk does; Tab hands one over, goes on, and is what is timed. Each is wrong beside
 * the others, so there are findings to show: its own where it is taken back before the next (`alone`), else
 * those of a table in which no figure is right.
 */
async function typeFigures(page: Page, year: number, alone: boolean): Promise<Timed[]> {
  await page.locator('td[data-cell] input').first().click()
  const timed: Timed[] = []
  for (let index = 0; index < FIGURES; index += 1) {
    const key = await page.evaluate(() => document.activeElement?.closest('td')?.getAttribute('data-cell') ?? '')
    const figure = String(1000 + ((index * 7 + year) % 9000))
    await page.keyboard.type(figure)
    await page.evaluate(painted)
    await page.evaluate(waitForFigure, { key, figure })
    await page.keyboard.press('Tab')
    timed.push(await page.evaluate(() => Reflect.get(globalThis, '__timed')))
    if (!alone) continue
    await page.keyboard.press('Control+z')
    await page.locator(`td[data-cell="${key}"]:not([data-origin="adjusted"], [data-origin="typed"])`).waitFor()
    await saved(page)
    await focus(page, key)
    await page.keyboard.press('Tab')
  }
  return timed
}

/** Undo may have gone to the cell that it changed. */
function focus(page: Page, key: string): Promise<void> {
  return page
    .locator(`td[data-cell="${key}"] input`)
    .evaluate((field) => (field instanceof HTMLElement ? field.focus() : undefined))
}

/** A clerk's keys come with frames painted between them; the driver's would not. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}

/** Runs in the page: from the next key to the commit after which the report itself holds the figure, and to 已保存. */
function waitForFigure({ key, figure }: { key: string; figure: string }): void {
  const commits: Set<() => void> = Reflect.get(globalThis, '__commits')
  const timed = new Promise<{ screen: number; durable: number }>((resolve, reject) => {
    const late = setTimeout(
      () =>
        reject(
          new Error(`${figure} never came into ${key}: ${document.querySelector(`td[data-cell="${key}"]`)?.outerHTML}`),
        ),
      10_000,
    )
    window.addEventListener(
      'keydown',
      (event) => {
        const began = event.timeStamp
        let screen: number | null = null
        const look = (): void => {
          const now = performance.now()
          const cell = document.querySelector(`td[data-cell="${key}"]`)
          const origin = cell?.getAttribute('data-origin')
          if (
            screen === null &&
            cell?.querySelector('input')?.value === figure &&
            (origin === 'typed' || origin === 'adjusted')
          ) {
            screen = now - began
          }
          const isSaved = document.querySelector('[data-save-state="saved"]') !== null
          if (screen === null || !isSaved || !hasBeenSaving) {
            if (document.querySelector('[data-save-state="saving"]') !== null) hasBeenSaving = true
            return
          }
          commits.delete(look)
          clearTimeout(late)
          resolve({ screen, durable: now - began })
        }
        let hasBeenSaving = false
        commits.add(look)
      },
      { once: true, capture: true },
    )
  })
  Reflect.set(globalThis, '__timed', timed)
}

/** The floor: a key into a field that nobody listens to, until the last handler has had it. */
async function typeIntoNothing(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const field = document.createElement('input')
    field.id = 'nothing'
    document.body.append(field)
    field.focus()
    const taken: number[] = []
    Reflect.set(globalThis, '__nothing', taken)
    field.addEventListener('keydown', (event) => {
      event.stopImmediatePropagation()
      taken.push(performance.now() - event.timeStamp)
    })
  })
  for (let count = 0; count < 120; count += 1) await page.keyboard.press(String(count % 10))
  const taken: number[] = await page.evaluate(() => Reflect.get(globalThis, '__nothing'))
  return taken.slice(20)
}
