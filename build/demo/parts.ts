import path from 'node:path'
import type { Form } from '../../shared/catalogue/forms/form.ts'
import type { Report } from '../../shared/model/report/report.ts'
import type { Unit } from '../../shared/model/unit/unit-record.ts'
import { sampleCountyTexts } from '../../shared/sample/sample-texts.ts'
import { type App, launchApp } from '../host/launch.ts'
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
} from '../walk/clerk.ts'
import { readTable } from '../walk/read-store.ts'

const SIZE = { width: 1366, height: 768 }

async function inWindow<T>(
  out: string,
  name: string,
  work: (app: App, page: Awaited<ReturnType<App['firstWindow']>>) => Promise<T>,
): Promise<T> {
  const app = await launchApp({ args: [`--user-data-dir=${path.join(out, 'data', name)}`] })
  try {
    const page = await app.firstWindow()
    await page.setViewportSize(SIZE)
    return await work(app, page)
  } finally {
    await app.close()
  }
}

/** A township's January in its window. Gives the number of figures typed. */
export function fillTownship(job: {
  out: string
  form: Form
  county: Unit
  unit: Unit
  report: Report
  file: string
}): Promise<number> {
  const { out, form, county, unit, report, file } = job
  const { name } = unit.profile
  const totals = new Set<string>(form.totals.map(({ key }) => key))
  return inWindow(out, name, async (app, page) => {
    await createUnit(page, { name, level: '乡镇（街道）', code: unit.code, parent: county.profile.name })
    await chooseYear(page, report.year)
    let count = 0
    const sections = ['二、主动公开', '三、依申请公开', '四、复议、诉讼']
    for (const [i, table] of form.tables.entries()) {
      await goTo(page, sections[i] ?? '')
      await typeTable(page, table.cells, (key) => {
        const cell = form.key(key)
        const value = cell === null || totals.has(key) ? null : report.cells[cell]
        if (value === null || value === undefined) return null
        count += 1
        return value === 'n/a' ? '--' : String(value)
      })
      await page.screenshot({ path: path.join(out, 'screens', `${name}-${table.id}.png`) })
    }
    await writeReportTexts(page, form, report)
    await submit(app, page, file)
    await page.screenshot({ path: path.join(out, 'screens', `${name}-submit.png`) })
    return count
  })
}

/** The county's January in its window. Gives the cells of the finalised report as they stand in its store. */
export function finaliseCounty(job: {
  out: string
  form: Form
  county: Unit
  units: readonly Unit[]
  year: number
  files: readonly string[]
}): Promise<{ taken: string; cells: Record<string, unknown> }> {
  const { out, form, county, units, year, files } = job
  const { name } = county.profile
  return inWindow(out, name, async (app, page) => {
    const shot = (what: string) => page.screenshot({ path: path.join(out, 'screens', `${name}-${what}.png`) })
    await createUnit(page, { name, level: '县（市、区）', code: county.code, parent: '' })
    await chooseYear(page, year)
    await addUnits(
      page,
      units.map(({ code, profile }) => `${profile.name}\t${code}`),
    )
    const taken = await openFiles(app, page, files)
    await shot('import')
    await closeResults(page)
    await goTo(page, '各单位报送')
    await shot('desk')
    await writeReportTexts(page, form, sampleCountyTexts(name, year))
    for (const [i, section] of ['二、主动公开', '三、依申请公开', '四、复议、诉讼'].entries()) {
      await goTo(page, section)
      await shot(form.tables[i]?.id ?? section)
    }
    await finalise(page)
    await shot('final')
    await saveFromPreview(app, page, '另存为 PDF…', path.join(out, 'report.pdf'))
    await shot('print')
    await saveFromPreview(app, page, '数据文件…', path.join(out, 'report.json'))
    return { taken, cells: finalCells(await readTable(page, 'finals')) }
  })
}

function finalCells(rows: readonly unknown[]): Record<string, unknown> {
  const [row] = rows
  const cells = dig(row, ['groups', 'finalised', 'value', 'report', 'cells'])
  return typeof cells === 'object' && cells !== null ? { ...cells } : {}
}

function dig(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    value,
  )
}
