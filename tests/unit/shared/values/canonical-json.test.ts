import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../shared/values/canonical-json.ts'

describe('canonicalJson()', () => {
  it('does not depend on the order of fields, but on that of lists', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x"' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x\\"","d":null}]}')
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
  })

  it('leaves undefined fields out, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  })
})
