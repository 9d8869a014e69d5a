import path from 'node:path'
import { expect } from '@playwright/test'
import {
  addUnits,
  chooseYear,
  closeResults,
  createUnit,
  finalise,
  goTo,
  openFiles,
  saveFromPreview,
  submit,
  typeTable,
  writeReportTexts,
} from '../../build/walk/clerk.ts'
import { pdfWords, textOf } from '../fixtures/pdf-words.ts'
import { expectPrintedTable, printedAs, wordsAfter } from '../fixtures/printed-table.ts'
import { dig, rawGroups, readRawStore } from '../fixtures/raw-store.ts'
import { readFixture } from '../fixtures/read-fixture.ts'
import { test } from '../fixtures/window-test.ts'

const { form, report } = readFixture('huaian-2024')
const { code, name } = report.unit
const totals = new Set(form.totals.map(({ key }) => key))
const texts = {
  narrative: {
    preface: '本报告根据条例编制。',
    overview: '全年工作有序开展。',
    problems: '公开的及时性还要加强。',
    other: '无。',
  },
  presentation: { titles: {}, signOff: { unit: name, date: '2025-01-24' } },
}

test('Huai’an 2024: a city types, finalises and exports; the province imports, sums, finalises and prints', async ({
  folder,
  open,
}) => {
  const file = path.join(folder, '淮安市.ogi')
  const city = await open('city')
  await createUnit(city.page, { name, level: '市（州）', code, parent: '江苏省人民政府' })
  await chooseYear(city.page, 2024)
  for (const table of form.tables) {
    await goTo(city.page, `表${table.numeral}`)
    await typeTable(city.page, table.cells, (key) => {
      const cell = form.key(key)
      return cell === null || totals.has(cell) ? null : String(report.cells[cell])
    })
  }
  await writeReportTexts(city.page, form, texts)
  await finalise(city.page)
  await submit(city.app, city.page, file)
  await city.close()

  const { app, page } = await open('province')
  await createUnit(page, { name: '江苏省人民政府', level: '省（区、市）', code: '320000000000', parent: '' })
  await chooseYear(page, 2024)
  await addUnits(page, [`${name}\t${code}\t市`])
  expect(await openFiles(app, page, [file])).toBe('已接收1份')
  await closeResults(page)
  await writeReportTexts(page, form, texts)
  await finalise(page)
  const pdf = path.join(folder, 'report.pdf')
  await saveFromPreview(app, page, '另存为 PDF…', pdf)

  const store = await readRawStore(page)
  expect(Object.keys(report.cells)).toHaveLength(200)
  expect(dig(store.packages, [0, 'groups', 'received', 'value', 'report', 'cells'])).toEqual(report.cells)
  const final = rawGroups(store, 'finals', '320000000000|2024')
  expect(dig(final, ['finalised', 'report', 'cells'])).toEqual(report.cells)

  const words = pdfWords(pdf)
  expect(textOf(words).startsWith('江苏省人民政府2024年政府信息公开工作年度报告')).toBe(true)
  let figures = 0
  for (const table of form.tables) {
    const rest = wordsAfter(words, `${table.numeral}、${table.title}`)
    const printed = expectPrintedTable(rest, form, table, printedAs(form, report.cells))
    expect(textOf(rest.slice(printed.read, printed.read + 3))).toMatch(/^[三四五]、/)
    figures += printed.figures
  }
  expect(figures).toBe(200)
})
