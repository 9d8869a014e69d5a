import { describe, expect, it } from 'vitest'
import { cellEdits, stateZero, supplementEdits, withdrawStatement } from '../../../../shared/actions/figure-changes.ts'
import { dropOverride, overrideReasonEdit } from '../../../../shared/actions/report-changes.ts'
import { formForYear } from '../../../../shared/catalogue/catalogue.ts'
import type { CellKey } from '../../../../shared/catalogue/forms/form.ts'
import { applyFrame } from '../../../../shared/journal/apply-frame.ts'
import type { Change, Frame } from '../../../../shared/journal/frame.ts'
import type { CellValue } from '../../../../shared/model/report/report.ts'
import { type ReportId, reportRecordId } from '../../../../shared/model/report/report-record.ts'
import type { Groups } from '../../../../shared/record/groups.ts'
import { forms } from '../../../fixtures/catalogue.ts'

const id: ReportId = { unit: '420921001000', year: 2020, layer: 'own' }
const form = required(formForYear(forms, 2020))

function required<T>(value: T | null): T {
  if (value === null) throw new Error('missing')
  return value
}

const cell = (key: string): CellKey => required(form.key(key))

let seq = 0
/** The record after the changes. */
function recordAfter(groups: Groups, changes: readonly Change[]): Groups {
  seq++
  const frame: Frame = {
    v: 1,
    seq,
    hlc: `${String(seq).padStart(13, '0')}-0000-test`,
    device: 'test',
    action: 'type',
    author: '',
    unit: id.unit,
    year: id.year,
    changes: [...changes],
  }
  const key = `report ${reportRecordId(id)}`
  return applyFrame(new Map([[key, groups]]), frame).get(key) ?? groups
}

function type(groups: Groups, key: string, value: CellValue): Groups {
  return recordAfter(groups, cellEdits(form, id, groups, [{ key: cell(key), value }]))
}

describe('cellEdits()', () => {
  it('fills in what stood there before', () => {
    const groups = type({}, 'requests.received.person', 28)
    expect(cellEdits(form, id, groups, [{ key: cell('requests.received.person'), value: null }])).toEqual([
      {
        entity: 'report',
        record: '420921001000|2020|own',
        group: 'cell:requests.received.person',
        value: null,
        previous: 28,
      },
    ])
  })

  it('gives no change for what stands there already', () => {
    const groups = type({}, 'disclosure.procurement.amount', '1592')
    const same = [{ key: cell('disclosure.procurement.amount'), value: '1592' }]
    expect(cellEdits(form, id, groups, same)).toEqual([])
    expect(cellEdits(form, id, {}, [{ key: cell('requests.received.person'), value: null }])).toEqual([])
  })

  it('takes the last value where a cell is named twice', () => {
    const key = cell('requests.received.person')
    const changes = cellEdits(form, id, {}, [
      { key, value: 1 },
      { key, value: 2 },
    ])
    expect(changes.map(({ value }) => value)).toEqual([2])
  })

  it('keeps what was typed wrong', () => {
    const [change] = cellEdits(form, id, {}, [{ key: cell('requests.received.person'), value: '28件' }])
    expect(change?.value).toBe('28件')
  })

  it('does not store a total that its parts give, so that it goes on following them', () => {
    const pasted = (total: number) =>
      cellEdits(form, id, {}, [
        { key: cell('requests.received.person'), value: 28 },
        { key: cell('requests.received.total'), value: total },
      ]).map(({ group, value }) => [group, value])
    expect(pasted(28)).toEqual([['cell:requests.received.person', 28]])
    expect(pasted(29)).toEqual([
      ['cell:requests.received.person', 28],
      ['cell:requests.received.total', 29],
    ])
  })

  it('stores a total of totals that only a wrong total in between would change', () => {
    const changes = cellEdits(form, id, {}, [
      { key: cell('requests.granted.person'), value: 4 },
      { key: cell('requests.total.person'), value: 5 },
      { key: cell('requests.total.total'), value: 4 },
    ])
    expect(changes.map(({ group, value }) => [group, value])).toEqual([
      ['cell:requests.granted.person', 4],
      ['cell:requests.total.person', 5],
      ['cell:requests.total.total', 4],
    ])
  })

  it('empties a typed total when the right one is typed over it', () => {
    const typed = type(type({}, 'requests.received.person', 28), 'requests.received.total', 29)
    const right = [{ key: cell('requests.received.total'), value: 28 }]
    expect(cellEdits(form, id, typed, right)).toMatchObject([{ value: null, previous: 29 }])
  })

  it('takes 全表为0 back with a figure other than 0, in the same action', () => {
    const groups = recordAfter({}, stateZero(form, id, {}, 'disputes', 'zero'))
    const changes = cellEdits(form, id, groups, [{ key: cell('disputes.review.upheld'), value: 1 }])
    expect(changes.map(({ group, value }) => [group, value])).toEqual([
      ['cell:disputes.review.upheld', 1],
      ['statement:disputes', null],
    ])
  })

  it('keeps 全表为0 of other tables, and with 0 or an emptied cell', () => {
    const groups = recordAfter({}, stateZero(form, id, {}, 'disputes', 'zero'))
    const edits = [
      { key: cell('requests.received.person'), value: 5 },
      { key: cell('disputes.review.upheld'), value: null },
    ]
    expect(cellEdits(form, id, groups, edits).some(({ group }) => group.startsWith('statement:'))).toBe(false)
  })
})

describe('stateZero()', () => {
  it('writes 0 into every empty cell that is no total and records the statement', () => {
    const changes = stateZero(form, id, {}, 'disputes', 'zero')
    const cells = changes.filter(({ group }) => group.startsWith('cell:'))
    // Fifteen cells, three of them totals.
    expect(cells).toHaveLength(12)
    expect(cells.every(({ value }) => value === 0)).toBe(true)
    expect(changes.at(-1)).toMatchObject({ group: 'statement:disputes', value: 'none', previous: null })
  })

  it('leaves n/a, and writes money as a decimal string', () => {
    const groups = type({}, 'disclosure.rule.made', 'n/a')
    const changes = stateZero(form, id, groups, 'disclosure', 'zero')
    const byGroup = new Map(changes.map(({ group, value }) => [group, value]))
    expect(byGroup.has('cell:disclosure.rule.made')).toBe(false)
    expect(byGroup.get('cell:disclosure.rule.published')).toBe(0)
    expect(byGroup.get('cell:disclosure.procurement.amount')).toBe('0')
    expect(byGroup.get('statement:disclosure')).toBe('none')
  })

  it('writes n/a into the row 规章 where the unit makes none', () => {
    const changes = stateZero(form, id, {}, 'disclosure', 'not-applicable')
    const rules = changes.filter(({ group }) => group.startsWith('cell:disclosure.rule.'))
    expect(rules.map(({ value }) => value)).toEqual(['n/a', 'n/a', 'n/a'])
  })

  it('makes no statement that a figure contradicts', () => {
    const groups = type({}, 'disputes.review.upheld', 1)
    const changes = stateZero(form, id, groups, 'disputes', 'zero')
    expect(changes).toHaveLength(11)
    expect(changes.some(({ group }) => group === 'statement:disputes')).toBe(false)
  })

  it('does nothing the second time', () => {
    const groups = recordAfter({}, stateZero(form, id, {}, 'disputes', 'zero'))
    expect(stateZero(form, id, groups, 'disputes', 'zero')).toEqual([])
  })
})

describe('withdrawStatement()', () => {
  it('removes the statement and leaves the figures', () => {
    const groups = recordAfter({}, stateZero(form, id, {}, 'disputes', 'zero'))
    expect(withdrawStatement(id, groups, 'disputes').map(({ group, value }) => [group, value])).toEqual([
      ['statement:disputes', null],
    ])
    expect(withdrawStatement(id, {}, 'disputes')).toEqual([])
  })
})

describe('supplementEdits()', () => {
  it('writes figures beside the tables', () => {
    const [change] = supplementEdits(id, {}, [{ key: 'publications.website', value: 8137 }])
    expect(change).toMatchObject({ group: 'supplement:publications.website', value: 8137, previous: null })
  })
})

describe('over derived figures', () => {
  const person = cell('requests.received.person')
  const total = cell('requests.received.total')
  const derived = { cells: new Map([[person, 3]]), supplement: {} }
  const groupsOf = (changes: readonly Change[]) => changes.map(({ group, value }) => [group, value])

  it('stores what differs, and nothing where it says what the registers say', () => {
    expect(groupsOf(cellEdits(form, id, {}, [{ key: person, value: 5 }], derived))).toEqual([[`cell:${person}`, 5]])
    expect(cellEdits(form, id, {}, [{ key: person, value: 3 }], derived)).toEqual([])
  })

  it('takes the override and its reason back when the figure is emptied or typed as derived', () => {
    const typed = recordAfter({}, cellEdits(form, id, {}, [{ key: person, value: 5 }], derived))
    const groups = recordAfter(typed, overrideReasonEdit(id, typed, person, '平台另有2件'))
    const back = [
      [`cell:${person}`, null],
      [`override:${person}`, null],
    ]
    expect(groupsOf(cellEdits(form, id, groups, [{ key: person, value: null }], derived))).toEqual(back)
    expect(groupsOf(cellEdits(form, id, groups, [{ key: person, value: 3 }], derived))).toEqual(back)
    expect(groupsOf(dropOverride(id, groups, person))).toEqual(back)
  })

  it('lets a pasted total follow its derived parts', () => {
    expect(cellEdits(form, id, {}, [{ key: total, value: 3 }], derived)).toEqual([])
    expect(groupsOf(cellEdits(form, id, {}, [{ key: total, value: 4 }], derived))).toEqual([[`cell:${total}`, 4]])
  })

  it('writes no 0 over a derived figure, and states nothing against it', () => {
    const changes = groupsOf(stateZero(form, id, {}, 'requests', 'zero', derived))
    expect(changes).not.toContainEqual([`cell:${person}`, 0])
    expect(changes).toContainEqual(['cell:requests.received.company', 0])
    expect(changes).not.toContainEqual(['statement:requests', 'none'])
    const zero = { ...derived, cells: new Map([[person, 0]]) }
    expect(groupsOf(stateZero(form, id, {}, 'requests', 'zero', zero))).toContainEqual(['statement:requests', 'none'])
  })
})
