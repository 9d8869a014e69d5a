import { describe, expect, it } from 'vitest'
import { openAtEnd } from '../../../../../shared/catalogue/forms/open-at-end.ts'
import { compiledForm, form2027, forms } from '../../../../fixtures/catalogue.ts'

describe('openAtEnd()', () => {
  it.each(forms)('names where form $id counts what is open at the end of a year', (form) => {
    expect(openAtEnd(form, 'requests')).toEqual({ section: '依申请公开', label: '结转下年度继续办理' })
    expect(openAtEnd(form, 'disputes')).toEqual({ section: '复议、诉讼', label: '尚未审结' })
    expect(openAtEnd(form, 'documents')).toBeNull()
  })

  it('says it as the form does', () => {
    const renamed = JSON.stringify(form2027)
      .replaceAll('尚未审结', '未结案')
      .replace('"short":"复议、诉讼"', '"short":"争议"')
    expect(openAtEnd(compiledForm(JSON.parse(renamed)), 'disputes')).toEqual({ section: '争议', label: '未结案' })
  })
})
