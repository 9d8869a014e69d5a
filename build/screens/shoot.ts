import path from 'node:path'
import type { Page } from '@playwright/test'
import { projectRoot } from '../host/command.ts'

export const screensFolder = path.join(projectRoot, 'docs/screens')

const sizes = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
]

/** Takes a picture of what the window shows, in both sizes. */
export type Shoot = (name: string) => Promise<void>

export function shooterOf(page: Page): Shoot {
  return async (name) => {
    for (const size of sizes) {
      await page.setViewportSize(size)
      // Two frames: sticky heads and the table's own height follow the window.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      await page.screenshot({ path: path.join(screensFolder, `${name}-${size.width}.png`) })
    }
    console.log(name)
  }
}
