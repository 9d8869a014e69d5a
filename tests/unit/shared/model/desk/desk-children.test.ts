import { describe, expect, it } from 'vitest'
import { packageChange } from '../../../../../shared/actions/package-changes.ts'
import { formById } from '../../../../../shared/catalogue/catalogue.ts'
import { deskChildren } from '../../../../../shared/model/desk/desk-children.ts'
import { readPackage } from '../../../../../shared/model/package/package-record.ts'
import { unpackSubmission } from '../../../../../shared/steps/package/unpack.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { type SubmissionOptions, submissionBytes } from '../../../../fixtures/submission-bytes.ts'
import { unit } from '../../../../fixtures/test-store.ts'

const form = formById(forms, '2019')
if (form === null) throw new Error('no form')

const received = (options: SubmissionOptions) => {
  const submission = unpackSubmission(submissionBytes(options), forms)
  if (!submission.ok) throw new Error(submission.problem.code)
  const { value } = packageChange(form, submission.value)
  const read = readPackage(submission.value.sha256, { received: { value, stamp: '', author: '', device: '' } }, forms)
  if (read === null) throw new Error('not readable')
  return read
}

const garden = unit('t1', '花园镇', 'township', 'c')
const full = {
  'disclosure.normativeDocument.made': 0,
  'requests.received.person': 1,
  'disputes.review.upheld': 0,
}

describe('deskChildren()', () => {
  it('says who is missing', () => {
    expect(deskChildren(form, [garden], [])).toEqual([
      { unit: garden, state: 'missing', blankTables: [], current: null, files: 0, sameNumber: 0 },
    ])
  })

  it('takes the newest file, whatever its number', () => {
    const old = received({ code: 't1', time: 1_600_000_000_000, revision: 2, cells: full })
    const newer = received({ code: 't1', time: 1_600_000_000_001, revision: 1, cells: full })
    const [child] = deskChildren(form, [garden], [newer, old])
    expect(child).toMatchObject({ state: 'received', files: 2, sameNumber: 0 })
    expect(child?.current).toBe(newer)
  })

  it('counts other files of the same number', () => {
    const one = received({ code: 't1', cells: full })
    const other = received({ code: 't1', cells: { ...full, 'requests.received.person': 2 } })
    expect(deskChildren(form, [garden], [one, other])[0]).toMatchObject({ files: 2, sameNumber: 1 })
  })

  it('names tables that came without a figure and without 全表为0', () => {
    const blank = received({
      code: 't1',
      cells: { 'disclosure.rule.made': 'n/a', 'requests.received.person': 1 },
      statements: ['disputes'],
    })
    expect(deskChildren(form, [garden], [blank])[0]).toMatchObject({ state: 'blank', blankTables: ['disclosure'] })
  })

  it("counts a gathering unit's total before its own figures", () => {
    const total = received({ code: 't1', layer: 'total', time: 1_600_000_000_000, cells: full })
    const own = received({ code: 't1', layer: 'own', time: 1_600_000_000_001, cells: full })
    expect(deskChildren(form, [garden], [total, own])[0]?.current).toBe(total)
  })
})
