import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../shared/values/json.ts'
import { sameJson } from '../../../../shared/values/same-json.ts'

describe('sameJson()', () => {
  it('does not mind the order of keys', () => {
    expect(sameJson({ a: 1, b: [null, 'x'] }, { b: [null, 'x'], a: 1 })).toBe(true)
  })

  it('tells empty, 0 and "0", lists and objects apart', () => {
    const values: Json[] = [null, 0, '0', '', false, [], {}, [0], { 0: 0 }, { a: null }, { b: null }]
    for (const [i, left] of values.entries()) {
      for (const [j, right] of values.entries()) expect(sameJson(left, right)).toBe(i === j)
    }
  })
})
