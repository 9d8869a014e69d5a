import path from 'node:path'
import { expect } from '@playwright/test'
import { writeSampleFiles } from '../../build/sample-files.ts'
import {
  addUnits,
  chooseYear,
  closeResults,
  createUnit,
  finalise,
  openFiles,
  saveFromPreview,
  writeReportTexts,
} from '../../build/walk/clerk.ts'
import { sampleCounty } from '../../shared/sample/sample-county.ts'
import { sampleCountyTexts } from '../../shared/sample/sample-texts.ts'
import { pdfWords, textOf } from '../fixtures/pdf-words.ts'
import { expectPrintedTable, printedAs, wordsAfter } from '../fixtures/printed-table.ts'
import { readFixture } from '../fixtures/read-fixture.ts'
import { test } from '../fixtures/window-test.ts'

test('the county’s printed report of 2020 has every label, title and figure, and blanks where they are blank', async ({
  folder,
  open,
}) => {
  const { form, report } = readFixture('xiaochang-2020')
  const { county, units } = sampleCounty()
  const { name } = county.profile
  const texts = sampleCountyTexts(name, 2020)
  const files = await writeSampleFiles(path.join(folder, 'files'), { practice: false, except: [] })
  const { app, page } = await open('county')
  await createUnit(page, { name, level: '县（市、区）', code: county.code, parent: '' })
  await chooseYear(page, 2020)
  await addUnits(
    page,
    units.map((unit) => `${unit.profile.name}\t${unit.code}`),
  )
  await openFiles(app, page, files)
  await closeResults(page)
  await writeReportTexts(page, form, texts)
  await finalise(page)
  const pdf = path.join(folder, 'report.pdf')
  await saveFromPreview(app, page, '另存为 PDF…', pdf)

  const words = pdfWords(pdf)
  const all = textOf(words)
  expect(all.startsWith('孝昌县人民政府2020年政府信息公开工作年度报告')).toBe(true)
  expect(all.endsWith('孝昌县人民政府2021年1月29日')).toBe(true)
  for (const text of Object.values(texts.narrative)) expect(all).toContain(text?.replace(/\s/g, ''))
  const printed = printedAs(form, report.cells)
  expect(printed(form.tables[0]?.cells[0] ?? missing())).toBe('--')
  for (const { id, numeral, title } of form.definition.sections) {
    const heading = `${numeral}、${Reflect.get(texts.presentation.titles, id) ?? title}`
    const rest = wordsAfter(words, heading)
    const table = form.tables.find((candidate) => candidate.id === id)
    if (table === undefined) continue
    const { read } = expectPrintedTable(rest, form, table, printed)
    // Nothing stands between the table's last figure and the next section.
    expect(textOf(rest.slice(read, read + 3))).toMatch(/^[三四五]、/)
  }
})

function missing(): never {
  throw new Error('the form has no cells')
}
