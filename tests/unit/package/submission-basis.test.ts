import { describe, expect, it } from 'vitest'
import { formById } from '../../../shared/forms/forms.ts'
import { submissionBasis } from '../../../shared/package/submission-basis.ts'
import { emptyReport } from '../../../shared/report/report-json.ts'
import type { FigureOrigin } from '../../../shared/report/working-report.ts'

const form = formById('2021')
if (form === null) throw new Error('no form')

describe('submissionBasis()', () => {
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
})
