import path from 'node:path'
import type { Page } from '@playwright/test'
import { type App, launchApp } from '../../build/host/launch.ts'

export interface BenchWindow {
  readonly app: App
  readonly page: Page
}

/** The program over a data folder, or that of another `root`. */
export async function openWindow(folder: string, root?: string): Promise<BenchWindow> {
  const args = [`--user-data-dir=${path.resolve(folder)}`]
  const app = await launchApp({ args, timeout: 120_000, ...(root === undefined ? {} : { root }) })
  const page = await app.firstWindow()
  page.on('dialog', () => {})
  await page.setViewportSize({ width: 1366, height: 768 })
  return { app, page }
}

/** 切换单位 stands in the head of every screen once a unit is worked on. */
export function untilUsable(page: Page): Promise<void> {
  return page.getByRole('button', { name: '切换单位' }).waitFor({ timeout: 600_000 })
}
