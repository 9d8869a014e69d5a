import { describe, expect, it } from 'vitest'
import { editOf } from '../../../../../renderer/kit/table/figure-edit.ts'
import { formById } from '../../../../../shared/catalogue/catalogue.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import type { FigureOrigin, WorkingReport } from '../../../../../shared/model/report/working-report.ts'
import { completeTotals } from '../../../../../shared/steps/aggregate/complete-totals.ts'
import { forms } from '../../../../fixtures/catalogue.ts'

const form = formById(forms, '2019')
if (form === null) throw new Error('no form 2019')
const key = (text: string) => {
  const found = form.key(text)
  if (found === null) throw new Error(`no cell ${text}`)
  return found
}
const person = key('requests.received.person')
const company = key('requests.received.company')
const total = key('requests.received.total')

function workingReport(): WorkingReport {
  const report = emptyReport(form as NonNullable<typeof form>, 2020, { code: 'local:test', name: '花园镇' })
  const { cells, computed } = completeTotals(form as NonNullable<typeof form>, { ...report.cells, [person]: 28 })
  const origin = new Map<typeof total, FigureOrigin>([[person, 'typed']])
  for (const each of computed) origin.set(each, 'computed')
  return {
    id: { unit: 'local:test', year: 2020, layer: 'own' },
    report: { ...report, cells },
    origin,
    reasons: new Map(),
    adjustments: new Map(),
  }
}

describe('editOf()', () => {
  const working = workingReport()

  it('reads full-width digits and separators', () => {
    expect(editOf(form, working, company, '１，２３４')).toEqual({ key: company, value: 1234 })
  })

  it('keeps what cannot be read as it was typed', () => {
    expect(editOf(form, working, company, '约20件')).toEqual({ key: company, value: '约20件' })
  })

  it('changes nothing where the figure stays', () => {
    expect(editOf(form, working, person, '28')).toBeNull()
    expect(editOf(form, working, company, ' ')).toBeNull()
  })

  it('makes a typed total the clerk’s own, also an equal one, and leaves it computed when emptied', () => {
    expect(editOf(form, working, total, '28')).toEqual({ key: total, value: 28 })
    expect(editOf(form, working, total, '')).toBeNull()
  })

  it('lets a derived figure be typed over, not emptied', () => {
    const origin = new Map<typeof total, FigureOrigin>([[person, 'derived']])
    const derived = { ...working, origin }
    expect(editOf(form, derived, person, '')).toBeNull()
    expect(editOf(form, derived, person, '28')).toBeNull()
    expect(editOf(form, derived, person, '29')).toEqual({ key: person, value: 29 })
  })
})
