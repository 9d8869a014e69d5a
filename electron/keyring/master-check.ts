import { KEY_BYTES, type RandomBytes, unwrapKey, wrapKey } from './cipher.ts'
import type { KeyringContent } from './keyring-content.ts'

/** Nothing, closed under a keyring's master key and its id. */
export function masterCheck(master: Buffer, id: string, random: RandomBytes): string {
  return wrapKey(master, contextOf(id), Buffer.alloc(0), random)
}

export function isMaster(key: Buffer, { check, id }: KeyringContent): boolean {
  return key.length === KEY_BYTES && unwrapKey(key, contextOf(id), check) !== null
}

const contextOf = (id: string): string => `check ${id}`
