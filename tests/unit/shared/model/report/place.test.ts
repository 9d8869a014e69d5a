import { describe, expect, it } from 'vitest'
import { findingId } from '../../../../../shared/model/report/finding.ts'
import {
  type Place,
  type PlaceJson,
  placeId,
  placeJson,
  readPlace,
  sectionOf,
} from '../../../../../shared/model/report/place.ts'
import { formOf, keyOf } from '../../../../fixtures/read-fixture.ts'

const form = formOf('2021')
const places: Record<Place['kind'], [place: Place, id: string, section: string | null]> = {
  report: [{ kind: 'report' }, 'report', null],
  cell: [{ kind: 'cell', cell: keyOf(form, 'requests.granted.person') }, 'cell:requests.granted.person', 'requests'],
  table: [{ kind: 'table', table: 'disputes' }, 'table:disputes', 'disputes'],
  section: [{ kind: 'section', section: 'problems' }, 'section:problems', 'problems'],
  supplement: [{ kind: 'supplement', figure: 'trainings' }, 'supplement:trainings', null],
  entry: [{ kind: 'entry', register: 'requests', entry: 'e1' }, 'entry:requests/e1', null],
}

describe('a place', () => {
  it.each(Object.values(places))('%o has an id and a section, and reads back from a file', (place, id, section) => {
    expect(placeId(place)).toBe(id)
    expect(sectionOf(form, place)).toBe(section)
    expect(readPlace(form, placeJson.parse(JSON.parse(JSON.stringify(place))))).toEqual(place)
  })

  it.each<PlaceJson>([
    { kind: 'cell', cell: 'x.y.z' },
    { kind: 'table', table: 'overview' },
    { kind: 'supplement', figure: 'gone' },
  ])('that the form has not is none: %o', (json) => {
    expect(readPlace(form, json)).toBeNull()
  })

  it('tells a finding apart with its rule, and with the unit whose figure it is', () => {
    const [place] = places.table
    expect(findingId({ rule: 'empty-table', place })).toBe('empty-table|table:disputes')
    const unit = { code: 't1', name: '花园镇' }
    expect(findingId({ rule: 'value', place, unit })).toBe('value|table:disputes|t1')
  })
})
