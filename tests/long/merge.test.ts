import fc from 'fast-check'
import { describe, it } from 'vitest'
import { history, live } from '../property/journal/histories.ts'

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

describe('the journals of several PCs', () => {
  it(`come to what was written minus what its replacers saw, in 1,000 histories (SEED=${seed})`, () => {
    fc.assert(
      fc.property(history, (past) => live(past)),
      { numRuns: 1000, seed },
    )
  })
})
