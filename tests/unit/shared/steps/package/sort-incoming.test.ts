import { describe, expect, it } from 'vitest'
import { deskRecordId } from '../../../../../shared/model/desk/choice-record.ts'
import type { Submission } from '../../../../../shared/steps/package/kinds/submission.ts'
import { type Receiver, sortIncoming } from '../../../../../shared/steps/package/sort-incoming.ts'
import { submissionOf } from '../../../../fixtures/submission-bytes.ts'

const receiver: Receiver = {
  year: 2020,
  practice: false,
  children: new Set(['t1', 't2']),
  known: [],
  choices: new Map(),
}
const place = { unit: 't1', year: 2020, layer: 'own' } as const

const knowing = (...files: readonly Submission[]): Receiver => ({
  ...receiver,
  known: files.map(({ id, manifest: { unit, layer, revision, follows, signer } }) => ({
    id,
    unit,
    layer,
    revision,
    follows,
    signer,
  })),
})
const verdictsOf = (to: Receiver, incoming: readonly Submission[]) => sortIncoming(to, incoming).verdicts

const first = await submissionOf({ code: 't1', revision: 1 })
const second = await submissionOf({ code: 't1', revision: 2, follows: [first.id] })
const third = await submissionOf({ code: 't1', revision: 3, follows: [first.id, second.id] })
/** Of another PC, which did not know of the first. */
const stranger = await submissionOf({ code: 't1', revision: 1, cells: { 'requests.received.person': 1 } })

describe('sortIncoming()', () => {
  it('accepts the first file of a unit', () => {
    expect(sortIncoming(receiver, [first])).toEqual({
      verdicts: [{ code: 'accepted', replaces: null, sameNumber: false }],
      choices: [],
    })
  })

  it('accepts a file that follows on the one that counts, and says which one it replaces', () => {
    expect(sortIncoming(knowing(first), [second])).toEqual({
      verdicts: [{ code: 'accepted', replaces: 1, sameNumber: false }],
      choices: [],
    })
  })

  it('keeps one that was followed as history', () => {
    expect(verdictsOf(knowing(second), [first])).toEqual([{ code: 'older', counted: 2, sameNumber: false }])
    expect(verdictsOf(knowing(third), [second])).toEqual([{ code: 'older', counted: 3, sameNumber: false }])
  })

  it('decides against the whole batch, in whatever order its files come', () => {
    const accepted = { code: 'accepted', replaces: null, sameNumber: false }
    const older = { code: 'older', counted: 2, sameNumber: false }
    expect(verdictsOf(receiver, [first, second])).toEqual([older, accepted])
    expect(verdictsOf(receiver, [second, first])).toEqual([accepted, older])
  })

  it('knows the very same submission, also within a batch', () => {
    expect(verdictsOf(knowing(first), [first])).toEqual([{ code: 'already-here' }])
    expect(verdictsOf(receiver, [first, first]).map(({ code }) => code)).toEqual(['accepted', 'already-here'])
  })

  it('P12: never lets a file that does not follow replace the one that counts, and writes down which that is', () => {
    expect(sortIncoming(knowing(first, second), [stranger])).toEqual({
      verdicts: [{ code: 'waiting', counted: 2, sameNumber: true, otherKeys: false }],
      choices: [{ place, choice: { id: second.id, seen: [first.id] } }],
    })
  })

  it('goes on with what follows on the one that counts, beside one that waits', () => {
    const decided = {
      ...knowing(first, second, stranger),
      choices: new Map([[deskRecordId(place), { id: second.id, seen: [first.id] }]]),
    }
    expect(sortIncoming(decided, [third])).toEqual({
      verdicts: [{ code: 'accepted', replaces: 2, sameNumber: false }],
      choices: [],
    })
  })

  it('counts none of two that do not know of each other and come together', () => {
    const waiting = { code: 'waiting', counted: null, sameNumber: true, otherKeys: false }
    expect(sortIncoming(receiver, [first, stranger])).toEqual({ verdicts: [waiting, waiting], choices: [] })
  })

  it('P21: keeps what counts where a file by other keys follows on it, and writes down which that is', async () => {
    const moved = await submissionOf({ code: 't1', revision: 2, follows: [first.id], signedBy: 'another PC' })
    expect(sortIncoming(knowing(first), [moved])).toEqual({
      verdicts: [{ code: 'waiting', counted: 1, sameNumber: false, otherKeys: true }],
      choices: [{ place, choice: { id: first.id, seen: [] } }],
    })
    const together = { code: 'waiting', counted: null, sameNumber: false, otherKeys: true }
    expect(verdictsOf(receiver, [first, moved])).toEqual([together, together])
    const taken = {
      ...knowing(first, moved),
      choices: new Map([[deskRecordId(place), { id: moved.id, seen: [first.id] }]]),
    }
    const next = await submissionOf({
      ...{ code: 't1', revision: 3, signedBy: 'another PC' },
      follows: [first.id, moved.id],
    })
    expect(verdictsOf(taken, [next])).toEqual([{ code: 'accepted', replaces: 2, sameNumber: false }])
  })

  it('does not let a file of another unit or layer replace one', async () => {
    const total = await submissionOf({ code: 't1', layer: 'total' })
    const neighbour = await submissionOf({ code: 't2' })
    const fresh = { code: 'accepted', replaces: null, sameNumber: false }
    expect(verdictsOf(knowing(first, second), [total, neighbour])).toEqual([fresh, fresh])
  })

  it('takes files of a unit under its earlier code for its own', async () => {
    const renamed = { ...knowing(first), children: new Set(['t1', 'new']), aliases: new Map([['new', 't1']]) }
    const next = await submissionOf({ code: 'new', revision: 2, follows: [first.id], signedBy: 't1' })
    expect(verdictsOf(renamed, [next])).toEqual([{ code: 'accepted', replaces: 1, sameNumber: false }])
  })

  it('P14: takes nothing from a unit that is not right below', async () => {
    expect(verdictsOf(receiver, [await submissionOf({ code: 't3' })])).toEqual([{ code: 'unit-not-in-tree' }])
  })

  it('P14: takes nothing of another year', async () => {
    const next = await submissionOf({ code: 't1', year: 2021 })
    expect(verdictsOf(receiver, [next])).toEqual([{ code: 'other-year', year: 2021 }])
  })

  it('P14: takes what was made in practice into practice only', async () => {
    const practice = await submissionOf({ code: 't1', practice: true })
    expect(verdictsOf(receiver, [practice])).toEqual([{ code: 'practice' }])
    expect(verdictsOf({ ...receiver, practice: true }, [practice])[0]?.code).toBe('accepted')
  })
})
