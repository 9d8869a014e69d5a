import { describe, expect, it } from 'vitest'
import { HOME, samePlace, type View } from '../../../../../renderer/kit/session/view.ts'
import { formOf, keyOf } from '../../../../fixtures/read-fixture.ts'

const requests: View = { screen: 'section', section: 'requests', layer: 'own' }

describe('samePlace()', () => {
  it('looks at the screen', () => {
    expect(samePlace(HOME, { screen: 'today' })).toBe(true)
    expect(samePlace(HOME, { screen: 'desk' })).toBe(false)
  })

  it('tells sections and layers apart, not what is focused there', () => {
    const focused: View = { ...requests, focus: keyOf(formOf('2021'), 'requests.granted.person') }
    expect(samePlace(requests, focused)).toBe(true)
    expect(samePlace(requests, { ...requests, section: 'disputes' })).toBe(false)
    expect(samePlace(requests, { ...requests, layer: 'total' })).toBe(false)
  })

  it('takes the report of one unit for that of another: both stand in one place of the menu', () => {
    expect(samePlace({ screen: 'child', unit: 't1' }, { screen: 'child', unit: 't2' })).toBe(true)
  })
})
