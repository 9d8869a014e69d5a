import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { adoptUnits } from '../../../../../renderer/features/units/adopt-units.ts'
import { readListed } from '../../../../../renderer/store/lists/entry-lists.ts'
import { exportSubmission } from '../../../../../renderer/store/packages/export-submission.ts'
import { importFiles } from '../../../../../renderer/store/packages/import-packages.ts'
import { readDesk } from '../../../../../renderer/store/reports/read-desk.ts'
import { readExports } from '../../../../../renderer/store/tables/read-exports.ts'
import { readOneUnit, readUnits } from '../../../../../renderer/store/tables/read-units.ts'
import { editReport, recordAction } from '../../../../../renderer/store/write/record-action.ts'
import { narrativeEdit } from '../../../../../shared/actions/report-changes.ts'
import { unitEdits } from '../../../../../shared/actions/unit-changes.ts'
import { formForYear } from '../../../../../shared/catalogue/catalogue.ts'
import { codesOf, withCode } from '../../../../../shared/model/unit/unit-record.ts'
import type { Submission } from '../../../../../shared/steps/package/kinds/submission.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { type MemoryDisk, memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { type } from '../../../../fixtures/stored-entries.ts'
import { openedSubmission } from '../../../../fixtures/submission-bytes.ts'
import { addUnits, forgetDatabase, startStore, type TestStore, unit } from '../../../../fixtures/test-store.ts'

const form = formForYear(forms, 2024)
if (form === null) throw new Error('no form')
const ofYear = form
const OLD = 'local:1'
const REAL = '420921100000'
const own = { unit: OLD, year: 2024, layer: 'own' } as const

let disk: MemoryDisk
let test: TestStore

beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
  test = await startStore(disk)
})

afterEach(() => test.store.database.close())

async function sent(): Promise<{ submission: Submission; bytes: Uint8Array }> {
  const result = await exportSubmission(test.store, own, [])
  if (!result.ok || result.value === null) throw new Error(result.ok ? 'nowhere' : result.problem.code)
  const bytes = disk.saved.get(result.value.saved.name)
  if (bytes === undefined) throw new Error('not saved')
  return { submission: await openedSubmission(bytes), bytes }
}

const write = (text: string) =>
  editReport(test.store, own, 'write', (groups) => narrativeEdit(own, groups, 'overview', text))

async function adopt(): Promise<void> {
  const unit = await readOneUnit(test.store.database, OLD)
  if (unit === null) throw new Error('no unit')
  const done = await recordAction(test.store, {
    action: 'edit-unit',
    unit: OLD,
    year: 2024,
    edit: async (read) => unitEdits(await read('unit', OLD), withCode(unit, REAL)),
  })
  if (!done.ok) throw new Error(done.problem.code)
}

describe('a unit that gets its real code', () => {
  it('keeps entries, report and the count of its files; files carry the real code, also after the store was lost', async () => {
    await addUnits(test.store, [unit('c', '孝昌县', 'county', null), unit(OLD, '花园镇', 'township', 'c')])
    await type(test.store, OLD, 2024, 'documents', { title: '通知', kind: 'normativeDocument', made: '2024-03-01' })
    await write('一')
    expect((await sent()).submission.manifest).toMatchObject({ unit: { code: OLD }, revision: 1 })
    await adopt()
    const { submission } = await sent()
    expect(submission.manifest).toMatchObject({ unit: { code: REAL }, to: 'c', revision: 2 })
    expect(submission.report.unit.code).toBe(REAL)
    expect(submission.report.narrative.overview).toBe('一')
    expect(await readExports(test.store.database, own)).toHaveLength(2)

    test.store.database.close()
    await forgetDatabase()
    test = await startStore(disk)
    const [garden] = (await readUnits(test.store.database)).filter((one) => codesOf(one).includes(REAL))
    expect(garden).toMatchObject({ code: OLD, adoptedCode: REAL, kept: true })
    expect(await readListed(test.store.database, { unit: OLD, register: 'documents' })).toHaveLength(1)
  })

  it('is one unit at its desk: what it sent before it had the code is its history', async () => {
    await addUnits(test.store, [unit(OLD, '花园镇', 'township', null)])
    await write('一')
    const before = await sent()
    await adopt()
    await write('二')
    const after = await sent()
    test.store.database.close()

    // The county's PC.
    await forgetDatabase()
    disk = memoryDisk()
    test = await startStore(disk)
    const county = unit('c', '孝昌县', 'county', null)
    await addUnits(test.store, [county])
    const open = async (bytes: Uint8Array) => {
      const lines = await importFiles(test.store, {
        unit: 'c',
        year: 2024,
        files: [test.memory.open('报送.ogi', bytes)],
      })
      if (!lines.ok) throw new Error(lines.problem.code)
      return lines.value[0]?.verdict
    }
    const take = async ({ submission, bytes }: { submission: Submission; bytes: Uint8Array }) => {
      expect(await open(bytes)).toMatchObject({ code: 'unit-not-in-tree' })
      const known = await readUnits(test.store.database)
      await recordAction(test.store, {
        action: 'adopt-units',
        unit: 'c',
        year: 2024,
        edit: (read) => adoptUnits(county, known, [submission.manifest.unit], read),
      })
      return open(bytes)
    }
    expect(await take(before)).toMatchObject({ code: 'accepted', replaces: null })
    expect(await take(after)).toMatchObject({ code: 'accepted', replaces: 1 })
    const desk = await readDesk(test.store.database, 'c', 2024, ofYear)
    expect(desk?.children).toHaveLength(1)
    expect(desk?.children[0]).toMatchObject({ unit: { code: OLD, adoptedCode: REAL }, files: 2 })
    expect(desk?.children[0]?.current?.id).toBe(after.submission.id)
    // The old one once more does not come back as the current one.
    expect(await open(before.bytes)).toMatchObject({ code: 'already-here' })
  })
})
