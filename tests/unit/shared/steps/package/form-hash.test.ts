import { describe, expect, it } from 'vitest'
import type { FormDefinition } from '../../../../../shared/catalogue/forms/form-definition.ts'
import { formHash } from '../../../../../shared/steps/package/form-hash.ts'
import { catalogue, compiledForm } from '../../../../fixtures/catalogue.ts'
import { formOf } from '../../../../fixtures/read-fixture.ts'

const form = formOf('2021')
const { definition } = form

/** The form compiled anew from its data, with something changed. */
const changed = (change: Partial<FormDefinition>): string => formHash(compiledForm({ ...definition, ...change }))

describe('P8: formHash()', () => {
  it('is the same for the same data, and another for each form', () => {
    expect(formHash(form)).toMatch(/^[0-9a-f]{64}$/)
    expect(changed({})).toBe(formHash(form))
    expect(new Set(catalogue.forms.map(formHash)).size).toBe(catalogue.forms.length)
  })

  it('does not depend on the order in which the data names its fields', () => {
    const { id, ...rest } = definition
    expect(formHash(compiledForm({ ...rest, id }))).toBe(formHash(form))
  })

  it('changes with a label, a kind, a unit, and a section', () => {
    const replaced = (from: string, to: string): string =>
      formHash(compiledForm(JSON.parse(JSON.stringify(definition).replace(from, to))))
    expect(replaced('行政规范性文件', '规范性文件')).not.toBe(formHash(form))
    expect(replaced('"kind":"money","unit":"万元"', '"kind":"money","unit":"元"')).not.toBe(formHash(form))
    expect(replaced('"kind":"money","unit":"万元"', '"kind":"count","unit":"万元"')).not.toBe(formHash(form))
    expect(changed({ sections: definition.sections.slice(1) })).not.toBe(formHash(form))
  })

  it('stays where a task asks for more figures, and where a form that follows ends this one', () => {
    const more = ['volunteers', 'complaints'].map((key) => ({ key, label: key, kind: 'count' as const, unit: '件' }))
    expect(changed({ supplement: [...definition.supplement, ...more] })).toBe(formHash(form))
    expect(formHash({ ...form, years: { ...form.years, to: 2026 } })).toBe(formHash(form))
  })

  it('stays with other rules and derivations, so that a program that checks more reads the same files', () => {
    const balance = definition.rules.filter(({ code }) => code !== 'balance')
    expect(balance.length).toBeLessThan(definition.rules.length)
    expect(changed({ rules: balance })).toBe(formHash(form))
    const fewer = definition.derivations.filter(({ cell }) => cell !== 'publications.website')
    expect(fewer.length).toBeLessThan(definition.derivations.length)
    expect(changed({ derivations: fewer })).toBe(formHash(form))
  })
})
