import { describe, expect, it } from 'vitest'
import { placeBoxes } from '../../../../../shared/catalogue/forms/place-boxes.ts'

const box = (name: string, colSpan = 1, rowSpan = 1) => ({ name, colSpan, rowSpan })
const placed = (...lines: ReturnType<typeof box>[][]) =>
  placeBoxes(lines.map((boxes) => ({ boxes }))).map((line) =>
    line.map((one) => `${one.box.name}${one.line},${one.column}`),
  )

describe('placeBoxes()', () => {
  it('counts wide boxes', () => {
    expect(placed([box('a', 2), box('b')])).toEqual([['a0,0', 'b0,2']])
  })

  it('goes around boxes that reach down from above, until they end', () => {
    expect(placed([box('a', 1, 2), box('b'), box('c', 2, 2)], [box('d')], [box('e'), box('f')])).toEqual([
      ['a0,0', 'b0,1', 'c0,2'],
      ['d1,1'],
      ['e2,0', 'f2,1'],
    ])
  })
})
