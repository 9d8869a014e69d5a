/**
 * `npm run demo`: the main job end to end, in real windows. Two townships type their tables and export their files;
 * the files of the other 30 units are made by the same `packSubmission()` that the window uses; the county imports
 * all 32, sums, finalises and prints. Exits non-zero unless all 201 cells that stand in the county's store equal the
 * published figures of 孝昌县 2020.
 */
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { openBuiltIn } from '../shared/catalogue/built-in.ts'
import { formForYear } from '../shared/catalogue/catalogue.ts'
import { sampleCounty, sampleReports } from '../shared/sample/sample-county.ts'
import { bundle } from './bundle.ts'
import { ensureChromium } from './chromium.ts'
import { compareCells, type Difference } from './demo/compare-cells.ts'
import { fillTownship, finaliseCounty } from './demo/parts.ts'
import { projectRoot } from './host/command.ts'
import { writeSampleFiles } from './sample-files.ts'

const out = path.join(projectRoot, 'out/demo')
const YEAR = 2020
const started = Date.now()
const say = (text: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`)

const problem = await ensureChromium()
if (problem !== null) {
  console.error(problem)
  process.exit(2)
}
await bundle()
await rm(out, { recursive: true, force: true })
const files = path.join(out, 'files')
await mkdir(path.join(out, 'screens'), { recursive: true })
await mkdir(files, { recursive: true })

const { forms } = openBuiltIn()
const form = formForYear(forms, YEAR)
if (form === null) throw new Error(`no form for ${YEAR}`)
const { county, units } = sampleCounty()
const reports = sampleReports(forms)
const typing = units.slice(0, 2)

const others = await writeSampleFiles(files, { except: typing.map(({ code }) => code), practice: false })
say(`${others.length} files made by packSubmission(), without a window`)

const typed: string[] = []
for (const unit of typing) {
  const report = reports.get(unit.code)
  if (report === undefined) throw new Error(`no sample report of ${unit.profile.name}`)
  const file = path.join(files, `${unit.profile.name}${YEAR}年度报送（第1次）.ogi`)
  const count = await fillTownship({ out, form, county, unit, report, file })
  typed.push(file)
  say(`${unit.profile.name}: ${count} figures typed in its window, file exported`)
}

const stored = await finaliseCounty({ out, form, county, units, year: YEAR, files: [...others, ...typed] })
say(`${county.profile.name}: ${stored.taken}; summed, finalised, printed`)

const { total, differences } = compareCells(form, stored.cells)
const exported: unknown = JSON.parse(await readFile(path.join(out, 'report.json'), 'utf8'))
const fromFile = compareCells(form, cellsOf(exported))
report('store', differences)
report('report.json', fromFile.differences)
console.log(`\n${total - differences.length}/${total} cells of the county's store equal the published figures.`)
console.log(`Look at ${path.relative(process.cwd(), out) || '.'}: report.pdf, report.json, files/, screens/.`)
console.log('Open the application with: npm start')
process.exit(differences.length === 0 && fromFile.differences.length === 0 ? 0 : 1)

function cellsOf(json: unknown): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || !('cells' in json)) return {}
  return typeof json.cells === 'object' && json.cells !== null ? { ...json.cells } : {}
}

function report(where: string, found: readonly Difference[]): void {
  for (const { key, expected, actual } of found) {
    console.error(`${where}: ${key} is ${JSON.stringify(actual)}, should be ${JSON.stringify(expected)}`)
  }
}
