import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import { plantRequests } from '../fixtures/plant-requests.ts'
import { test } from '../fixtures/window-test.ts'

test.use({ chromium: 'own' })

const code = '420921001000'
const township = { name: '花园镇人民政府', level: '乡镇（街道）', code, parent: '' } as const
const person = { name: '司徒砚秋', subject: '青石桥村宅基地审批表' }
const fields = {
  main: { arrived: '2025-03-05', way: 'inPerson', applicant: 'person' },
  number: { number: '2025-001' },
}
const account = ['keyring.json', 'keyring-copy.json']

/** A request with a person, a printed recovery code, and the program closed. */
async function withCode(page: Page): Promise<string> {
  await createUnit(page, township)
  await plantRequests(page, code, [{ entry: 'planted', fields, person }])
  const made = await page.evaluate(() => window.desktop.makeRecoveryCode())
  if (!made.ok) throw new Error(made.problem.code)
  return made.value.code
}

const said = (page: Page) => page.getByRole('alert', { name: '申请人信息打不开' })

async function showNames(page: Page): Promise<void> {
  await goTo(page, '依申请公开')
  const shown = page.getByRole('switch', { name: '显示申请人' })
  if (!(await shown.isChecked())) await shown.press('Space')
}

const losses = [
  ['removed', (file: string) => rmSync(file), '缺失'],
  ['zeroed', (file: string) => writeFileSync(file, Buffer.alloc(readFileSync(file).length)), '已损坏'],
] as const

for (const [what, lose, words] of losses) {
  test(`both copies of the keys ${what}: said at start, nothing is sealed, the recovery code brings the names back`, async ({
    open,
    folder,
  }) => {
    const profile = path.join(folder, 'township')
    const first = await open('township')
    const recovery = await withCode(first.page)
    await first.close()
    for (const name of account) lose(path.join(profile, name))

    const { page, close } = await open('township')
    await expect(said(page)).toContainText(words)
    await expect(said(page)).toContainText(/解锁文件编号是[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/)
    await showNames(page)
    const entry = page.locator('[data-entry]')
    await expect(entry).not.toContainText(person.name)
    // Typed all the same: refused with words, and no new keyring comes of it.
    await page.keyboard.press('Control+n')
    for (const text of ['2025-03-06', '1', '1']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    }
    await page.keyboard.type('另一件')
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('status').filter({ hasText: '新登记的也不能保存' })).toBeVisible()
    expect(readdirSync(profile).filter((name) => name.startsWith('keyring'))).toEqual(
      what === 'removed' ? [] : account.toSorted(),
    )

    await said(page).getByLabel('恢复码').fill('2222-2222-2222-2222-2222-2222')
    await said(page).getByRole('button', { name: '用恢复码解锁' }).click()
    await expect(said(page)).toContainText('不能打开本机的资料')
    await said(page).getByLabel('恢复码').fill(recovery.toLowerCase())
    await said(page).getByRole('button', { name: '用恢复码解锁' }).click()
    await expect(said(page)).toBeHidden()
    await showNames(page)
    await expect(entry.filter({ hasText: '2025-001' })).toContainText(person.name)
    await close()

    const second = await open('township')
    await showNames(second.page)
    await expect(second.page.locator('[data-entry]').filter({ hasText: '2025-001' })).toContainText(person.name)
    await expect(said(second.page)).toBeHidden()
  })
}

test('one copy of the keys damaged: nothing is lost, and nothing is said', async ({ open, folder }) => {
  const profile = path.join(folder, 'township')
  const first = await open('township')
  await withCode(first.page)
  await first.close()
  const file = path.join(profile, 'keyring.json')
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, -20))

  const { page } = await open('township')
  await showNames(page)
  await expect(page.locator('[data-entry]')).toContainText(person.name)
  await expect(said(page)).toBeHidden()
  expect(readFileSync(file)).toEqual(readFileSync(path.join(profile, 'keyring-copy.json')))
  expect(readdirSync(profile).filter((name) => name.startsWith('keyring-damaged-'))).toHaveLength(1)
})

test('keys that nothing opens are given up by a person, and the old file still brings the names back', async ({
  open,
  folder,
}) => {
  const profile = path.join(folder, 'township')
  const first = await open('township')
  await withCode(first.page)
  await first.close()
  const kept = path.join(folder, 'kept.json')
  copyFileSync(path.join(profile, 'keyring.json'), kept)
  for (const name of [...account, 'journal/keyring-recovery.json']) rmSync(path.join(profile, name))

  const second = await open('township')
  const { page } = second
  await expect(said(page)).toContainText('请从以前复制的数据文件夹里找到完好的解锁文件')
  await expect(said(page).getByLabel('恢复码')).toBeHidden()
  await said(page).getByRole('button', { name: '放弃旧的解锁文件…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: '放弃旧的解锁文件' })).toBeDisabled()
  await page.keyboard.type('放弃')
  await page.keyboard.press('Enter')
  await expect(said(page)).toBeHidden()
  await showNames(page)
  await expect(
    page
      .locator('[data-entry]')
      .getByTitle(/^不能显示：现在的解锁文件打不开/)
      .first(),
  ).toBeVisible()
  const sealed = await page.evaluate(() => window.desktop.seal('{"name":"新人"}', 'requests|new'))
  expect(sealed.ok).toBe(true)
  await saved(page)
  await second.close()

  copyFileSync(kept, path.join(profile, 'keyring.json'))
  const third = await open('township')
  await showNames(third.page)
  await expect(third.page.locator('[data-entry]')).toContainText(person.name)
})

test('a person is erased out of damaged keys too, or the file that could not be reached is named', async ({
  open,
  folder,
}) => {
  const profile = path.join(folder, 'township')
  const first = await open('township')
  await withCode(first.page)
  await first.close()
  // The id of the key itself is damaged: nobody can say any more which key it is.
  const file = path.join(profile, 'keyring.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/("keys":\[\["....-....\.)../, '$1'))

  const { page } = await open('township')
  await showNames(page)
  await page.locator('[data-entry]').filter({ hasText: person.name }).click()
  await page.getByRole('button', { name: /编号、承办单位/ }).click()
  await page.getByRole('button', { name: '删除个人信息…' }).press('Enter')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('2025-001')
  await page.keyboard.press('Enter')
  const said = page.getByRole('status').filter({ hasText: '个人信息已删除。这一件的其他内容都在' })
  await expect(said).toContainText(/keyring-damaged-\d+\.json”是以前损坏后另存/)
  await expect(said).toContainText('不能保证全部删除')
})
