import { describe, expect, it } from 'vitest'
import { finalChanges } from '../../../../../shared/actions/final-changes.ts'
import { formById } from '../../../../../shared/catalogue/catalogue.ts'
import type { Change } from '../../../../../shared/journal/frame.ts'
import { type FinalReport, finalWorkingReport, readFinal } from '../../../../../shared/model/desk/final-record.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import type { Groups } from '../../../../../shared/record/groups.ts'
import { forms } from '../../../../fixtures/catalogue.ts'

const form = formById(forms, '2021')
if (form === null) throw new Error('no form')

const received = form.key('requests.received.person')
const empty = emptyReport(form, 2023, { code: 'c', name: '孝昌县' })
if (received === null) throw new Error('no cell')

const final: FinalReport = {
  report: { ...empty, cells: { ...empty.cells, [received]: 28 }, narrative: { overview: '总体' } },
  revision: 2,
  at: '2024-01-29',
  adjustments: { 'requests.received.person': { by: -1, reason: '重复计算' } },
}

const stored = ([change]: Change[]): Groups => ({
  finalised: { value: change?.value ?? null, stamp: '1', author: '', device: '' },
})

describe('finalChanges()', () => {
  it('freezes a report so that it reads back the same', () => {
    const changes = finalChanges(form, {}, final)
    expect(changes).toMatchObject([{ entity: 'final', record: 'c|2023', group: 'finalised', previous: null }])
    expect(readFinal(stored(changes), forms)).toEqual(final)
  })

  it('gives no change for the same report once more', () => {
    expect(finalChanges(form, stored(finalChanges(form, {}, final)), final)).toEqual([])
  })
})

describe('readFinal()', () => {
  it('finds none where 定稿 was taken back', () => {
    expect(readFinal({ finalised: { value: null, stamp: '2', author: '', device: '' } }, forms)).toBe(null)
  })
})

describe('finalWorkingReport()', () => {
  it('tells adjusted figures from summed ones', () => {
    const other = form.key('requests.received.company')
    if (other === null) throw new Error('no cell')
    const working = finalWorkingReport(form, final, new Map())
    expect([working.origin.get(received), working.origin.get(other)]).toEqual(['adjusted', undefined])
    expect(working.adjustments.get(received)?.by).toBe(-1)
  })
})
