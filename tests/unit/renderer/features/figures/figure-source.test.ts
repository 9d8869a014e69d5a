import { describe, expect, it } from 'vitest'
import { figureFields, figureRegister, figureRows } from '../../../../../renderer/features/figures/figure-grid.ts'
import { entryLine } from '../../../../../renderer/kit/sources/entry-line.ts'
import { figuresRegister, openingsRegister, registers } from '../../../../fixtures/catalogue.ts'
import { formOf } from '../../../../fixtures/read-fixture.ts'
import { entryOf, figureEntry } from '../../../../fixtures/register-entries.ts'

const figures = figureRegister(figuresRegister)
const website = figures.subjects.find(({ value }) => value === 'publications.website')
if (website === undefined) throw new Error('no subject')
const sourced = entryOf('figures', {
  subject: 'publications.website',
  period: '2024-03',
  value: '57',
  source: '政务服务平台导出',
})

describe('where a figure is from', () => {
  const rowOf = (year: number) =>
    figureRows(figures, [figureEntry('publications.website', '2024-01', '8'), sourced], year).find(
      ({ subject }) => subject === website,
    )

  it('is one text for a subject and year, whichever month it was noted with', () => {
    expect(rowOf(2024)?.source).toBe('政务服务平台导出')
    expect(rowOf(2024)?.entries.map(({ entry }) => entry)).toEqual([
      '2024-01/publications.website',
      '2024-03/publications.website',
    ])
    expect(rowOf(2023)).toMatchObject({ source: '', entries: [] })
  })

  it('goes along with the next figure of the row, and is no field where the register does not ask', () => {
    const typed = { subject: website, period: '2024-04', text: '9', source: '政务服务平台导出' }
    expect(figureFields(figures, typed)).toMatchObject({ value: '9', source: '政务服务平台导出' })
    expect(figureFields(figures, { ...typed, source: '' })).not.toHaveProperty('source')
    expect(figureFields(figureRegister(openingsRegister), typed)).not.toHaveProperty('source')
  })

  it('is said where a cell names the figures behind it', () => {
    expect(entryLine(registers, formOf('2021'), { id: '', entry: sourced, day: '2024-03', facts: null }).outcome).toBe(
      '57（来源：政务服务平台导出）',
    )
  })
})
