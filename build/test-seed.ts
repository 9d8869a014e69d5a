import { randomInt } from 'node:crypto'

const variable = 'OGI_TEST_SEED'

/**
 * The one seed from which every random input of a run of the tests is drawn. OGI_TEST_SEED names it; else it is drawn
 * here, printed, and handed on to the processes that this one starts.
 */
export function testSeed(): number {
  const named = process.env[variable]
  if (named !== undefined && !/^\d{1,9}$/.test(named)) throw new Error(`${variable} must be a number; it is ${named}`)
  if (named !== undefined) return Number(named)
  const seed = randomInt(1_000_000_000)
  process.env[variable] = String(seed)
  console.log(`Random inputs: ${variable}=${seed} repeats them`)
  return seed
}
