import { describe, expect, it } from 'vitest'
import { packageChange } from '../../../../../shared/actions/package-changes.ts'
import { readPackage } from '../../../../../shared/model/package/package-record.ts'
import { unpackSubmission } from '../../../../../shared/steps/package/unpack.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { formOf } from '../../../../fixtures/read-fixture.ts'
import { sampleDraft, samplePackage } from '../../steps/package/sample-draft.ts'

const submission = unpackSubmission(samplePackage, forms)
if (!submission.ok) throw new Error(submission.problem.code)
const change = packageChange(formOf(submission.value.report.form), submission.value)
const groups = { received: { value: change.value, stamp: '', author: '', device: '' } }

describe('packageChange()', () => {
  it('is a record under the hash of the file', () => {
    expect(change).toMatchObject({
      entity: 'package',
      record: submission.value.sha256,
      group: 'received',
      previous: null,
    })
  })
})

describe('readPackage()', () => {
  it('reads back the submission', () => {
    expect(readPackage(change.record, groups, forms)).toEqual({
      sha256: submission.value.sha256,
      unit: sampleDraft.unit,
      to: sampleDraft.to,
      layer: 'own',
      year: 2020,
      revision: 1,
      exported: sampleDraft.exported,
      appVersion: '0.1.0',
      sample: true,
      report: sampleDraft.report,
      basis: sampleDraft.basis,
    })
  })

  it('gives nothing for a record that was removed or is of another shape', () => {
    expect(readPackage(change.record, {}, forms)).toBeNull()
    expect(
      readPackage(change.record, { received: { value: { year: 2020 }, stamp: '', author: '', device: '' } }, forms),
    ).toBeNull()
  })
})
