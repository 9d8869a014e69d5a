import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { addUnits, closeResults, createUnit, goTo } from '../../build/walk/clerk.ts'
import { sha256Hex } from '../../shared/values/sha256.ts'
import { submissionBytes } from '../fixtures/submission-bytes.ts'
import { test } from '../fixtures/window-test.ts'

test.use({ chromium: 'own' })

test('a received file that was never taken in is offered; one that is damaged is said, and its figures stay', async ({
  folder,
  open,
}) => {
  const received = path.join(folder, 'county', 'received')
  const first = await open('county')
  await createUnit(first.page, { name: '孝昌县', level: '县（市、区）', code: '420921000000', parent: '' })
  await addUnits(first.page, ['花园镇人民政府\t420921001000'])
  await first.close()
  const bytes = await submissionBytes({ code: '420921001000', year: 2026, cells: { 'requests.received.person': 4 } })
  const file = path.join(received, `${sha256Hex(bytes)}.ogi`)
  mkdirSync(received, { recursive: true })
  writeFileSync(file, bytes)

  const second = await open('county')
  const offered = second.page.getByRole('alert', { name: '收到的文件' })
  await expect(offered).toContainText('有1份未接收')
  await offered.getByRole('button', { name: '列出文件' }).click()
  await expect(second.page.getByRole('list', { name: '打开的结果' })).toContainText('已接收')
  await closeResults(second.page)
  await expect(offered).toHaveCount(0)
  await second.close()

  writeFileSync(file, 'damaged')
  const third = await open('county')
  const said = third.page.getByRole('alert', { name: '收到的文件' })
  await expect(said).toContainText('有1份原件缺失或损坏')
  expect(readdirSync(received)).toEqual([])
  await goTo(third.page, '各单位报送')
  await expect(third.page.locator('main')).toContainText('花园镇人民政府')
})
