import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { createUnit, saved, submit } from '../../build/walk/clerk.ts'
import { unpackSubmission } from '../../shared/package/unpack.ts'
import { entryRecordId, type SealedFields } from '../../shared/records/entry-record.ts'
import { filesWith } from '../fixtures/planted-words.ts'
import { rawGroups, readRawStore } from '../fixtures/raw-store.ts'
import { test } from '../fixtures/window-test.ts'

const code = '420921001000'
const township = { name: '花园镇人民政府', level: '乡镇（街道）', code, parent: '' } as const
const record = entryRecordId({ unit: code, register: 'requests', entry: 'planted' })

const person = {
  name: '司徒砚秋',
  idNumber: '420921198003071938',
  phone: '13971284605',
  subject: '青石桥村欧阳鹤年户宅基地审批表',
}
const planted = Object.values(person)
/** Not personal: that it is found shows that the search finds. */
const markers = ['县政务平台来件第七七四一号', 'PLATFORM-7741']

/** Seals the person and records a request with the sealed data, through the window's own calls. */
async function registerRequest(page: Page): Promise<SealedFields> {
  return page.evaluate(
    async ({ text, unit, record, markers }) => {
      const sealed = await window.desktop.seal(text)
      if (!sealed.ok) throw new Error(sealed.problem.code)
      const change = (group: string, value: Record<string, string>) =>
        ({ entity: 'entry', record, group, value, previous: null }) as const
      const appended = await window.desktop.append({
        action: 'add-entry',
        author: '',
        unit,
        year: 2025,
        changes: [
          change('main', { arrived: '2025-03-05', way: 'inPerson', applicant: 'person' }),
          change('number', { platformNumber: markers.join(' ') }),
          change('personal', { ...sealed.value }),
        ],
      })
      if (!appended.ok) throw new Error(appended.problem.code)
      return sealed.value
    },
    { text: JSON.stringify(person), unit: code, record, markers },
  )
}

const unsealed = (page: Page, sealed: SealedFields) => page.evaluate((one) => window.desktop.unseal([one]), sealed)

const openSettings = async (page: Page) => {
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('menuitem', { name: /单位资料/ }).click()
  return page.getByRole('region', { name: '申请人信息的保管' })
}

test('personal data lies in clear in no file of the profile and in no submission', async ({ open, folder }) => {
  const profile = path.join(folder, 'township')
  const first = await open('township')
  await createUnit(first.page, township)
  const sealed = await registerRequest(first.page)
  // The store takes what the journal has and it has not.
  await first.page.reload()
  await saved(first.page)
  expect(rawGroups(await readRawStore(first.page), 'entries', record)).toMatchObject({ personal: sealed })
  const file = path.join(folder, '报送.ogi')
  await submit(first.app, first.page, file)
  // Refused with personal data in hand: neither the log nor the message may hold it.
  const refused = await first.page.evaluate(
    (text) => window.desktop.restoreKeyring(text).then(JSON.stringify),
    `${person.name}${person.idNumber}`,
  )
  expect(refused).toContain('code-mistyped')
  expect(refused).not.toContain(person.name)
  const tooLong = await first.page.evaluate(
    (text) => window.desktop.seal(text.repeat(20_000)).then(JSON.stringify, String),
    person.subject,
  )
  expect(tooLong).toContain('arguments not accepted')
  expect(tooLong).not.toContain(person.subject)
  expect(await unsealed(first.page, sealed)).toEqual({ ok: true, value: [JSON.stringify(person)] })
  await first.close()

  expect(filesWith(profile, planted)).toEqual([])
  const withMarker = filesWith(profile, markers).map((line) => line.replace(/: .*$/, ''))
  for (const place of [/^journal/, /IndexedDB/]) {
    expect(
      withMarker.filter((name) => place.test(name)),
      String(place),
    ).not.toEqual([])
  }
  const bytes = readFileSync(file)
  const submission = unpackSubmission(bytes)
  expect(submission.ok).toBe(true)
  const content = JSON.stringify(submission)
  expect(content).toContain(township.name)
  for (const word of [...planted, ...markers]) expect(content).not.toContain(word)

  const second = await open('township')
  expect(await unsealed(second.page, sealed)).toEqual({ ok: true, value: [JSON.stringify(person)] })
  expect(await second.page.evaluate((id) => window.desktop.dropKeys([id]), sealed.keyId)).toEqual({
    ok: true,
    value: null,
  })
  expect(await unsealed(second.page, sealed)).toEqual({ ok: true, value: [null] })
  await second.close()
  expect(filesWith(profile, [...planted, sealed.keyId]).filter((line) => line.startsWith('keyring'))).toEqual([])
  // The search itself: in clear it would have been found.
  appendFileSync(path.join(profile, 'logs/app.log'), person.subject)
  expect(filesWith(profile, planted)).toEqual([`${path.join('logs', 'app.log')}: ${person.subject}`])
})

test('the recovery code is made in the settings and is on screen only once', async ({ open, folder }) => {
  const { page } = await open('township')
  await createUnit(page, township)
  const section = await openSettings(page)
  await expect(section).toContainText(/加密保存|加了密/)
  await expect(section).toContainText('恢复码：还没有生成。')
  await section.getByRole('button', { name: '生成恢复码…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '生成恢复码' }).click()
  const shown = (await dialog.getByLabel('恢复码', { exact: true }).textContent()) ?? ''
  expect(shown).toMatch(/^([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}$/)
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('button', { name: '完成' })).toBeDisabled()
  await dialog.getByLabel('已经打印好或抄好了').check()
  await dialog.getByRole('button', { name: '完成' }).click()
  await expect(dialog).toBeHidden()
  await expect(section).toContainText('恢复码：已经生成')
  expect(await page.evaluate((text) => window.desktop.restoreKeyring(text), shown)).toEqual({ ok: true, value: null })
  expect(filesWith(path.join(folder, 'township'), [shown, shown.replaceAll('-', '')])).toEqual([])
})

test('a damaged file of keys is put aside and said, and the clerk can go on', async ({ open, folder }) => {
  const first = await open('township')
  await createUnit(first.page, township)
  const sealed = await registerRequest(first.page)
  await first.close()
  const file = path.join(folder, 'township/keyring.json')
  const whole = readFileSync(file, 'utf8')
  writeFileSync(file, whole.slice(0, -20))

  const { page } = await open('township')
  expect(await unsealed(page, sealed)).toMatchObject({ ok: false, problem: { code: 'keyring-damaged' } })
  const section = await openSettings(page)
  await expect(section.getByRole('alert')).toContainText('密钥文件坏了')
  await section.getByRole('button', { name: '生成恢复码…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '生成恢复码' }).click()
  await page.getByLabel('已经打印好或抄好了').check()
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).click()
  await expect(section.getByRole('alert')).toBeHidden()
  const again = await page.evaluate(() => window.desktop.seal('{}'))
  expect(again).toMatchObject({ ok: true })
})
