import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { answerSave, createUnit, goTo } from '../../build/walk/clerk.ts'
import { pdfWords } from '../fixtures/pdf-words.ts'
import { test } from '../fixtures/window-test.ts'

const township = { name: '花园镇人民政府', level: '乡镇（街道）', code: '420921001000', parent: '' } as const

test('a request gets its receipt as PDF and Word, and Escape leads back to the request', async ({ open, folder }) => {
  const { app, page } = await open('甲')
  await createUnit(page, township)
  await goTo(page, '依申请公开')
  await page.keyboard.press('Control+n')
  await page.getByLabel('来件日期').fill('2026-9-21')
  await page.locator('[data-field="way"]').focus()
  await page.getByLabel('方式').first().selectOption('inPerson')
  await page.locator('[data-field="subject"]').fill('饮水工程的合同')
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: '登记回执…' }).click()
  const letter = page.getByRole('dialog', { name: '登记回执' })
  await letter.locator('canvas[data-drawn]').first().waitFor({ timeout: 60_000 })
  await expect(letter.getByText('未填：')).toContainText('申请人姓名或名称')
  // The keyboard is where the clerk goes on, and on a small screen nothing that is pressed is out of sight.
  const address = letter.getByLabel('本单位联系地址')
  await expect(address).toBeFocused()
  await page.setViewportSize({ width: 1093, height: 614 })
  for (const name of ['打印…', '另存为 Word…', '另存为 PDF…']) {
    await expect(letter.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
  }
  await address.fill('花园镇和平路1号')

  const word = path.join(folder, '回执.docx')
  await answerSave(app, word)
  await letter.getByRole('button', { name: '另存为 Word…' }).click()
  await letter.getByText(`已保存到：${word}`).waitFor()
  const document = strFromU8(unzipSync(readFileSync(word))['word/document.xml'] ?? new Uint8Array())
  expect(document).toContain('申请公开的内容：饮水工程的合同。')
  expect(document).toContain('最迟于2026年10月26日')
  expect(document).toContain('________：')

  const pdf = path.join(folder, '回执.pdf')
  await answerSave(app, pdf)
  await letter.getByRole('button', { name: '另存为 PDF…' }).click()
  await letter.getByText(`已保存到：${pdf}`).waitFor()
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  // GB/T 9704: the date four characters of 15.75 pt from the right margin of 26 mm, the unit centred over it.
  const words = pdfWords(pdf)
  const lineOf = (end: string) => {
    const top = words.findLast(({ text }) => text.endsWith(end))?.top ?? Number.NaN
    const line = words.filter((word) => Math.abs(word.top - top) < 2)
    return { left: Math.min(...line.map(({ left }) => left)), right: Math.max(...line.map(({ right }) => right)) }
  }
  const [unit, date] = [lineOf(township.name), lineOf('日')]
  expect(Math.abs(date.right - ((210 - 26) * 72) / 25.4 + 4 * 15.75)).toBeLessThan(2)
  expect(Math.abs(unit.left + unit.right - date.left - date.right)).toBeLessThan(3)
  // Nothing is torn: the phone and the address stand whole, and the letter is one page.
  expect(new Set(words.map(({ page: of }) => of))).toEqual(new Set([1]))

  // Another day under it.
  await letter.getByLabel('落款日期').fill('2026-9-22')
  const dated = path.join(folder, '改期.docx')
  await answerSave(app, dated)
  await letter.getByRole('button', { name: '另存为 Word…' }).click()
  await letter.getByText(`已保存到：${dated}`).waitFor()
  expect(strFromU8(unzipSync(readFileSync(dated))['word/document.xml'] ?? new Uint8Array())).toContain(
    '2026年9月22日</w:t>',
  )

  await page.keyboard.press('Escape')
  await expect(letter).toBeHidden()
  await expect(page.getByRole('button', { name: '登记回执…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(letter.getByRole('button', { name: '打印…' })).toBeFocused()
  await page.keyboard.press('Escape')

  // The longest of them: four fields, and what is missing.
  await page.getByRole('button', { name: '答复', exact: true }).click()
  await page.getByRole('region', { name: '答复' }).getByLabel('办理结果').selectOption({ index: 1 })
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '答复书…' }).press('Enter')
  const answer = page.getByRole('dialog', { name: '答复书' })
  await expect(answer.getByLabel('公开的内容，或者附件的名称')).toBeFocused()
  await expect(answer.getByText('未填：')).toBeInViewport({ ratio: 1 })
  for (const name of ['打印…', '另存为 PDF…']) {
    await expect(answer.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
  }
})
