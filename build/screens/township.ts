import path from 'node:path'
import type { Page } from '@playwright/test'
import type { App } from '../host/launched-app.ts'
import { chooseYear, goTo, saved, submit } from '../walk/clerk.ts'
import { registerScreens } from './registers.ts'
import type { Shoot } from './shoot.ts'

/** A township of the sample: its registers, its report with something wrong in it, 报送 and what changed after it. */
export async function townshipScreens(app: App, page: Page, shoot: Shoot, folder: string): Promise<void> {
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('menuitem', { name: /花园镇/ }).click()
  await chooseYear(page, 2020)
  await shoot('20-township-today')
  await registerScreens(app, page, shoot, folder)

  await goTo(page, '三、依申请公开')
  await page.locator('[data-cell="requests.received.person"]').click()
  await shoot('40-derived')
  await submit(app, page, path.join(folder, '花园镇.ogi'))
  await goTo(page, '三、依申请公开')
  await type('requests.received.person', '33')
  await type('requests.unavailable.notHeld.person', '1')
  await type('requests.granted.company', '2件')
  await page.locator('[data-cell="requests.received.person"]').click()
  await shoot('41-typing')
  await goTo(page, '二、主动公开')
  await shoot('42-township-disclosure')
  await goTo(page, '检查')
  await shoot('43-findings')
  await goTo(page, '报送')
  await shoot('44-submitted-and-changed')

  await chooseYear(page, 2026)
  await goTo(page, '今天')
  await page.getByRole('button', { name: '登记申请' }).click()
  await page.getByLabel('来件日期').fill('2026-12-21')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '就是这一天' }).click()
  await page.getByLabel('方式').first().selectOption('inPerson')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await saved(page)
  await page.getByRole('button', { name: '录入2027年节假日安排' }).click()
  await page.getByRole('button', { name: /^勾选法定节假日/ }).click()
  await shoot('45-days-off')

  async function type(key: string, text: string): Promise<void> {
    await page.locator(`[data-cell="${key}"]`).click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
}
