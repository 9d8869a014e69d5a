import { describe, expect, it } from 'vitest'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import type { FigureOrigin } from '../../../../../shared/model/report/working-report.ts'
import { workingReport } from '../../../../../shared/steps/aggregate/read-working-report.ts'
import { submissionBasis } from '../../../../../shared/steps/package/submission-basis.ts'
import { formOf, keyOf } from '../../../../fixtures/read-fixture.ts'

const form = formOf('2021')

describe('P10: submissionBasis()', () => {
  it('says of each filled cell where it comes from', () => {
    const names = ['person', 'company', 'research', 'total']
    const [typed, computed, summed, adjusted] = names.map((name) => form.key(`requests.received.${name}`))
    if (!typed || !computed || !summed || !adjusted) throw new Error('no cell')
    const origin = new Map<typeof typed, FigureOrigin>([
      [typed, 'typed'],
      [computed, 'computed'],
      [summed, 'summed'],
      [adjusted, 'adjusted'],
    ])
    const basis = submissionBasis(
      form,
      {
        id: { unit: 'c', year: 2023, layer: 'total' },
        report: emptyReport(form, 2023, { code: 'c', name: '孝昌县' }),
        origin,
        reasons: new Map(),
        adjustments: new Map([[adjusted, { by: 1, reason: '补报' }]]),
      },
      [],
      { author: '王芳', reviewer: '', phone: '' },
    )
    expect(basis.provenance).toEqual({
      [typed]: { kind: 'entered' },
      [computed]: { kind: 'derived' },
      [summed]: { kind: 'derived' },
      [adjusted]: { kind: 'adjusted', reason: '补报' },
    })
  })

  it('sends derived figures as derived, and one typed over a derived one with its reason', () => {
    const [derived, explained, silent] = ['person', 'company', 'legal'].map((one) =>
      keyOf(form, `requests.received.${one}`),
    )
    if (!derived || !explained || !silent) throw new Error('no cell')
    const working = workingReport(
      form,
      { unit: 't', year: 2023, layer: 'own' },
      { code: 't', name: '花园镇' },
      {
        [`cell:${explained}`]: { value: 3, stamp: '1', author: '', device: '' },
        [`override:${explained}`]: { value: '平台另有1件', stamp: '1', author: '', device: '' },
        [`cell:${silent}`]: { value: 2, stamp: '1', author: '', device: '' },
      },
      { cells: new Map([derived, explained, silent].map((key) => [key, 1])), supplement: {} },
    )
    const { provenance } = submissionBasis(form, working, [], { author: '', reviewer: '', phone: '' })
    expect(provenance).toMatchObject({
      [derived]: { kind: 'derived' },
      [explained]: { kind: 'adjusted', reason: '平台另有1件' },
      [silent]: { kind: 'adjusted' },
    })
    expect(working.report.cells[explained]).toBe(3)
  })
})
