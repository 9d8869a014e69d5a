import { describe, expect, it } from 'vitest'
import { viewOfPlace } from '../../../../../renderer/kit/session/place-view.ts'
import { formOf, keyOf } from '../../../../fixtures/read-fixture.ts'

const form = formOf('2021')

describe('viewOfPlace()', () => {
  it('leads to the cell in its table, of the layer that is looked at', () => {
    const cell = keyOf(form, 'disputes.review.total')
    expect(viewOfPlace(form, 'total', { kind: 'cell', cell })).toEqual({
      screen: 'section',
      section: 'disputes',
      layer: 'total',
      focus: cell,
    })
  })

  it('leads to tables, texts, the preface, supplement figures and entries', () => {
    expect(viewOfPlace(form, 'own', { kind: 'table', table: 'requests' })).toMatchObject({ section: 'requests' })
    expect(viewOfPlace(form, 'own', { kind: 'section', section: 'other' })).toMatchObject({ section: 'other' })
    expect(viewOfPlace(form, 'own', { kind: 'section', section: 'preface' })).toEqual({ screen: 'opening' })
    expect(viewOfPlace(form, 'own', { kind: 'supplement', figure: 'trainings' })).toEqual({
      screen: 'supplement',
      figure: 'trainings',
    })
    expect(viewOfPlace(form, 'own', { kind: 'entry', register: 'requests', entry: 'e1' })).toEqual({
      screen: 'register',
      register: 'requests',
      entry: 'e1',
    })
  })

  it('leads nowhere for the report as a whole', () => {
    expect(viewOfPlace(form, 'own', { kind: 'report' })).toBeNull()
  })
})
