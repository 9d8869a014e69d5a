import type { Page } from '@playwright/test'
import { goTo } from '../../build/walk/clerk.ts'
import { type Figure, median, overFloor, p95, plain } from './figure.ts'
import { openWindow, untilUsable } from './window.ts'

/** Texts that each find some requests and not others; none is the beginning of another. */
const texts = ['花园', '白沙', '王店 2024', 'HB2023', '小河镇', '传真', '平常信函', '周巷', '挂号 2022', '2025-100']

/** 查找 in the list of requests: from the input event to the commit that shows how many were found. */
export async function listFilter(full: SizedFolder, tenth: SizedFolder): Promise<Figure[]> {
  const { first, later } = await findAll(full)
  const small = await findAll(tenth)
  return [
    plain('list-filter', p95(later), 'ms', 50),
    // No faster than the list: ten times as long for ten times as many.
    overFloor('list-filter-first', median(first), median(small.first), 'ms', full.requests / tenth.requests),
  ]
}

interface SizedFolder {
  readonly folder: string
  /** How many requests its list has. */
  readonly requests: number
}

async function findAll({
  folder,
  requests,
}: SizedFolder): Promise<{ readonly first: number[]; readonly later: number[] }> {
  const first: number[] = []
  const later: number[] = []
  for (let run = 0; run < 3; run += 1) {
    const { app, page } = await openWindow(folder)
    await untilUsable(page)
    await goTo(page, '依申请公开')
    await page
      .getByRole('status', { name: '件数' })
      .filter({ hasText: `共${requests}件` })
      .waitFor()
    // As long as it takes to read the list and move the hand to the field.
    await page.waitForTimeout(1000)
    first.push(await find(page, '丰山'))
    for (const text of texts) later.push(await find(page, text))
    await app.close()
  }
  return { first, later }
}

async function find(page: Page, text: string): Promise<number> {
  return page.evaluate(
    ({ text }) =>
      new Promise<number>((resolve, reject) => {
        const field = document.querySelector<HTMLInputElement>('input[aria-label="查找"]')
        const told = document.querySelector('[role="status"][aria-label="件数"]')
        if (field === null || told === null) throw new Error('no list')
        const before = told.textContent
        const late = setTimeout(() => reject(new Error(`${text}: nothing changed from ${before}`)), 30_000)
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
        const observer = new MutationObserver(() => {
          if (told.textContent === before || !/^共 [1-9]/.test(told.textContent ?? '')) return
          observer.disconnect()
          clearTimeout(late)
          resolve(performance.now() - began)
        })
        observer.observe(told, { childList: true, characterData: true, subtree: true })
        set?.call(field, text)
        const began = performance.now()
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }),
    { text },
  )
}
