import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFlawedOf } from '../../../../../renderer/store/lists/read-entries.ts'
import { exportSubmission } from '../../../../../renderer/store/packages/export-submission.ts'
import { importFiles } from '../../../../../renderer/store/packages/import-packages.ts'
import { readDesk } from '../../../../../renderer/store/reports/read-desk.ts'
import { editReport, recordAction } from '../../../../../renderer/store/write/record-action.ts'
import { cellEdits, supplementEdits } from '../../../../../shared/actions/figure-changes.ts'
import { receiveSubmission } from '../../../../../shared/actions/receive-changes.ts'
import { knownRegister } from '../../../../../shared/catalogue/catalogue.ts'
import { choicesIn } from '../../../../../shared/catalogue/registers/choices-in.ts'
import { fieldNamed } from '../../../../../shared/catalogue/registers/facts-of-register.ts'
import { entryFlaws } from '../../../../../shared/model/entry/entry-flaws.ts'
import type { WorkingReport } from '../../../../../shared/model/report/working-report.ts'
import { check } from '../../../../../shared/steps/check/check.ts'
import { carriedCells } from '../../../../../shared/steps/derive/carried-over.ts'
import { reportFromXlsx } from '../../../../../shared/steps/documents/from-xlsx.ts'
import { reportDocument } from '../../../../../shared/steps/documents/report-document.ts'
import { documentDocx } from '../../../../../shared/steps/documents/to-docx.ts'
import { documentHtml } from '../../../../../shared/steps/documents/to-html.ts'
import { reportXlsx } from '../../../../../shared/steps/documents/to-xlsx.ts'
import { toReceived } from '../../../../../shared/steps/package/to-received.ts'
import { entryFlawsText } from '../../../../../shared/wording/entry-flaws.ts'
import { findingMessage } from '../../../../../shared/wording/finding-message.ts'
import { bringForm, formIn, importRequests, ownReport, startIn2027 } from '../../../../fixtures/brought-form.ts'
import { openWith2027 } from '../../../../fixtures/catalogue.ts'
import { type MemoryDisk, memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { storeDump } from '../../../../fixtures/store-dump.ts'
import { openedSubmission } from '../../../../fixtures/submission-bytes.ts'
import { addUnits, forgetDatabase, startStore, type TestStore, unit } from '../../../../fixtures/test-store.ts'

/** What the form of 2027 has and the one before has not, and the other way round. */
const NEW = 'refused.infrastructure'
const LOST = 'notProcessed.publication'

const { forms: forms2027 } = openWith2027()

let disk: MemoryDisk
let test: TestStore

/** Two years of a township below a county: 2026 before the form came, 2027 after it. */
beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
  test = await startStore(disk)
  await addUnits(test.store, [unit('c', '孝昌县', 'county', null), unit('t', '花园镇', 'township', 'c')])
  await importRequests(test, 't', 2026, [
    { applicant: '自然人', arrived: '2026-03-02', answered: '2026-03-20', outcome: '公开出版物' },
    { applicant: '商业企业', arrived: '2026-11-20', answered: '', outcome: '' },
  ])
})

afterEach(() => test.store.database.close())

async function startAgain(): Promise<void> {
  test.store.database.close()
  test = await startIn2027(disk)
}

const cellOf = ({ report }: WorkingReport, key: string) =>
  Object.entries(report.cells).find(([one]) => one === key)?.[1]

async function typeFigures(): Promise<void> {
  const id = { unit: 't', year: 2027, layer: 'own' } as const
  const form = formIn(test.store, 2027)
  const edits = [`requests.${NEW}.company`, 'requests.received.company'].flatMap((text) => {
    const key = form.key(text)
    return key === null ? [] : [{ key, value: 4 }]
  })
  await editReport(test.store, id, 'type', (groups) => [
    ...cellEdits(form, id, groups, edits),
    ...supplementEdits(id, groups, [{ key: 'openDays', value: 6 }]),
  ])
}

/** The township's file of 2027. */
async function submitted(): Promise<Uint8Array> {
  const sent = await exportSubmission(test.store, { unit: 't', year: 2027, layer: 'own' }, [])
  const bytes = sent.ok && sent.value !== null ? disk.saved.get(sent.value.saved.name) : undefined
  if (bytes === undefined) throw new Error(sent.ok ? 'nowhere' : sent.problem.code)
  return bytes
}

/** Another PC, of the county. */
async function startCounty(): Promise<void> {
  test.store.database.close()
  await forgetDatabase()
  disk = memoryDisk()
  test = await startIn2027(disk)
  await addUnits(test.store, [unit('c', '孝昌县', 'county', null), unit('t', '花园镇', 'township', 'c')])
}

/** What was typed, its total, the total over the outcomes, and the figure beside the tables. */
function summed(working: WorkingReport) {
  const cells = [`${NEW}.company`, `${NEW}.total`, 'total.total'].map((key) => cellOf(working, `requests.${key}`))
  return [...cells, working.report.supplement.openDays]
}

function outcomesIn(year: number): readonly string[] {
  const field = fieldNamed(knownRegister(test.store.catalogue.registers, 'requests'), 'decision.outcome')
  return choicesIn(field ?? {}, year).map(({ value }) => value)
}

describe('a form that the journal brings', () => {
  it('leaves what is of the years before byte for byte as it was', async () => {
    const figures = (await ownReport(test.store, 't', 2026)).report
    const stored = await storeDump(test.store.database)
    await bringForm(test.store)
    await startAgain()
    expect(test.store.leftOut).toEqual([])
    expect((await ownReport(test.store, 't', 2026)).report).toEqual(figures)
    expect(await storeDump(test.store.database)).toBe(stored)
    expect(cellOf(await ownReport(test.store, 't', 2026), `requests.${LOST}.person`)).toBe(1)
    expect(outcomesIn(2026)).toContain(LOST)
    expect(outcomesIn(2026)).not.toContain(NEW)
  })

  it('has its rows offered, imported, derived, totalled and checked', async () => {
    await bringForm(test.store)
    await startAgain()
    expect(outcomesIn(2027)).toContain(NEW)
    expect(outcomesIn(2027)).not.toContain(LOST)
    const rows = ['（三）不予公开 9.属于关键信息基础设施安全信息', '关键信息基础设施', '基础设施安全'].map(
      (outcome) => ({
        applicant: '各类企业',
        arrived: '2027-04-01',
        answered: '2027-04-20',
        outcome,
      }),
    )
    expect(await importRequests(test, 't', 2027, rows)).toBe(3)
    const working = await ownReport(test.store, 't', 2027)
    const cells = [`${NEW}.company`, `${NEW}.total`, 'total.company', 'received.company', 'carriedIn.company'].map(
      (key) => cellOf(working, `requests.${key}`),
    )
    expect(cells).toEqual([3, 3, 3, 3, 1])
    const form = formIn(test.store, 2027)
    const lastYear = (await ownReport(test.store, 't', 2026)).report
    const findings = check(form, working.report, { forms: test.store.catalogue.forms, lastYear })
    const own = findings.filter(({ rule }) => rule === 'granted-most')
    expect(own.map((finding) => findingMessage(form, working.report, finding))).toEqual([
      expect.stringContaining('予以公开的件数不少于因关键信息基础设施安全不予公开的件数'),
    ])
  })

  it('asks about an entry of its years with a row that it lost, and counts it out loud', async () => {
    await startAgain()
    const lost = { applicant: '自然人', arrived: '2027-02-01', answered: '2027-02-10', outcome: '公开出版物' }
    expect(await importRequests(test, 't', 2027, [lost])).toBe(1)
    expect(cellOf(await ownReport(test.store, 't', 2027), `requests.${LOST}.person`)).toBe(1)
    await bringForm(test.store)
    await startAgain()
    const [view, ...more] = await readFlawedOf(test.store.database, 't', 'requests', 2027)
    if (view === undefined) throw new Error('counted nowhere, and not a word')
    const register = knownRegister(test.store.catalogue.registers, 'requests')
    expect(entryFlawsText(register, view.entry, entryFlaws(register, view.entry))).toBe('要改：答复的办理结果')
    expect(more).toEqual([])
    expect(await readFlawedOf(test.store.database, 't', 'requests', 2026)).toEqual([])
    const next = await ownReport(test.store, 't', 2027)
    expect(Object.keys(next.report.cells).filter((key) => key.includes(LOST))).toEqual([])
    expect(cellOf(next, 'requests.total.person')).toBe(0)
    expect(cellOf(next, 'requests.received.person')).toBe(0)
    // A sheet that still says so is asked about too, row by row.
    expect(await importRequests(test, 't', 2027, [{ ...lost, arrived: '2027-03-01', answered: '2027-03-10' }])).toBe(0)
  })

  it('holds a year against the one before by what both have: a row that was lost carries nothing', async () => {
    await bringForm(test.store)
    await startAgain()
    const form = formIn(test.store, 2027)
    const lastYear = (await ownReport(test.store, 't', 2026)).report
    const { report } = await ownReport(test.store, 't', 2027)
    const findings = check(form, report, { forms: test.store.catalogue.forms, lastYear })
    expect(findings.filter(({ cells }) => cells.some((key) => key.includes(LOST)))).toEqual([])
    expect(carriedCells(form).filter(({ key, from }) => `${key}${from}`.includes(LOST))).toEqual([])
    expect(carriedCells(form).map(({ key }) => key)).toContain('requests.carriedIn.company')
  })

  it('is typed, submitted, taken in by the county, summed, printed, and read back from a workbook', async () => {
    await bringForm(test.store)
    await startAgain()
    await typeFigures()
    const bytes = await submitted()
    await startCounty()
    await bringForm(test.store)
    await startAgain()
    const file = test.memory.open('花园镇.ogi', bytes)
    const taken = await importFiles(test.store, { unit: 'c', year: 2027, files: [file] })
    expect(taken.ok && taken.value.map(({ verdict }) => verdict.code)).toEqual(['accepted'])
    const form = formIn(test.store, 2027)
    const desk = await readDesk(test.store.database, 'c', 2027, form)
    if (desk === null) throw new Error('no desk')
    expect(summed(desk.total)).toEqual([4, 4, 4, 6])
    const { report } = desk.total
    expect(await reportFromXlsx(reportXlsx(form, report), test.store.catalogue.forms)).toEqual({
      ok: true,
      value: report,
    })
    const document = reportDocument(form, report)
    const docx = unzipSync(await documentDocx(document, { title: '', unit: '', day: '2028-01-20' }))
    const printed = [documentHtml(document, { title: '' }), strFromU8(docx['word/document.xml'] ?? new Uint8Array())]
    for (const text of printed) {
      expect(text).toContain('9.属于关键信息基础设施安全信息')
      expect(text).toContain('各类企业')
      expect(text).not.toContain('要求提供公开出版物')
    }
  })

  it('has what came before it summed at the next start', async () => {
    await bringForm(test.store)
    await startAgain()
    await typeFigures()
    const bytes = await submitted()
    await startCounty()
    // Another PC of the county knew the form when it took the file in; its frames come in another order.
    const { id, ...submission } = await openedSubmission(bytes, forms2027)
    const received = receiveSubmission(forms2027, toReceived('0'.repeat(64), { id, ...submission }))
    await recordAction(test.store, { action: 'import', unit: 'c', year: 2027, edit: () => [received] })
    await bringForm(test.store)
    await startAgain()
    const desk = await readDesk(test.store.database, 'c', 2027, formIn(test.store, 2027))
    expect(desk?.children.map(({ state }) => state)).toEqual(['blank'])
    expect(desk && summed(desk.total)).toEqual([4, 4, 4, 6])
  })
})
