import { appendFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { createUnit, goTo, saved, submit } from '../../build/walk/clerk.ts'
import {
  type EntryId,
  entryIdOf,
  entryRecordId,
  type SealedFields,
  sealedFields,
  sealedRecord,
} from '../../shared/model/entry/entry-record.ts'
import { z } from '../../shared/values/parse.ts'
import { filesWith } from '../fixtures/planted-words.ts'
import { type RawStore, rawGroups, readRawStore } from '../fixtures/raw-store.ts'
import { openedSubmission } from '../fixtures/submission-bytes.ts'
import { test } from '../fixtures/window-test.ts'

test.use({ chromium: 'own' })

const code = '420921001000'
const township = { name: '花园镇人民政府', level: '乡镇（街道）', code, parent: '' } as const
const id = { unit: code, register: 'requests', entry: 'planted' }
const record = entryRecordId(id)

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
    async ({ text, unit, record, sealedFor, markers }) => {
      const sealed = await window.desktop.seal(text, sealedFor)
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
    { text: JSON.stringify(person), unit: code, record, sealedFor: sealedRecord(id), markers },
  )
}

/** Of the planted request unless told otherwise. */
const unsealed = (page: Page, sealed: SealedFields, of: EntryId = id) =>
  page.evaluate((one) => window.desktop.unseal([one]), { record: sealedRecord(of), sealed })
const opens = (text: unknown) => ({ ok: true, value: [{ text }] })
const erased = { ok: true, value: [{ text: null, why: 'erased' }] }

/** What is sealed of the only entry that has something sealed, and which entry that is. */
function sealedIn(store: RawStore): readonly [SealedFields, EntryId] {
  const found = (store.entries ?? []).flatMap((row) => {
    const parsed = z
      .looseObject({ id: z.string(), groups: z.looseObject({ personal: z.object({ value: sealedFields }) }) })
      .safeParse(row)
    return parsed.success ? [[parsed.data.groups.personal.value, entryIdOf(parsed.data.id)] as const] : []
  })
  const [only] = found
  if (only === undefined || found.length > 1) throw new Error(`${found.length} entries with a person`)
  return only
}

const keyringCopies = ['keyring.json', 'keyring-copy.json', 'journal/keyring-recovery.json']

/** The copies of the keyring that still hold the key of what is sealed. */
const keysLeft = (profile: string, { keyId }: SealedFields): string[] =>
  keyringCopies.filter((name) => {
    const { keyring } = JSON.parse(readFileSync(path.join(profile, name), 'utf8'))
    return new Map(keyring.keys).has(keyId)
  })

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
    (text) => window.desktop.seal(text.repeat(20_000), 'requests|x').then(JSON.stringify, String),
    person.subject,
  )
  expect(tooLong).toContain('arguments not accepted')
  expect(tooLong).not.toContain(person.subject)
  expect(await unsealed(first.page, sealed)).toEqual(opens(JSON.stringify(person)))
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
  const submission = await openedSubmission(bytes)
  const content = JSON.stringify(submission)
  expect(content).toContain(township.name)
  for (const word of [...planted, ...markers]) expect(content).not.toContain(word)

  const second = await open('township')
  expect(await unsealed(second.page, sealed)).toEqual(opens(JSON.stringify(person)))
  expect(await second.page.evaluate((id) => window.desktop.dropKeys([id]), sealed.keyId)).toEqual({
    ok: true,
    value: { unreached: [] },
  })
  expect(await unsealed(second.page, sealed)).toEqual(erased)
  await second.close()
  expect(keysLeft(profile, sealed)).toEqual([])
  // The search itself: in clear it would have been found.
  appendFileSync(path.join(profile, 'logs/app.log'), person.subject)
  expect(filesWith(profile, planted)).toEqual([`${path.join('logs', 'app.log')}: ${person.subject}`])
})

const typed = {
  subject: '白鹭湾村皇甫玉竹户征地补偿发放表',
  name: '皇甫玉竹',
  idNumber: '42092119850712402X',
  phone: '15871396620',
  email: 'yuzhu.huangfu@example.org',
  address: '孝昌县白鹭湾村三组十七号',
}
const labels = {
  name: '申请人姓名或名称',
  idNumber: '证件号码',
  phone: '联系电话',
  email: '电子邮箱',
  address: '通信地址',
}
/** Typed into a stage that was never finished. */
const halfTyped = '致端木槐安的告知书'
/** What a case is about, which names people too. */
const dispute = '澹台静宜不服白鹭湾村补偿决定'
const words = [...Object.values(typed), halfTyped, dispute]

test('what is typed into the screens lies in clear nowhere, half typed, left or erased', async ({ open, folder }) => {
  const profile = path.join(folder, 'township')
  const first = await open('township')
  const { page } = first
  /** The disk as it is now, and what the window itself keeps. */
  const nowhere = async (when: string) => {
    expect(filesWith(profile, words), when).toEqual([])
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    const content = kept + JSON.stringify(await readRawStore(page))
    for (const word of words) expect(content, when).not.toContain(word)
  }
  await createUnit(page, township)
  await page.keyboard.press('Control+n')
  for (const text of ['2025-03-05', '1', '1']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type(typed.subject)
  await nowhere('while what is asked for is typed')
  // Nobody pressed anything: the pause recorded it.
  await expect.poll(() => filesWith(profile, ['2025-03-05']), { timeout: 15_000 }).not.toEqual([])
  await saved(page)
  await nowhere('after the pause')
  await page.getByRole('button', { name: /编号、承办单位/ }).click()
  const organ = page.getByRole('combobox', { name: '承办单位' })
  await organ.fill('党政办')
  for (const key of ['name', 'idNumber', 'phone', 'email', 'address'] as const) {
    await page.getByRole('combobox', { name: labels[key] }).click()
    await page.keyboard.type(typed[key])
  }
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: '以后再说' }).click()
  await saved(page)
  await nowhere('after the person')
  await page.getByRole('button', { name: '答复', exact: true }).click()
  await page.getByRole('region', { name: '答复' }).getByLabel('文号').click()
  await page.keyboard.type(halfTyped)
  await goTo(page, '依申请公开')
  await page.getByRole('switch', { name: '显示申请人' }).press('Space')
  await expect(page.locator('[data-entry]')).toContainText(typed.name)
  await page.keyboard.press('Control+f')
  await page.keyboard.type(typed.name)
  await expect(page.getByRole('status', { name: '件数' })).toHaveText('共1件')
  await page.keyboard.press('Escape')
  // What was typed before is offered again, but no person is.
  await page.keyboard.press('Control+n')
  await page.getByRole('button', { name: /编号、承办单位/ }).click()
  await organ.click()
  await page.keyboard.type('党政')
  await expect(page.getByRole('option', { name: '党政办' })).toBeVisible()
  await organ.fill('')
  const name = page.getByRole('combobox', { name: labels.name })
  await name.click()
  await page.keyboard.type('皇甫')
  await expect(name).toHaveValue('皇甫')
  await expect(page.getByRole('option').filter({ hasText: '皇甫' })).toHaveCount(0)
  await name.fill('')
  const file = path.join(folder, '报送.ogi')
  await submit(first.app, page, file)
  const submission = JSON.stringify(await openedSubmission(readFileSync(file)))
  expect(submission).toContain(township.name)
  for (const word of words) expect(submission).not.toContain(word)
  await nowhere('after search and submission')
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('stage-draft|')
  const store = await readRawStore(page)
  const [sealed, request] = sealedIn(store)
  expect(await unsealed(page, sealed, request)).toEqual(opens(expect.stringContaining(typed.name)))
  expect(keysLeft(profile, sealed)).toEqual(keyringCopies)
  await goTo(page, '台账和节假日安排')
  await page.getByRole('button', { name: /^行政复议和行政诉讼/ }).click()
  await page.keyboard.press('Control+n')
  await page.getByRole('combobox', { name: '案号' }).fill('孝政复〔2025〕3号')
  await page.getByRole('textbox', { name: '说明' }).click()
  await page.keyboard.type(dispute)
  await nowhere('while a case is described')
  await page.keyboard.press('Control+s')
  await saved(page)
  await nowhere('after the case')
  await first.close()
  expect(filesWith(profile, words)).toEqual([])

  const second = await open('township')
  const entry = second.page.locator('[data-entry]').filter({ hasText: '2025-001' })
  await goTo(second.page, '依申请公开')
  await entry.click()
  await expect(second.page.getByRole('region', { name: '答复' }).getByLabel('文号')).toHaveValue(halfTyped)
  await second.page.getByRole('button', { name: /编号、承办单位/ }).click()
  await second.page.getByRole('button', { name: '删除个人信息…' }).press('Enter')
  const dialog = second.page.getByRole('dialog')
  await expect(dialog).toContainText('这一件照常计入年报')
  await expect(dialog.getByRole('button', { name: '删除个人信息' })).toBeDisabled()
  await second.page.keyboard.type('2025-001')
  await second.page.keyboard.press('Enter')
  await expect(second.page.getByText('个人信息已删除。这一件的其他内容都在')).toBeVisible()
  await expect(second.page.getByText(/^个人信息已删除（/)).toHaveCount(2)
  await expect(second.page.getByRole('button', { name: '删除个人信息…' })).toBeHidden()
  expect(await unsealed(second.page, sealed, request)).toEqual(erased)
  expect(await second.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('stage-draft|')
  for (let i = 0; i < 6; i += 1) await second.page.keyboard.press('Control+z')
  await goTo(second.page, '依申请公开')
  await expect(entry).toContainText('个人信息已删除')
  // The case: masked until asked for, found by its words, and erased like a person.
  await goTo(second.page, '台账和节假日安排')
  await second.page.getByRole('button', { name: /^行政复议和行政诉讼/ }).click()
  await second.page.keyboard.press('Control+f')
  await second.page.keyboard.type('静宜')
  await expect(second.page.getByRole('status', { name: '件数' })).toHaveText('共1件')
  await second.page.locator('[data-entry]').click()
  await expect(second.page.getByText('说明：***')).toBeVisible()
  await expect(second.page.getByRole('main')).not.toContainText(dispute)
  await second.page.getByRole('button', { name: '显示', exact: true }).press('Enter')
  await expect(second.page.getByRole('textbox', { name: '说明' })).toHaveValue(dispute)
  const [sealedCase, ofCase] = sealedIn(await readRawStore(second.page))
  await second.page.getByRole('button', { name: '删除个人信息…' }).press('Enter')
  await expect(dialog).toContainText('“说明”和“表格里没对上的内容”删除后不能查看')
  await second.page.keyboard.type('删除')
  await second.page.keyboard.press('Enter')
  await expect(second.page.getByText(/^个人信息已删除（/)).toBeVisible()
  expect(await unsealed(second.page, sealedCase, ofCase)).toEqual(erased)
  await second.close()
  // What is left sealed in journal and store opens for nobody: the key is in no file.
  expect(keysLeft(profile, sealed)).toEqual([])
  expect(filesWith(profile, words)).toEqual([])
})

test('what an earlier program wrote of a case in clear is shown, and sealed with the next edit', async ({ open }) => {
  const { page } = await open('township')
  await createUnit(page, township)
  const earlier = entryRecordId({ unit: code, register: 'disputes', entry: 'earlier' })
  await page.evaluate(
    async ([unit, record, about]) => {
      const change = (group: string, value: Record<string, string>) =>
        ({ entity: 'entry', record, group, value, previous: null }) as const
      const changes = [change('main', { kind: 'review', filed: '2025-03-05' }), change('text', { about })]
      const done = await window.desktop.append({ action: 'add-entry', author: '', unit, year: 2025, changes })
      if (!done.ok) throw new Error(done.problem.code)
    },
    [code, earlier, dispute] as const,
  )
  await page.reload()
  await saved(page)
  await goTo(page, '台账和节假日安排')
  await page.getByRole('button', { name: /^行政复议和行政诉讼/ }).click()
  await page.locator('[data-entry]').click()
  await expect(page.getByRole('textbox', { name: '说明' })).toHaveValue(dispute)
  await page.getByRole('combobox', { name: '案号' }).fill('孝政复〔2025〕3号')
  await page.keyboard.press('Control+s')
  await saved(page)
  await expect.poll(async () => rawGroups(await readRawStore(page), 'entries', earlier)).toMatchObject({ text: null })
  await expect(page.getByRole('textbox', { name: '说明' })).toHaveValue(dispute)
  await expect(page.getByRole('button', { name: '生成恢复码…' })).toBeVisible()
  const [sealed, ofCase] = sealedIn(await readRawStore(page))
  expect(await unsealed(page, sealed, ofCase)).toEqual(opens(JSON.stringify({ about: dispute })))
  expect(await unsealed(page, sealed)).toEqual({ ok: true, value: [{ text: null, why: 'altered' }] })
})

test('the recovery code is made in the settings and is on screen only once', async ({ open, folder }) => {
  const { page } = await open('township')
  await createUnit(page, township)
  const section = await openSettings(page)
  await expect(section).toContainText(/加密保存|已加密/)
  await expect(section).toContainText('恢复码：未生成，请生成并打印。')
  await section.getByRole('button', { name: '生成恢复码…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '生成恢复码' }).click()
  const shown = (await dialog.getByLabel('恢复码', { exact: true }).textContent()) ?? ''
  await expect(dialog).toContainText(/解锁文件编号：[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}。/)
  expect(shown).toMatch(/^([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}$/)
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('button', { name: '完成' })).toBeDisabled()
  await dialog.getByLabel('已打印或抄写').check()
  await dialog.getByRole('button', { name: '完成' }).click()
  await expect(dialog).toBeHidden()
  await expect(section).toContainText('恢复码：已生成')
  expect(await page.evaluate((text) => window.desktop.restoreKeyring(text), shown)).toEqual({ ok: true, value: null })
  expect(filesWith(path.join(folder, 'township'), [shown, shown.replaceAll('-', '')])).toEqual([])
})
