import { describe, expect, it } from 'vitest'
import { exportChanges } from '../../../../../shared/actions/export-changes.ts'
import { type ExportedFile, readExport, readExportedReport } from '../../../../../shared/model/package/export-record.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { formOf, readFixture } from '../../../../fixtures/read-fixture.ts'

const file: ExportedFile = {
  revision: 1,
  id: 'a'.repeat(64),
  fileName: '花园镇2020年度报送（第1次）.ogi',
  exported: '2020-09-13T12:26:40.000Z',
  at: '2021-01-29',
}

describe('exportChanges()', () => {
  it('makes a record that reads back', () => {
    const { report } = readFixture('xiaochang-2020')
    const [change, figures] = exportChanges(formOf('2019'), { unit: 't1', year: 2020, layer: 'own' }, {}, file, report)
    expect(change).toMatchObject({ entity: 'export', record: `t1|2020|own|${file.id}`, group: 'export' })
    expect(readExport({ export: { value: change?.value ?? null, stamp: '1', author: '', device: '' } })).toEqual(file)
    expect(readExport({})).toBe(null)
    expect(
      readExportedReport({ report: { value: figures?.value ?? null, stamp: '1', author: '', device: '' } }, forms),
    ).toEqual(report)
  })

  it('says nothing of what went out where it was not kept, or cannot be read', () => {
    expect(readExportedReport({ export: { value: { ...file }, stamp: '1', author: '', device: '' } }, forms)).toBe(null)
    expect(readExportedReport({ report: { value: { cells: 3 }, stamp: '1', author: '', device: '' } }, forms)).toBe(
      null,
    )
  })
})
