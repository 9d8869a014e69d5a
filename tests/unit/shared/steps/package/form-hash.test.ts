import { describe, expect, it } from 'vitest'
import { compileForm } from '../../../../../shared/catalogue/forms/compile-form.ts'
import type { Form } from '../../../../../shared/catalogue/forms/form.ts'
import { forms } from '../../../../../shared/catalogue/forms/forms.ts'
import { formHash } from '../../../../../shared/steps/package/form-hash.ts'
import { formOf } from '../../../../fixtures/read-fixture.ts'

const form = formOf('2021')
const { definition } = form

/** The form compiled anew from its data, with something changed. */
const changed = (change: Partial<Form['definition']>): string => formHash(compileForm({ ...definition, ...change }))

describe('formHash()', () => {
  it('is the same for the same data, and another for each form', () => {
    expect(formHash(form)).toMatch(/^[0-9a-f]{64}$/)
    expect(changed({})).toBe(formHash(form))
    expect(new Set(forms.map(formHash)).size).toBe(forms.length)
  })

  it('does not depend on the order in which the data names its fields', () => {
    const { id, ...rest } = definition
    expect(formHash(compileForm({ ...rest, id }))).toBe(formHash(form))
  })

  it('changes with a label of a row, a title of a section and the years', () => {
    const relabelled: unknown = JSON.parse(JSON.stringify(definition).replace('行政规范性文件', '规范性文件'))
    expect(formHash(compileForm(relabelled))).not.toBe(formHash(form))
    const sections = definition.sections.map((section) => ({ ...section, title: `${section.title}（一）` }))
    expect(changed({ sections })).not.toBe(formHash(form))
    expect(changed({ years: { ...definition.years, to: 2090 } })).not.toBe(formHash(form))
  })

  it('changes with what a county asks for beside the tables', () => {
    expect(definition.supplement.length).toBeGreaterThan(0)
    expect(changed({ supplement: [], derivations: [] })).not.toBe(formHash(form))
  })

  it('stays with other rules and derivations, so that a program that checks more reads the same files', () => {
    expect(definition.rules.length).toBeGreaterThan(0)
    expect(definition.derivations.length).toBeGreaterThan(0)
    expect(changed({ rules: [] })).toBe(formHash(form))
    expect(changed({ derivations: [] })).toBe(formHash(form))
  })
})
