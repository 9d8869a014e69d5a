import { describe, expect, it } from 'vitest'
import { originText, supplementOriginText } from '../../../../../renderer/kit/table/origin-text.ts'
import { cellEdits, supplementEdits } from '../../../../../shared/actions/figure-changes.ts'
import { dropSupplementOverride, overrideReasonEdit } from '../../../../../shared/actions/report-changes.ts'
import type { Change } from '../../../../../shared/journal/frame.ts'
import { basisToJson, parseBasis } from '../../../../../shared/model/package/basis-json.ts'
import { submittedReport } from '../../../../../shared/model/report/submitted-report.ts'
import type { DerivedValues } from '../../../../../shared/model/report/working-report.ts'
import type { Groups } from '../../../../../shared/record/groups.ts'
import { workingReport } from '../../../../../shared/steps/aggregate/read-working-report.ts'
import { submissionBasis } from '../../../../../shared/steps/package/submission-basis.ts'
import { formOf, keyOf } from '../../../../fixtures/read-fixture.ts'
import { withChanges } from '../../../../fixtures/register-entries.ts'

const form = formOf('2021')
const id = { unit: 't1', year: 2024, layer: 'own' } as const
const person = keyOf(form, 'requests.received.person')
const derived: DerivedValues = {
  cells: new Map([[person, 3]]),
  supplement: { 'publications.website': 8137, 'processingFee.amount': '12.5' },
}
const standing = (groups: Groups): Groups =>
  Object.fromEntries(Object.entries(groups).filter(([, one]) => one.value !== null))
const withAll = (groups: Groups, changes: readonly Change[]): Groups => standing(withChanges(groups, changes))
const typed = (groups: Groups, key: string, value: number | string | null): Groups =>
  withAll(groups, supplementEdits(id, groups, [{ key, value }], { form, derived }))
const working = (groups: Groups) => workingReport(form, id, { code: 't1', name: '花园镇' }, groups, derived)

describe('a supplement figure typed over what the registers give', () => {
  it('is adjusted, keeps what the registers give beside it, and takes a reason', () => {
    let groups = typed({}, 'publications.website', 8200)
    groups = withAll(groups, overrideReasonEdit(id, groups, 'publications.website', '平台另有63条'))
    const shown = working(groups)
    expect(shown.report.supplement).toMatchObject({ 'publications.website': 8200, 'processingFee.amount': '12.5' })
    expect(shown.supplementOrigin?.get('publications.website')).toBe('adjusted')
    expect(shown.supplementOrigin?.get('processingFee.amount')).toBe('derived')
    expect(shown.overrides?.get('publications.website')).toBe('平台另有63条')
    expect(supplementOriginText(shown, 'publications.website')).toBe('手工更正，台账是8137')
  })

  it('goes in one step with its reason: dropped, emptied, or typed as the registers have it', () => {
    let groups = typed({}, 'publications.website', 8200)
    groups = withAll(groups, overrideReasonEdit(id, groups, 'publications.website', '平台另有63条'))
    expect(withAll(groups, dropSupplementOverride(id, groups, 'publications.website'))).toEqual({})
    expect(typed(groups, 'publications.website', null)).toEqual({})
    expect(typed(groups, 'publications.website', 8137)).toEqual({})
    expect(typed({}, 'processingFee.amount', '12.50')).toEqual({})
    expect(working({}).report.supplement['publications.website']).toBe(8137)
  })

  it('is merely typed where no register gives it', () => {
    const shown = working(typed({}, 'trainings', 4))
    expect(shown.supplementOrigin?.get('trainings')).toBe('typed')
    expect(supplementOriginText(shown, 'trainings')).toBe('手工填写')
    expect(supplementOriginText(shown, 'inspections')).toBe('')
  })

  it('reaches the county with its reason, as a corrected cell does', () => {
    let groups = typed({}, 'publications.website', 8200)
    groups = withAll(groups, overrideReasonEdit(id, groups, 'publications.website', '平台另有63条'))
    groups = typed(groups, 'trainings', 4)
    groups = withAll(groups, cellEdits(form, id, groups, [{ key: person, value: 5 }], derived))
    groups = withAll(groups, overrideReasonEdit(id, groups, person, '漏登2件'))
    const sent = working(groups)
    const basis = submissionBasis(form, sent, [], { author: '', reviewer: '', phone: '' })
    expect(basis.supplement).toEqual({
      'publications.website': { kind: 'adjusted', reason: '平台另有63条' },
      'processingFee.amount': { kind: 'derived' },
    })
    const read = parseBasis(JSON.parse(JSON.stringify(basisToJson(basis))), form)
    if (read === null) throw new Error('not readable')
    const received = submittedReport(form, { report: sent.report, basis: read, layer: 'own' })
    expect(supplementOriginText(received, 'publications.website')).toBe('手工更正，原因：平台另有63条')
    expect(supplementOriginText(received, 'trainings')).toBe('手工填写')
    expect(originText(form, received, person, true)).toBe('手工更正，原因：漏登2件')
  })
})
