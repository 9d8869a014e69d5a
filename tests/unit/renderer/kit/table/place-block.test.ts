import { describe, expect, it } from 'vitest'
import { copyBlock } from '../../../../../renderer/kit/table/copy-block.ts'
import { figureGrid } from '../../../../../renderer/kit/table/grid-geometry.ts'
import { placeBlock } from '../../../../../renderer/kit/table/place-block.ts'
import { formById } from '../../../../../shared/catalogue/catalogue.ts'
import { forms } from '../../../../fixtures/catalogue.ts'

function tableOf(formId: string, id: string) {
  const form = formById(forms, formId)
  const table = form?.tables.find((each) => each.id === id)
  if (!form || !table) throw new Error('no such table')
  const grid = figureGrid(table.lines)
  const keyOf = (text: string) => {
    const key = form.key(text)
    if (key === null) throw new Error(`no cell ${text}`)
    return key
  }
  const paste = (start: string, rows: string[][], selection: string[] = [start]) =>
    placeBlock(table.lines, grid, keyOf(start), selection.map(keyOf), rows)
  return { form, table, grid, keyOf, paste }
}

const placed = (...cells: [key: string, text: string][]) => ({
  ok: true,
  value: cells.map(([key, text]) => ({ key, text })),
})

describe('placeBlock()', () => {
  it('puts a block right of and below the first cell, blanks included', () => {
    const { paste } = tableOf('2019', 'requests')
    expect(
      paste('requests.carriedIn.welfare', [
        ['1', '', '3'],
        ['4', '5', ''],
      ]),
    ).toEqual(
      placed(
        ['requests.carriedIn.welfare', '1'],
        ['requests.carriedIn.legal', ''],
        ['requests.carriedIn.otherOrganisation', '3'],
        ['requests.granted.welfare', '4'],
        ['requests.granted.legal', '5'],
        ['requests.granted.otherOrganisation', ''],
      ),
    )
  })

  it('fills a selection with one value', () => {
    const { paste } = tableOf('2019', 'disputes')
    const two = ['disputes.review.upheld', 'disputes.review.corrected']
    expect(paste('disputes.review.upheld', [['0']], two)).toEqual(
      placed(['disputes.review.upheld', '0'], ['disputes.review.corrected', '0']),
    )
  })

  it('leaves out empty rows and columns at the end', () => {
    const { paste } = tableOf('2019', 'requests')
    expect(
      paste('requests.carriedOut.total', [
        ['7', '', ''],
        ['', '', ''],
      ]),
    ).toEqual(placed(['requests.carriedOut.total', '7']))
  })

  it('takes nothing of a block that is too wide or too tall', () => {
    const { paste } = tableOf('2019', 'requests')
    expect(paste('requests.received.legal', [['1', '2', '3', '4']])).toEqual({
      ok: false,
      problem: { code: 'too-wide', columns: 4, room: 3 },
    })
    expect(paste('requests.total.person', [['1'], ['2'], ['3']])).toEqual({
      ok: false,
      problem: { code: 'too-tall', rows: 3, room: 2 },
    })
  })

  it('skips heading lines between the parts of a table', () => {
    const { paste } = tableOf('2021', 'disclosure')
    expect(
      paste('disclosure.normativeDocument.issued', [
        ['1', '2', '3'],
        ['9', '', ''],
      ]),
    ).toEqual(
      placed(
        ['disclosure.normativeDocument.issued', '1'],
        ['disclosure.normativeDocument.repealed', '2'],
        ['disclosure.normativeDocument.inForce', '3'],
        ['disclosure.licence.decisions', '9'],
      ),
    )
  })

  it('recognises heading lines that were copied along by their labels', () => {
    const { paste } = tableOf('2021', 'disclosure')
    expect(
      paste('disclosure.normativeDocument.issued', [
        ['1', '2', '3'],
        ['', '', ''],
        ['本年处理 决定数量', '', ''],
        ['9', '', ''],
      ]),
    ).toEqual(
      placed(
        ['disclosure.normativeDocument.issued', '1'],
        ['disclosure.normativeDocument.repealed', '2'],
        ['disclosure.normativeDocument.inForce', '3'],
        ['disclosure.licence.decisions', '9'],
      ),
    )
  })

  it('refuses a value where the form has no figure', () => {
    const { paste } = tableOf('2021', 'disclosure')
    expect(paste('disclosure.licence.decisions', [['9', '8']])).toEqual({
      ok: false,
      problem: { code: 'off-figure', row: 1, column: 2, text: '8' },
    })
  })

  it('has nothing to do with an empty clipboard', () => {
    const { paste } = tableOf('2019', 'requests')
    expect(paste('requests.received.person', [])).toEqual({ ok: false, problem: { code: 'nothing' } })
  })

  it.each([
    ['2019', 'disclosure'],
    ['2019', 'requests'],
    ['2021', 'disclosure'],
    ['2021', 'disputes'],
  ])('puts a whole table of %s %s back where it was copied', (formId, id) => {
    const { table, grid, paste } = tableOf(formId, id)
    const cells = Object.fromEntries(table.cells.map((key, i) => [key, i % 5 === 0 ? null : i]))
    const start = table.cells[0] ?? ''
    expect(paste(start, copyBlock(grid, table.cells, cells))).toEqual(
      placed(...table.cells.map((key, i): [string, string] => [key, i % 5 === 0 ? '' : String(i)])),
    )
  })
})
