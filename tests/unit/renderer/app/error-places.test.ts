import { describe, expect, it } from 'vitest'
import { errorPlaces } from '../../../../renderer/app/error-places.ts'

describe('errorPlaces()', () => {
  it('keeps the places of a stack and nothing of its message', () => {
    const stack = [
      'DataError: 王芳 typed this',
      '    at 王芳 (kept.js:1:2)',
      '    at readGroups (app://bundle/assets/index-DkQ1.js:40:1234)',
      '    at async app://bundle/assets/index-DkQ1.js:7:1',
      '    at new Promise (<anonymous>)',
      '    at Object.read [as groups] (app://bundle/assets/x.js:1:2)',
    ].join('\n')
    const places = errorPlaces(stack)
    expect(places).toEqual(['readGroups index-DkQ1.js:40:1234', 'index-DkQ1.js:7:1'])
  })

  it('keeps the innermost twenty', () => {
    const stack = Array.from({ length: 50 }, (_, i) => `    at f${i} (a.js:${i}:1)`).join('\n')
    expect(errorPlaces(stack)).toHaveLength(20)
    expect(errorPlaces(stack)[0]).toBe('f0 a.js:0:1')
  })

  it('reads a real one', () => {
    expect(errorPlaces(new Error('x').stack ?? '').at(0)).toMatch(/error-places\.test\.ts:\d+:\d+$/)
  })
})
