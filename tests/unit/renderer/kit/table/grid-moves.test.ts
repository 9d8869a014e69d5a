import { describe, expect, it } from 'vitest'
import { figureGrid } from '../../../../../renderer/kit/table/grid-geometry.ts'
import { type Move, type Position, positionAt, step } from '../../../../../renderer/kit/table/grid-moves.ts'
import { formById } from '../../../../../shared/catalogue/catalogue.ts'
import { forms } from '../../../../fixtures/catalogue.ts'

function tableOf(form: string, id: string) {
  const found = formById(forms, form)
  const table = found?.tables.find((each) => each.id === id)
  if (!found || !table) throw new Error('no such table')
  const grid = figureGrid(table.lines)
  const start = (key: string): Position => {
    const known = found.key(key)
    const position = known && positionAt(grid, known)
    if (!position) throw new Error(`no cell ${key}`)
    return position
  }
  const walk = (from: string, ...moves: Move[]): string | null => {
    let position: Position | null = start(from)
    for (const move of moves) position = position && step(grid, position, move)
    return position?.key ?? null
  }
  return { table, grid, walk }
}

describe('step()', () => {
  it('goes to the neighbours of a figure', () => {
    const { walk } = tableOf('2019', 'requests')
    expect(walk('requests.granted.company', 'right')).toBe('requests.granted.research')
    expect(walk('requests.granted.company', 'left')).toBe('requests.granted.person')
    expect(walk('requests.granted.company', 'up')).toBe('requests.carriedIn.company')
    expect(walk('requests.granted.company', 'down')).toBe('requests.partlyGranted.company')
  })

  it('stops at the edges', () => {
    const { walk } = tableOf('2019', 'requests')
    expect(walk('requests.received.person', 'up')).toBeNull()
    expect(walk('requests.received.person', 'left')).toBeNull()
    expect(walk('requests.carriedOut.total', 'down')).toBeNull()
    expect(walk('requests.carriedOut.total', 'right')).toBeNull()
    expect(walk('requests.carriedOut.total', 'row-end')).toBeNull()
  })

  it('crosses headings and keeps its column through a wide figure', () => {
    const { walk } = tableOf('2021', 'disclosure')
    expect(walk('disclosure.normativeDocument.inForce', 'down')).toBe('disclosure.licence.decisions')
    expect(walk('disclosure.normativeDocument.inForce', 'down', 'down', 'up', 'up')).toBe(
      'disclosure.normativeDocument.inForce',
    )
    expect(walk('disclosure.fee.amount', 'up', 'up', 'up', 'up')).toBe('disclosure.normativeDocument.issued')
  })

  it('takes the figure that spans the kept column', () => {
    const { walk } = tableOf('2019', 'disclosure')
    expect(walk('disclosure.compulsion.decisions', 'down')).toBe('disclosure.fee.itemsChange')
    expect(walk('disclosure.compulsion.decisions', 'down', 'down')).toBe('disclosure.procurement.amount')
  })

  it('goes to the ends of a row, a column and the table', () => {
    const { walk } = tableOf('2019', 'requests')
    const from = 'requests.refused.otherLaw.legal'
    expect(walk(from, 'row-start')).toBe('requests.refused.otherLaw.person')
    expect(walk(from, 'row-end')).toBe('requests.refused.otherLaw.total')
    expect(walk(from, 'column-start')).toBe('requests.received.legal')
    expect(walk(from, 'column-end')).toBe('requests.carriedOut.legal')
    expect(walk(from, 'table-start')).toBe('requests.received.person')
    expect(walk(from, 'table-end')).toBe('requests.carriedOut.total')
  })

  it('goes a page and no farther than the last line', () => {
    const { walk } = tableOf('2019', 'requests')
    expect(walk('requests.received.person', 'page-down')).toBe('requests.refused.internalAffairs.person')
    expect(walk('requests.total.person', 'page-down')).toBe('requests.carriedOut.person')
    expect(walk('requests.granted.person', 'page-up')).toBe('requests.received.person')
  })

  it.each([
    ['2019', 'disclosure'],
    ['2019', 'requests'],
    ['2019', 'disputes'],
    ['2021', 'disclosure'],
    ['2021', 'requests'],
    ['2021', 'disputes'],
  ])('reaches every figure of %s %s once with Tab and with Enter, and comes back', (form, id) => {
    const { table, grid } = tableOf(form, id)
    for (const [onward, back] of [
      ['next', 'previous'],
      ['enter', 'enter-back'],
    ] as const) {
      const seen: string[] = []
      let position = positionAt(grid, table.cells[0] ?? ('' as never))
      let last = position
      while (position !== null && seen.length < 1000) {
        seen.push(position.key)
        last = position
        position = step(grid, position, onward)
      }
      // Wide figures stand in several columns: Enter passes them once for each of those.
      if (onward === 'next') expect(seen).toEqual(table.cells)
      else expect(new Set(seen)).toEqual(new Set(table.cells))
      const returned: string[] = []
      while (last !== null && returned.length < 1000) {
        returned.push(last.key)
        last = step(grid, last, back)
      }
      expect(returned).toEqual(seen.reverse())
    }
  })

  it('goes on with the next column at the foot of one', () => {
    const { walk } = tableOf('2019', 'requests')
    expect(walk('requests.carriedOut.person', 'enter')).toBe('requests.received.company')
    expect(walk('requests.received.company', 'enter-back')).toBe('requests.carriedOut.person')
    expect(tableOf('2019', 'disputes').walk('disputes.review.upheld', 'enter')).toBe('disputes.review.corrected')
  })
})
