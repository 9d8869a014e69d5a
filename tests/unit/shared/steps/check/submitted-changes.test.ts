import { describe, expect, it } from 'vitest'
import { cellEdits, supplementEdits } from '../../../../../shared/actions/figure-changes.ts'
import { keepFinalised, keepSubmitted } from '../../../../../shared/actions/keep-submitted.ts'
import { narrativeEdit, noteEdit, remarkEdit } from '../../../../../shared/actions/report-changes.ts'
import type { Change } from '../../../../../shared/journal/frame.ts'
import type { CellValue, Report } from '../../../../../shared/model/report/report.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import type { DerivedValues } from '../../../../../shared/model/report/working-report.ts'
import type { Groups } from '../../../../../shared/record/groups.ts'
import { deskReport } from '../../../../../shared/steps/aggregate/desk-report.ts'
import { workingReport } from '../../../../../shared/steps/aggregate/read-working-report.ts'
import { changeTally, emptyTally } from '../../../../../shared/steps/aggregate/tally.ts'
import { hasChangedFigures, submittedChanges } from '../../../../../shared/steps/check/submitted-changes.ts'
import {
  shownChanges,
  submittedChangesMessage,
  submittedChangeText,
} from '../../../../../shared/wording/submitted-change.ts'
import { formOf, keyOf } from '../../../../fixtures/read-fixture.ts'
import { withChanges } from '../../../../fixtures/register-entries.ts'

const form = formOf('2021')
const id = { unit: 't1', year: 2024, layer: 'own' } as const
const name = { code: 't1', name: '花园镇' }
const cell = (text: string) => keyOf(form, text)
const [person, company, total] = ['person', 'company', 'total'].map((one) => cell(`requests.received.${one}`)) as [
  ReturnType<typeof cell>,
  ReturnType<typeof cell>,
  ReturnType<typeof cell>,
]
const fee = cell('disclosure.fee.amount')

const given = (cells: Readonly<Record<string, CellValue>>, supplement: DerivedValues['supplement'] = {}) => ({
  cells: new Map(Object.entries(cells).map(([key, value]) => [cell(key), value])),
  supplement,
})
const working = (groups: Groups, derived?: DerivedValues) => workingReport(form, id, name, groups, derived)
const typed = (groups: Groups, key: string, value: CellValue, derived?: DerivedValues): Groups =>
  withChanges(groups, cellEdits(form, id, groups, [{ key: cell(key), value }], derived))
const since = (submitted: Report, groups: Groups, derived?: DerivedValues) =>
  submittedChanges(form, submitted, working(groups, derived))
const values = (changes: readonly Change[]) => Object.fromEntries(changes.map(({ group, value }) => [group, value]))

describe('submittedChanges()', () => {
  it('says nothing of a report that is as it was sent', () => {
    const derived = given({ 'requests.received.person': 3 }, { 'received.online': 3 })
    const groups = typed({}, 'disclosure.fee.amount', '12.50')
    expect(since(working(groups, derived).report, groups, derived)).toEqual({
      cells: [],
      following: new Set(),
      supplement: [],
      texts: [],
    })
  })

  it('names the figures that an entry changed, with both numbers, and knows the totals that follow', () => {
    const before = given({ 'requests.received.person': 3 }, { 'received.online': 3 })
    const after = given({ 'requests.received.person': 4 }, { 'received.online': 4 })
    const changes = since(working({}, before).report, {}, after)
    expect(changes.cells).toEqual([
      { key: person, submitted: 3, now: 4 },
      { key: total, submitted: 3, now: 4 },
    ])
    expect([...changes.following]).toEqual([total])
    expect(changes.supplement).toEqual([{ key: 'received.online', submitted: 3, now: 4 }])
    expect(shownChanges(changes).map(({ key }) => key)).toEqual([person, 'received.online'])
    expect(submittedChangesMessage(form, 2024, 'own', changes)).toBe(
      '2024年度报送后有2个数变动：表三“一、本年新收政府信息公开申请数量”的“自然人”：已报送3，现在4等。请重新报送，或保留已报送的数。',
    )
  })

  it('names a figure typed afterwards, and one that was emptied', () => {
    const sent = typed(typed({}, 'requests.received.person', 3), 'disclosure.fee.amount', '12.5')
    const { report } = working(sent)
    const changes = since(report, typed(typed(sent, 'requests.received.person', 5), 'disclosure.fee.amount', null))
    expect(changes.cells).toEqual([
      { key: fee, submitted: '12.5', now: null },
      { key: person, submitted: 3, now: 5 },
      { key: total, submitted: 3, now: 5 },
    ])
    const [first] = changes.cells
    if (first === undefined) throw new Error('no change')
    expect(submittedChangeText(form, 'own', first)).toMatch(/：已报送12\.5，现在空白$/)
  })

  it('does not call it a change where money is written otherwise, or the registers say 0 of what was left empty', () => {
    const sent = working(typed({}, 'disclosure.fee.amount', '12.5')).report
    const now = given({ 'requests.received.person': 0 }, { 'received.online': 0 })
    expect(hasChangedFigures(since(sent, typed({}, 'disclosure.fee.amount', '12.50'), now))).toBe(false)
    // Typed by a person, 0 and empty are two different things.
    expect(since(sent, typed(typed({}, 'disclosure.fee.amount', '12.5'), 'requests.received.person', 0)).cells).toEqual(
      [{ key: person, submitted: null, now: 0 }],
    )
  })

  it('names the sections whose words changed', () => {
    const { report } = working({})
    const changed = [
      ...narrativeEdit(id, {}, 'preface', '前言'),
      ...narrativeEdit(id, {}, 'problems', '不足'),
      ...remarkEdit(id, {}, person, '含1件转来的'),
      ...noteEdit(id, {}, 'disputes', '注：含结转'),
    ]
    const changes = since(report, withChanges({}, changed))
    expect(changes.texts).toEqual(['preface', 'requests', 'disputes', 'problems'])
    expect(hasChangedFigures(changes)).toBe(false)
    expect(submittedChangesMessage(form, 2024, 'own', changes)).toContain('以后改过文字：前言；三、')
  })
})

describe('keepSubmitted()', () => {
  const keep = (groups: Groups, submitted: Report, derived?: DerivedValues) =>
    keepSubmitted(form, id, groups, submitted, { derived, reason: ' 已按原数公布 ' })

  it('types the submitted figures over those of the registers, with the reason, and leaves the total to follow', () => {
    const { report } = working({}, given({ 'requests.received.person': 3 }, { 'received.online': 3 }))
    const after = given({ 'requests.received.person': 4 }, { 'received.online': 4 })
    const changes = keep({}, report, after)
    expect(values(changes)).toEqual({
      [`cell:${person}`]: 3,
      [`override:${person}`]: '已按原数公布',
      'supplement:received.online': 3,
      'override:received.online': '已按原数公布',
    })
    const kept = withChanges({}, changes)
    expect(since(report, kept, after)).toMatchObject({ cells: [], supplement: [] })
    expect(working(kept, after).origin.get(person)).toBe('adjusted')
    // Quiet too where the registers go on counting.
    expect(hasChangedFigures(since(report, kept, given({ 'requests.received.person': 9 })))).toBe(false)
  })

  it('types back what was typed, without a reason that would belong to nothing', () => {
    const sent = typed(typed({}, 'requests.received.person', 3), 'requests.received.company', 1)
    const { report } = working(sent)
    const now = typed(typed(sent, 'requests.received.person', 5), 'requests.received.total', 7)
    const changes = keep(now, report)
    expect(values(changes)).toEqual({ [`cell:${person}`]: 3, [`cell:${total}`]: null })
    expect(hasChangedFigures(since(report, withChanges(now, changes)))).toBe(false)
  })

  it('takes an override back that came after the report was sent', () => {
    const derived = given({ 'requests.received.company': 2 })
    const { report } = working({}, derived)
    const now = typed({}, 'requests.received.company', 9, derived)
    expect(values(keep(now, report, derived))).toEqual({ [`cell:${company}`]: null })
  })

  it('keeps a figure that was sent empty as 0 where an entry now counts in it', () => {
    const { report } = working({})
    const derived = given({ 'requests.received.person': 1 }, { 'processingFee.amount': '30' })
    const kept = withChanges({}, keep({}, report, derived))
    expect(working(kept, derived).report.cells[person]).toBe(0)
    expect(working(kept, derived).report.supplement['processingFee.amount']).toBe('0')
    expect(hasChangedFigures(since(report, kept, derived))).toBe(false)
  })
})

describe('keepFinalised()', () => {
  const ofDesk = { unit: 'c', year: 2024, layer: 'total' } as const
  const part = (cells: Readonly<Record<string, CellValue>>): Report => {
    const empty = emptyReport(form, 2024, name)
    return { ...empty, cells: { ...empty.cells, ...cells }, supplement: { trainings: 4 } }
  }
  const sum = (groups: Groups, parts: readonly Report[]) =>
    deskReport(
      form,
      ofDesk,
      { code: 'c', name: '孝昌县' },
      groups,
      changeTally(form, emptyTally, { added: parts }),
      emptyReport(form, 2024, { code: 'c', name: '孝昌县' }),
    ).working

  it('adjusts every sum that changed back to what was finalised, on top of what was adjusted before', () => {
    const groups = withChanges({}, [
      {
        entity: 'report',
        record: 'c|2024|total',
        group: `adjust:${person}`,
        value: { by: -1, reason: '重复计算' },
        previous: null,
      },
    ])
    const before = part({ [person]: 3, [total]: 3, [fee]: '0.3' })
    const finalised = sum(groups, [before]).report
    const late = part({ [person]: 2, [company]: 1, [total]: 3, [fee]: '0.1' })
    const now = sum(groups, [before, late])
    expect(submittedChanges(form, finalised, now).cells.map(({ key }) => key)).toEqual([fee, person, company, total])
    expect([...submittedChanges(form, finalised, now).following]).toEqual([total])
    const changes = keepFinalised(form, ofDesk, groups, finalised, { working: now, reason: '迟报，下年更正' })
    const kept = sum(withChanges(groups, changes), [before, late])
    expect(kept.adjustments.get(person)).toEqual({ by: -3, reason: '迟报，下年更正' })
    expect(kept.adjustments.get(fee)).toEqual({ by: '-0.1', reason: '迟报，下年更正' })
    expect(kept.report.cells[person]).toBe(finalised.cells[person])
    expect(submittedChanges(form, finalised, kept)).toMatchObject({ cells: [], supplement: [] })
  })

  it('has nothing to say of 补充数字, which nobody can adjust in a sum', () => {
    const finalised = sum({}, [part({})]).report
    expect(hasChangedFigures(submittedChanges(form, finalised, sum({}, [part({}), part({})])))).toBe(false)
    expect(supplementEdits(ofDesk, {}, [])).toEqual([])
  })
})
