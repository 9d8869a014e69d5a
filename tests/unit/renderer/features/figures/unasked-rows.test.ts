import { describe, expect, it } from 'vitest'
import { figureRegister, figureRows } from '../../../../../renderer/features/figures/figure-grid.ts'
import { unaskedRows } from '../../../../../renderer/features/figures/unasked-rows.ts'
import type { Entry } from '../../../../../shared/model/entry/entry-record.ts'
import { figuresRegister } from '../../../../fixtures/catalogue.ts'
import { formOf } from '../../../../fixtures/read-fixture.ts'

const figures = figureRegister(figuresRegister)

const unasked = (form: string, year: number, entries: readonly Entry[] = []) =>
  [...unaskedRows(formOf(form), figures, figureRows(figures, entries, year), year)].map(({ subject }) => subject.value)

describe('unaskedRows()', () => {
  it('names what the form of the year has no place for', () => {
    expect(unasked('2021', 2024)).toEqual([
      'otherService.decisions',
      'licence.itemsChange',
      'otherService.itemsChange',
      'penalty.itemsChange',
      'compulsion.itemsChange',
      'fee.itemsChange',
      'procurement.projects',
      'procurement.amount',
    ])
    expect(unasked('2019', 2020)).toEqual(['fee.amount'])
  })

  it('folds nothing in which a figure stands', () => {
    const id = { unit: 'u', register: 'figures', entry: '2024/procurement.projects' }
    const fields = { period: '2024', subject: 'procurement.projects', value: '3' }
    const entry = { id, fields, stages: [], personal: null, binned: null, unread: [] }
    expect(unasked('2021', 2024, [entry])).not.toContain('procurement.projects')
  })
})
