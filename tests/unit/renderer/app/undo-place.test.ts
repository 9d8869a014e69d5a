import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../../renderer/app/undo-place.ts'
import type { Change, Frame } from '../../../../shared/journal/frame.ts'
import { formOf } from '../../../fixtures/read-fixture.ts'

const form = formOf('2021')
const change = (group: string, over: Partial<Change> = {}): Change => ({
  entity: 'report',
  record: 't1|2024|own',
  group,
  value: 1,
  previous: null,
  ...over,
})
const frame = (...changes: Change[]): Frame => ({
  v: 1,
  seq: 1,
  hlc: '1600000000000-0000-test',
  device: 'test',
  action: 'type',
  author: '',
  unit: 't1',
  year: 2024,
  changes,
})
const place = (group: string, over: Partial<Change> = {}) => placeOf(frame(change(group, over)), form)

describe('placeOf()', () => {
  it.each(['cell', 'remark', 'adjust'])('goes to the figure of %s', (kind) => {
    expect(place(`${kind}:requests.granted.person`)).toEqual({
      screen: 'section',
      section: 'requests',
      layer: 'own',
      focus: 'requests.granted.person',
    })
  })

  it('stays on the layer that was changed', () => {
    expect(place('adjust:disputes.review.upheld', { record: 'c|2024|total' })).toMatchObject({ layer: 'total' })
  })

  it.each(['statement:disputes', 'note:disputes'])('goes to the table of %s', (group) => {
    expect(place(group)).toEqual({ screen: 'section', section: 'disputes', layer: 'own' })
  })

  it('goes to the section of a text', () => {
    expect(place('narrative:overview')).toEqual({ screen: 'section', section: 'overview', layer: 'own' })
  })

  it.each(['narrative:preface', 'title:overview', 'blank', 'signOff'])('goes to the opening page for %s', (group) => {
    expect(place(group)).toEqual({ screen: 'opening' })
  })

  it('goes where the first change of the report is seen', () => {
    const profile = change('profile', { entity: 'unit', record: 't1' })
    const two = frame(profile, change('cell:disputes.review.upheld'), change('statement:disputes'))
    expect(placeOf(two, form)).toMatchObject({ section: 'disputes', focus: 'disputes.review.upheld' })
  })

  it('goes to the year whose days off were ticked', () => {
    expect(place('holidays:2027', { entity: 'unit', record: 't1' })).toEqual({ screen: 'holidays', year: 2027 })
  })

  it('stays where it is for a reason, a cell that the form has not, and what is no report', () => {
    expect(place('reason:balance|cell:requests.received.person')).toBeNull()
    expect(place('cell:no.such.cell')).toBeNull()
    expect(place('profile', { entity: 'unit', record: 't1' })).toBeNull()
  })
})
