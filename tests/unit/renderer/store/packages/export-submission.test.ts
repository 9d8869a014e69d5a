import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportSubmission } from '../../../../../renderer/store/packages/export-submission.ts'
import { importFiles } from '../../../../../renderer/store/packages/import-packages.ts'
import { readDesk } from '../../../../../renderer/store/reports/read-desk.ts'
import {
  readExports,
  readSubmittedReport,
  readSubmittedReports,
} from '../../../../../renderer/store/tables/read-exports.ts'
import { editReport, recordAction } from '../../../../../renderer/store/write/record-action.ts'
import { cellEdits } from '../../../../../shared/actions/figure-changes.ts'
import { finalChanges } from '../../../../../shared/actions/final-changes.ts'
import { adjustmentEdit, reasonEdit, signOffEdit } from '../../../../../shared/actions/report-changes.ts'
import { filledByEdit } from '../../../../../shared/actions/unit-changes.ts'
import { formForYear } from '../../../../../shared/catalogue/catalogue.ts'
import type { CellKey } from '../../../../../shared/catalogue/forms/form.ts'
import { finalRecordId } from '../../../../../shared/model/desk/final-record.ts'
import { type Finding, findingId } from '../../../../../shared/model/report/finding.ts'
import type { ReportId } from '../../../../../shared/model/report/report-record.ts'
import type { Submission } from '../../../../../shared/steps/package/kinds/submission.ts'
import { ok } from '../../../../../shared/values/result.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { type MemoryDisk, memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { openedSubmission, submissionBytes, submissionOf } from '../../../../fixtures/submission-bytes.ts'
import { addUnits, forgetDatabase, startStore, type TestStore, unit } from '../../../../fixtures/test-store.ts'

const form = formForYear(forms, 2020)
if (form === null) throw new Error('no form')
const ofYear = form
const own: ReportId = { unit: 't1', year: 2020, layer: 'own' }
const total: ReportId = { unit: 'c', year: 2020, layer: 'total' }

const cell = (text: string): CellKey => {
  const key = ofYear.key(text)
  if (key === null) throw new Error(text)
  return key
}
const received = cell('requests.received.person')

let disk: MemoryDisk
let test: TestStore

beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
  test = await startStore(disk)
  await addUnits(test.store, [unit('c', '孝昌县', 'county', null), unit('t1', '花园镇', 'township', 'c')])
  await type(own, 28)
})

afterEach(() => test.store.database.close())

const type = (id: ReportId, value: number) =>
  editReport(test.store, id, 'type', (groups) => cellEdits(ofYear, id, groups, [{ key: received, value }]))

async function exported(id: ReportId, findings: readonly Finding[] = []): Promise<Submission> {
  const result = await exportSubmission(test.store, id, findings)
  if (!result.ok || result.value === null) throw new Error(result.ok ? 'nowhere' : result.problem.code)
  const bytes = disk.saved.get(result.value.saved.name)
  if (bytes === undefined) throw new Error('not saved')
  const submission = await openedSubmission(bytes)
  expect(submission.id).toBe(result.value.exported.id)
  return submission
}

describe('exportSubmission()', () => {
  it('writes a file that holds the figures, computed totals, and where they come from', async () => {
    const { manifest, report, basis } = await exported(own)
    expect(manifest).toMatchObject({
      unit: { code: 't1', name: '花园镇' },
      to: 'c',
      layer: 'own',
      year: 2020,
      revision: 1,
      follows: [],
      device: 'memory',
      practice: false,
    })
    expect([report.cells[received], report.cells[cell('requests.received.total')]]).toEqual([28, 28])
    expect(basis.provenance[received]).toEqual({ kind: 'entered' })
    expect(basis.provenance[cell('requests.received.total')]).toEqual({ kind: 'derived' })
    expect(basis.people.author).toBe('王芳')
    expect([...disk.saved.keys()]).toEqual(['花园镇2020年度报送（第1次）.ogi'])
  })

  it('says who filled in for the unit, and nothing where it did so itself', async () => {
    expect((await exported(own)).basis).not.toHaveProperty('filledBy')
    await recordAction(test.store, {
      action: 'edit-unit',
      unit: 't1',
      year: 2020,
      edit: async (read) => filledByEdit('t1', await read('unit', 't1'), 'c'),
    })
    expect((await exported(own)).basis.filledBy).toEqual({ code: 'c', name: '孝昌县', author: '王芳' })
  })

  it('counts on, and each file follows on those before', async () => {
    const first = await exported(own)
    const second = await exported(own)
    expect(second.manifest.revision).toBe(2)
    expect(second.manifest.follows).toEqual([first.id])
    const third = await exported(own)
    expect(third.manifest).toMatchObject({ revision: 3, follows: [first.id, second.id] })
    const listed = await readExports(test.store.database, own)
    expect(listed.map(({ revision, fileName }) => [revision, fileName])).toEqual([
      [3, '花园镇2020年度报送（第3次）.ogi'],
      [2, '花园镇2020年度报送（第2次）.ogi'],
      [1, '花园镇2020年度报送（第1次）.ogi'],
    ])
  })

  it('remembers what went out last, year by year', async () => {
    expect(await readSubmittedReport(test.store.database, 't1', 2020)).toBe(null)
    await exported(own)
    await type(own, 30)
    expect((await readSubmittedReport(test.store.database, 't1', 2020))?.cells[received]).toBe(28)
    const { report } = await exported(own)
    expect(await readSubmittedReports(test.store.database, 't1', 'own')).toEqual([{ year: 2020, report }])
    expect(await readSubmittedReports(test.store.database, 'c', 'own')).toEqual([])
  })

  it('counts on and follows what came before even where the clock went back', async () => {
    const first = await exported(own)
    disk.clock = 1000
    const { manifest } = await exported(own)
    expect(manifest.exported).toMatch(/^1970-01-01T00:00:/)
    expect(manifest).toMatchObject({ revision: 2, follows: [first.id] })
    expect((await readExports(test.store.database, own)).map(({ revision }) => revision)).toEqual([2, 1])
  })

  it('follows what this PC took in of the unit, where it is its desk too', async () => {
    const options = { code: 't1', revision: 4 }
    const files = [test.memory.open('花园镇.ogi', await submissionBytes(options))]
    await importFiles(test.store, { unit: 'c', year: 2020, files })
    const { manifest } = await exported(own)
    expect(manifest).toMatchObject({ revision: 5, follows: [(await submissionOf(options)).id] })
  })

  it('sends reasons along whose finding still stands, and no others', async () => {
    const finding: Finding = {
      rule: 'balance',
      severity: 'error',
      place: { kind: 'cell', cell: received },
      cells: [received],
      expected: 28,
      actual: null,
    }
    await editReport(test.store, own, 'reason', (groups) => [
      ...reasonEdit(own, groups, findingId(finding), '县里统一口径'),
      ...reasonEdit(own, groups, 'carry|cell:gone', '早已改好'),
    ])
    const { basis } = await exported(own, [finding])
    expect(basis.reasons).toEqual([{ rule: 'balance', place: { kind: 'cell', cell: received }, text: '县里统一口径' }])
  })

  it('records nothing where the clerk chose nowhere', async () => {
    test.store.database.close()
    test = await startStore(disk, { saveFile: async () => ok(null) })
    const before = disk.frames.length
    expect(await exportSubmission(test.store, own, [])).toEqual({ ok: true, value: null })
    expect(disk.frames).toHaveLength(before)
  })

  it('records nothing where the stick is full', async () => {
    disk.problem = { code: 'disk-full', detail: 'ENOSPC' }
    expect(await exportSubmission(test.store, own, [])).toEqual({ ok: false, problem: disk.problem })
    disk.problem = null
    expect(await readExports(test.store.database, own)).toEqual([])
  })

  it('makes no file that no receiver would take', async () => {
    await editReport(test.store, own, 'sign', (groups) =>
      signOffEdit(own, groups, { unit: '花园镇人民政府', date: '一月' }),
    )
    expect(await exportSubmission(test.store, own, [])).toMatchObject({ ok: false, problem: { code: 'not-packed' } })
    expect(disk.saved.size).toBe(0)
  })

  it("sends a desk's total as it was finalised, not as it stands", async () => {
    expect(await exportSubmission(test.store, total, [])).toEqual({ ok: false, problem: { code: 'not-finalised' } })
    const ofDesk: ReportId = { unit: 'c', year: 2020, layer: 'own' }
    await type(ofDesk, 5)
    await editReport(test.store, total, 'adjust', (groups) =>
      adjustmentEdit(total, groups, received, { by: -1, reason: '重复计算' }),
    )
    const desk = await readDesk(test.store.database, 'c', 2020, ofYear)
    if (desk === null) throw new Error('no desk')
    const { report, adjustments } = desk.total
    await recordAction(test.store, {
      action: 'finalise',
      unit: 'c',
      year: 2020,
      edit: async (read) =>
        finalChanges(form, await read('final', finalRecordId('c', 2020)), {
          report,
          revision: 1,
          at: '2026-11-23',
          adjustments: Object.fromEntries(adjustments),
        }),
    })
    await type(ofDesk, 50)
    const sent = await exported(total)
    expect(sent.manifest).toMatchObject({ layer: 'total', to: null, unit: { code: 'c' } })
    expect(sent.report.cells[received]).toBe(4)
    expect(sent.basis.provenance[received]).toEqual({ kind: 'adjusted', reason: '重复计算' })
    const [finalised, ...others] = await readSubmittedReports(test.store.database, 'c', 'total')
    expect([finalised?.report.cells[received], others]).toEqual([4, []])
  })
})
