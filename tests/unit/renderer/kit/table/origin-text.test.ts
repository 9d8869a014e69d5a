import { describe, expect, it } from 'vitest'
import { originText } from '../../../../../renderer/kit/table/origin-text.ts'
import { workingReport } from '../../../../../shared/steps/aggregate/read-working-report.ts'
import { formOf, keyOf } from '../../../../fixtures/read-fixture.ts'

const form = formOf('2021')
const person = keyOf(form, 'requests.received.person')

describe('originText()', () => {
  it('says that a figure comes from the registers, or what they give beside a corrected one', () => {
    const derived = { cells: new Map([[person, 3]]), supplement: {} }
    const text = (typed: number | null) =>
      originText(
        form,
        workingReport(
          form,
          { unit: 'u', year: 2024, layer: 'own' },
          { code: 'u', name: '花园镇' },
          typed === null ? {} : { [`cell:${person}`]: { value: typed, stamp: '1', author: '', device: '' } },
          derived,
        ),
        person,
        false,
      )
    expect(text(null)).toBe('按台账算出')
    expect(text(5)).toBe('手工更正，台账是3')
  })
})
