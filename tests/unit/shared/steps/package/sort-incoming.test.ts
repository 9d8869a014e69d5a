import { describe, expect, it } from 'vitest'
import { type Receiver, sortIncoming } from '../../../../../shared/steps/package/sort-incoming.ts'
import { type Submission, unpackSubmission } from '../../../../../shared/steps/package/unpack.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { type SubmissionOptions, submissionBytes } from '../../../../fixtures/submission-bytes.ts'

const submission = (options: SubmissionOptions): Submission => {
  const unpacked = unpackSubmission(submissionBytes(options), forms)
  if (!unpacked.ok) throw new Error(unpacked.problem.code)
  return unpacked.value
}

const receiver: Receiver = { year: 2020, sample: false, children: new Set(['t1', 't2']), known: [] }

const knowing = (...files: readonly Submission[]): Receiver => ({
  ...receiver,
  known: files.map(({ manifest: { unit, layer, revision, exported }, sha256 }) => ({
    unit,
    layer,
    revision,
    exported,
    sha256,
  })),
})

const first = submission({ code: 't1', revision: 1, time: 1_600_000_000_000 })
const second = submission({ code: 't1', revision: 2, time: 1_600_000_000_001 })

describe('sortIncoming()', () => {
  it('accepts the first file of a unit', () => {
    expect(sortIncoming(receiver, [first])).toEqual([{ code: 'accepted', replaces: null, sameNumber: false }])
  })

  it('accepts a newer file and says which one it replaces', () => {
    expect(sortIncoming(knowing(first), [second])).toEqual([{ code: 'accepted', replaces: 1, sameNumber: false }])
  })

  it('keeps an older file as history', () => {
    expect(sortIncoming(knowing(second), [first])).toEqual([{ code: 'older', current: 2, sameNumber: false }])
  })

  it('decides against the whole batch, in whatever order its files come', () => {
    const accepted = { code: 'accepted', replaces: null, sameNumber: false }
    const older = { code: 'older', current: 2, sameNumber: false }
    expect(sortIncoming(receiver, [first, second])).toEqual([older, accepted])
    expect(sortIncoming(receiver, [second, first])).toEqual([accepted, older])
  })

  it('knows the very same file, also within a batch', () => {
    expect(sortIncoming(knowing(first), [first])).toEqual([{ code: 'already-here' }])
    expect(sortIncoming(receiver, [first, first]).map(({ code }) => code)).toEqual(['accepted', 'already-here'])
  })

  it('says where two files carry one number with different content', () => {
    const other = submission({
      code: 't1',
      revision: 1,
      time: 1_600_000_000_000,
      cells: { 'requests.received.person': 1 },
    })
    const verdicts = sortIncoming(receiver, [first, other])
    expect(verdicts.map(({ code }) => code).sort()).toEqual(['accepted', 'older'])
    expect(verdicts.every((verdict) => 'sameNumber' in verdict && verdict.sameNumber)).toBe(true)
  })

  it('does not let a file of another unit or layer replace one', () => {
    const total = submission({ code: 't1', layer: 'total', revision: 1, time: 1_600_000_000_009 })
    const neighbour = submission({ code: 't2', revision: 1, time: 1_600_000_000_009 })
    const fresh = { code: 'accepted', replaces: null, sameNumber: false }
    expect(sortIncoming(knowing(second), [total, neighbour])).toEqual([fresh, fresh])
  })

  it('takes nothing from a unit that is not right below', () => {
    expect(sortIncoming(receiver, [submission({ code: 't3' })])).toEqual([{ code: 'unit-not-in-tree' }])
  })

  it('takes nothing of another year', () => {
    const next = submission({ code: 't1', year: 2021 })
    expect(sortIncoming(receiver, [next])).toEqual([{ code: 'other-year', year: 2021 }])
  })

  it('takes a sample into a sample only', () => {
    const sample = submission({ code: 't1', sample: true })
    expect(sortIncoming(receiver, [sample])).toEqual([{ code: 'sample' }])
    expect(sortIncoming({ ...receiver, sample: true }, [sample])[0]?.code).toBe('accepted')
  })
})
