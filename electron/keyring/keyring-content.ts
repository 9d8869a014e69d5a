import { z } from '../../shared/values/parse.ts'
import { recoveryWrap } from './recovery.ts'
import { masterWrap } from './system-secrets.ts'

const TEXT = /^[A-Za-z0-9+/]{1,300}={0,2}$/

/** Pairs, and looked at by hand: there may be tens of thousands, and an object and its schema take ten times as long. */
const keys = z
  .custom<readonly (readonly [string, string])[]>((value) => Array.isArray(value) && value.every(isKey))
  .transform((value) => new Map(value))
const dropped = z
  .custom<readonly string[]>((value) => Array.isArray(value) && value.every(isKeyId))
  .transform((value) => new Set(value))

function isKey(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [id, key]: unknown[] = value
  return isKeyId(id) && typeof key === 'string' && TEXT.test(key)
}

function isKeyId(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= 100
}

/** What a keyring holds, beside its master key. */
export const keyringCore = z.strictObject({
  /** Tells keyrings apart; made with it, printed with each recovery code, and the beginning of each key's id. */
  id: z.string().regex(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/),
  /** Grows with each write. */
  generation: z.int().positive(),
  /** Nothing, under the master key: tells whether a key is it. */
  check: z.string().regex(TEXT),
  recovery: z.array(recoveryWrap).max(20),
  /** The records' keys under the master key, by id. */
  keys,
  /** The units' secrets under the master key, by the code that a unit's records hang on. */
  units: keys,
  /** Ids of keys that were erased. Grows only: a key that stands here is gone, whatever another copy says. */
  dropped,
})
export type KeyringCore = Readonly<z.infer<typeof keyringCore>>

/** The master key under the account that works here; null in what leaves the data folder. */
export const keyringMaster = masterWrap.nullable()

export type KeyringContent = KeyringCore & { readonly master: z.infer<typeof keyringMaster> }

/** Takes keys out of it, for ever. */
export function dropKeys(content: Pick<KeyringContent, 'keys' | 'dropped'>, ids: Iterable<string>): void {
  for (const id of ids) {
    content.dropped.add(id)
    content.keys.delete(id)
  }
}
