import { canonicalJson } from './canonical-json.ts'
import { decodeJson } from './decode-json.ts'
import { fail, ok, type Result } from './result.ts'

/** Characters of one text, and how deep lists and objects may lie in each other. */
export const jsonLimits = { text: 200_000, depth: 12 } as const

/** Why JSON that came from elsewhere is not taken. `unsafe-key`: a key that JavaScript gives a meaning of its own. */
export type JsonProblem = 'not-json' | 'too-deep' | 'text-too-long' | 'unsafe-key' | 'not-canonical'

/**
 * Reads JSON that must be its own canonical text: the same data has one spelling, so that no key stands twice and no
 * byte says nothing. Linear in its length.
 */
export function readCanonical(bytes: Uint8Array): Result<unknown, JsonProblem> {
  const decoded = decodeJson(bytes)
  if (decoded === null) return fail('not-json')
  const { json } = decoded
  const problem = problemIn(json, 1)
  if (problem !== null) return fail(problem)
  const same = sameBytes(bytes, new TextEncoder().encode(canonicalJson(json)))
  return same ? ok(json) : fail('not-canonical')
}

function problemIn(value: unknown, depth: number): JsonProblem | null {
  if (typeof value === 'string') return value.length > jsonLimits.text ? 'text-too-long' : null
  if (typeof value !== 'object' || value === null) return null
  if (depth > jsonLimits.depth) return 'too-deep'
  const keys = Array.isArray(value) ? [] : Object.keys(value)
  if (keys.includes('__proto__')) return 'unsafe-key'
  if (keys.some((key) => key.length > jsonLimits.text)) return 'text-too-long'
  for (const item of Object.values(value)) {
    const problem = problemIn(item, depth + 1)
    if (problem !== null) return problem
  }
  return null
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
