import fc from 'fast-check'
import { describe, it } from 'vitest'
import { history, live } from './histories.ts'

describe('the journals of several PCs', () => {
  it('J13, J15: come to what was written minus what its replacers saw, whatever happens to them', () => {
    fc.assert(
      fc.property(history, (past) => live(past)),
      { numRuns: 200 },
    )
  })
})
