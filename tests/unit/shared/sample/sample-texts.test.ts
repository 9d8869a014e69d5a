import { describe, expect, it } from 'vitest'
import { formById } from '../../../../shared/catalogue/catalogue.ts'
import type { Form } from '../../../../shared/catalogue/forms/form.ts'
import { sampleCountyTexts, sampleTextChanges, sampleUnitTexts } from '../../../../shared/sample/sample-texts.ts'
import { readTexts } from '../../../../shared/steps/aggregate/read-working-report.ts'
import { forms } from '../../../fixtures/catalogue.ts'

const form = formById(forms, '2019') as Form
const id = { unit: '420921000000', year: 2020, layer: 'total' } as const

describe('sampleCountyTexts()', () => {
  it('has every text, with unit and year in it', () => {
    const { narrative, presentation } = sampleCountyTexts('某县人民政府', 2024)
    expect(Object.keys(narrative)).toEqual(['preface', 'overview', 'problems', 'other'])
    expect(narrative.preface).toContain('某县人民政府')
    expect(narrative.overview).toContain('2024年')
    expect(presentation.signOff).toEqual({ unit: '某县人民政府', date: '2025-01-29' })
    expect(JSON.stringify(narrative)).not.toContain('2020')
  })

  it('has the five usual headings in section one', () => {
    const headings = form.definition.sections[0]?.headings ?? []
    const lines = (sampleCountyTexts('某县', 2020).narrative.overview ?? '').split('\n')
    headings.forEach((heading, i) => {
      expect(lines[i + 1]).toMatch(new RegExp(`^（[一二三四五]）${heading}。`))
    })
    expect(headings).toHaveLength(5)
  })
})

describe('sampleUnitTexts()', () => {
  it('names the unit and the year', () => {
    expect(sampleUnitTexts('花园镇', 2020).narrative.overview).toContain('2020年，花园镇')
  })
})

describe('sampleTextChanges()', () => {
  it('writes what the report then reads back', () => {
    const groups = Object.fromEntries(
      sampleTextChanges(forms, id, {}).map(({ group, value }) => [group, { value, stamp: '', author: '', device: '' }]),
    )
    const { narrative, presentation } = readTexts(form, groups)
    expect({ narrative, presentation }).toEqual(sampleCountyTexts('孝昌县人民政府', 2020))
  })
})
