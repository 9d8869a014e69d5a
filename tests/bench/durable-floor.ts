import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'

/**
 * The least that 已保存 costs: one call of the window's bridge that does nothing, there and back, and a line of a frame's
 * length appended to a file and synced. Milliseconds of each of `times`.
 */
export async function durableFloor(page: Page, times: number): Promise<number[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ogi-floor-'))
  const file = await open(path.join(folder, 'line'), 'a')
  const line = `${'x'.repeat(400)}\n`
  const taken: number[] = []
  for (let count = 0; count < times; count += 1) {
    const call = await page.evaluate(async () => {
      const began = performance.now()
      await window.desktop.stage('x')
      return performance.now() - began
    })
    const began = performance.now()
    await file.write(line)
    await file.sync()
    taken.push(call + performance.now() - began)
  }
  await file.close()
  await rm(folder, { recursive: true })
  return taken
}
