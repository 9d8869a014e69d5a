import { describe, expect, it } from 'vitest'
import { formById } from '../../../../../shared/catalogue/catalogue.ts'
import { deskRecordId } from '../../../../../shared/model/desk/choice-record.ts'
import { deskChildren } from '../../../../../shared/model/desk/desk-children.ts'
import type { PackageSummary } from '../../../../../shared/model/package/package-summary.ts'
import type { Choice } from '../../../../../shared/model/package/piles.ts'
import { summarise } from '../../../../../shared/steps/check/summarise.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { receivedOf } from '../../../../fixtures/received.ts'
import type { SubmissionOptions } from '../../../../fixtures/submission-bytes.ts'
import { unit } from '../../../../fixtures/test-store.ts'

const form = formById(forms, '2019')
if (form === null) throw new Error('no form')
const ofYear = form

const summaryOf = async (options: SubmissionOptions) => summarise(ofYear, forms, await receivedOf(options))

const garden = unit('t1', '花园镇', 'township', 'c')
const full = {
  'disclosure.normativeDocument.made': 0,
  'requests.received.person': 1,
  'disputes.review.upheld': 0,
}
const childOf = (packages: readonly PackageSummary[], choice: Choice | null = null) => {
  const place = deskRecordId({ unit: 't1', year: 2020, layer: 'own' })
  return deskChildren(form, 2020, [garden], packages, new Map(choice === null ? [] : [[place, choice]]))[0]
}

describe('deskChildren()', () => {
  it('says who is missing', () => {
    expect(childOf([])).toEqual({
      unit: garden,
      state: 'missing',
      blankTables: [],
      current: null,
      waiting: [],
      files: 0,
      sameNumber: 0,
    })
  })

  it('takes the file that follows on the others, whatever its number and its clock', async () => {
    const old = await summaryOf({ code: 't1', time: 1_600_000_000_001, revision: 2, cells: full })
    const newer = await summaryOf({ code: 't1', follows: [old.id], cells: full })
    const child = childOf([newer, old])
    expect(child).toMatchObject({ state: 'received', files: 2, sameNumber: 0, waiting: [] })
    expect(child?.current).toBe(newer)
  })

  it('counts none of two that do not know of each other, until one is chosen', async () => {
    const one = await summaryOf({ code: 't1', cells: full })
    const other = await summaryOf({ code: 't1', cells: { ...full, 'requests.received.person': 2 } })
    expect(childOf([one, other])).toMatchObject({ state: 'undecided', current: null, waiting: [one, other], files: 2 })
    expect(childOf([one, other], { id: other.id, seen: [one.id] })).toMatchObject({
      state: 'received',
      current: other,
      waiting: [],
      sameNumber: 1,
    })
  })

  it('names tables that came without a figure and without 全表为0', async () => {
    const cells = { 'disclosure.rule.made': 'n/a', 'requests.received.person': 1 }
    const blank = await summaryOf({ code: 't1', cells, statements: ['disputes'] })
    expect(childOf([blank])).toMatchObject({ state: 'blank', blankTables: ['disclosure'] })
  })

  it("counts a gathering unit's total before its own figures", async () => {
    const total = await summaryOf({ code: 't1', layer: 'total', cells: full })
    const own = await summaryOf({ code: 't1', layer: 'own', cells: full })
    expect(childOf([own, total])).toMatchObject({ current: total, waiting: [], files: 2 })
  })
})
