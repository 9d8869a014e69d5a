import { describe, expect, it } from 'vitest'
import { blockBetween, figureGrid } from '../../../../../renderer/kit/table/grid-geometry.ts'
import type { CellKey } from '../../../../../shared/catalogue/forms/form.ts'
import { placeBoxes } from '../../../../../shared/catalogue/forms/place-boxes.ts'
import { forms } from '../../../../fixtures/catalogue.ts'

const tables = forms.flatMap((form) => form.tables.map((table) => ({ form, table, name: `${form.id} ${table.id}` })))

const keyOf = (text: string): CellKey => {
  const found = forms.map((form) => form.key(text)).find((key) => key !== null)
  if (!found) throw new Error(`no cell ${text}`)
  return found
}

describe('placeBoxes()', () => {
  it.each(tables)('covers each place of $name exactly once', ({ table }) => {
    const width = table.widths.length
    const covered = table.lines.map(() => Array.from({ length: width }, () => 0))
    for (const { box, line, column } of placeBoxes(table.lines).flat()) {
      for (let i = 0; i < box.rowSpan; i += 1) {
        for (let j = 0; j < box.colSpan; j += 1) {
          const row = covered[line + i]
          if (row) row[column + j] = (row[column + j] ?? 0) + 1
        }
      }
    }
    expect(covered).toEqual(table.lines.map(() => Array.from({ length: width }, () => 1)))
  })
})

describe('figureGrid()', () => {
  it.each(tables)('has the figures of $name in the order of the form', ({ table }) => {
    expect(figureGrid(table.lines).order).toEqual(table.cells)
  })
})

describe('blockBetween()', () => {
  const requests = tables.find(({ name }) => name === '2019 requests')
  const disclosure = tables.find(({ name }) => name === '2021 disclosure')
  if (!requests || !disclosure) throw new Error('no such table')

  it('takes the rectangle whichever corners are given', () => {
    const grid = figureGrid(requests.table.lines)
    const expected = ['granted', 'partlyGranted'].flatMap((row) =>
      ['company', 'research'].map((column) => `requests.${row}.${column}`),
    )
    const [a, b] = [keyOf('requests.granted.research'), keyOf('requests.partlyGranted.company')]
    expect(blockBetween(grid, a, b).keys).toEqual(expected)
    expect(blockBetween(grid, b, a).keys).toEqual(expected)
  })

  it('widens to a wide figure', () => {
    const grid = figureGrid(disclosure.table.lines)
    const block = blockBetween(
      grid,
      keyOf('disclosure.normativeDocument.inForce'),
      keyOf('disclosure.licence.decisions'),
    )
    expect(block.keys).toEqual([
      'disclosure.normativeDocument.issued',
      'disclosure.normativeDocument.repealed',
      'disclosure.normativeDocument.inForce',
      'disclosure.licence.decisions',
    ])
  })
})
