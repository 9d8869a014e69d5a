import type { Page } from '@playwright/test'
import { chooseYear, goTo } from '../../build/walk/clerk.ts'
import { type Figure, plain } from './figure.ts'
import { deskYear } from './made-desk.ts'
import { openWindow, untilUsable } from './window.ts'

const VISITS = 5

/** The list of a desk's units: how long until it stands there, and the longest frame while it is scrolled through. */
export async function desk(folder: string, suffix = ''): Promise<Figure[]> {
  const { app, page } = await openWindow(folder)
  await untilUsable(page)
  await chooseYear(page, deskYear)
  const painted: number[] = []
  const frames: number[] = []
  for (let visit = 0; visit < VISITS; visit += 1) {
    await goTo(page, '今天')
    painted.push(await timeToPaint(page))
    frames.push(Math.max(...(await scrollThrough(page))))
  }
  await app.close()
  return [
    plain(`desk${suffix}`, Math.max(...painted), 'ms', 300),
    plain(`desk-scroll${suffix}`, Math.max(...frames), 'ms', 50),
  ]
}

/** From the click that opens the list to the frame after the one that draws its rows. */
function timeToPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const places = [...document.querySelectorAll<HTMLButtonElement>('nav button')]
        const place = places.find(({ textContent }) => textContent === '各单位报送')
        if (place === undefined) return reject(new Error('no desk'))
        const began = performance.now()
        const look = (): void => {
          if (document.querySelector('[data-unit]') === null) requestAnimationFrame(look)
          else requestAnimationFrame(() => resolve(performance.now() - began))
        }
        place.click()
        requestAnimationFrame(look)
      }),
  )
}

/** Milliseconds of each frame while the wheel turns fast. */
function scrollThrough(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const list = document.querySelector('.desk-list')
        if (list === null) return reject(new Error('no list'))
        const frames: number[] = []
        let last = performance.now()
        const turn = (): void => {
          const now = performance.now()
          frames.push(now - last)
          last = now
          list.scrollTop += 120
          if (frames.length < 150) requestAnimationFrame(turn)
          else resolve(frames.slice(1))
        }
        requestAnimationFrame(turn)
      }),
  )
}
