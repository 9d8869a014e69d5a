import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { indexedDbFolder } from '../../build/host/launch.ts'
import { cellOf, createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import { test } from '../fixtures/window-test.ts'

test.use({ chromium: 'own' })

const township = { name: '花园镇人民政府', level: '乡镇（街道）', code: '420921001000', parent: '' } as const
const cell = 'requests.received.person'

const figure = (page: Page) => cellOf(page, cell).locator('input')

async function type(page: Page, text: string): Promise<void> {
  await goTo(page, '三、依申请公开')
  await cellOf(page, cell).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
  await saved(page)
}

test('a store and a journal that went apart: both values stand until one is chosen, and undo brings both back', async ({
  folder,
  open,
}) => {
  const userData = path.join(folder, 'township')
  const [journal, database] = [path.join(userData, 'journal'), indexedDbFolder(userData)]
  const [older, newer] = [path.join(folder, 'older-journal'), path.join(folder, 'newer-store')]
  const first = await open('township')
  await createUnit(first.page, township)
  await first.close()
  cpSync(journal, older, { recursive: true })
  const second = await open('township')
  await type(second.page, '16')
  await second.close()
  cpSync(database, newer, { recursive: true })
  for (const lost of [journal, database]) rmSync(lost, { recursive: true })
  cpSync(older, journal, { recursive: true })
  const third = await open('township')
  await type(third.page, '18')
  await third.close()
  rmSync(database, { recursive: true })
  cpSync(newer, database, { recursive: true })

  const { page } = await open('township')
  await expect(page.getByRole('alert').first()).toContainText('其中1处两份填得不一样，两个都保留')
  const notice = page.getByRole('alert', { name: '两份填得不一样' })
  await notice.getByRole('button', { name: '查看有哪几处' }).click()
  const places = page.getByRole('dialog', { name: '两份填得不一样' }).getByRole('region')
  await expect(places).toHaveCount(1)
  await expect(places).toContainText('年表三')
  for (const value of ['16', '18']) await expect(places.getByText(new RegExp(`^${value}（`))).toBeVisible()
  await places.getByText(/^16（/).locator('xpath=..').getByRole('button', { name: '用这个' }).click()
  await expect(notice).toHaveCount(0)
  await goTo(page, '三、依申请公开')
  await expect(figure(page)).toHaveValue('16')

  await page.keyboard.press('Control+z')
  await expect(notice).toContainText('有1处')
  await expect(figure(page)).toHaveValue('18')
})
