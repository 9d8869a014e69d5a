import { describe, expect, it } from 'vitest'
import { builtInData } from '../../../../shared/catalogue/built-in.ts'
import { addForm, openCatalogue } from '../../../../shared/catalogue/open-catalogue.ts'
import { form2027 } from '../../../fixtures/catalogue.ts'

const formsOf = ({ forms }: { readonly forms: readonly { readonly id: string }[] }) => forms.map(({ id }) => id)

describe('openCatalogue()', () => {
  it('lets in the forms that were brought', () => {
    const { catalogue, problems } = openCatalogue(builtInData, [form2027])
    expect(formsOf(catalogue)).toEqual(['2019', '2021', '2027'])
    expect(problems).toEqual([])
  })

  it('leaves out one that does not hold together, names it, and lets in the others', () => {
    const broken = { ...form2027, id: '2029', from: 2029, colour: 'red' }
    const { catalogue, problems } = openCatalogue(builtInData, [broken, form2027])
    expect(formsOf(catalogue)).toEqual(['2019', '2021', '2027'])
    expect(problems).toEqual([{ code: 'bad-shape', of: '2029', detail: 'colour' }])
  })

  it('passes over a form that the program has by now, and says where its own is another', () => {
    const [own] = builtInData.forms
    expect(openCatalogue(builtInData, [JSON.parse(JSON.stringify(own))]).problems).toEqual([])
    const other = openCatalogue(builtInData, [{ ...own, title: '{unit}年报' }])
    expect(formsOf(other.catalogue)).toEqual(['2019', '2021'])
    expect(other.problems.map(({ code, of }) => `${code} ${of}`)).toContain('same-id 2019')
  })
})

describe('addForm()', () => {
  it('adds one form, or says why not', () => {
    const more = addForm(builtInData, form2027)
    expect(more.ok && formsOf(more.value)).toEqual(['2019', '2021', '2027'])
    const twice = more.ok ? addForm(more.value.data, form2027) : more
    expect(!twice.ok && twice.problem.map(({ code }) => code)).toContain('same-id')
  })
})
