import type { SealedFields } from '../../shared/model/entry/entry-record.ts'
import { closeBox, KEY_BYTES, openBox, type RandomBytes, unwrapKey, wrapKey } from './cipher.ts'
import type { OpenKeyring } from './keyring-tools.ts'

/** A record's own key. */
export interface RecordKey {
  readonly id: string
  readonly key: Buffer
}

const ID_BYTES = 12

/** Not in the keyring yet. Its id begins with the keyring's, so that a sealed record says which keyring it wants. */
export function newRecordKey({ master, writer }: OpenKeyring, random: RandomBytes): RecordKey & { wrapped: string } {
  const id = `${writer.content.id}.${random(ID_BYTES).toString('base64url')}`
  const key = random(KEY_BYTES)
  return { id, key, wrapped: wrapKey(master, id, key, random) }
}

/** Null where the keyring has none of this id, or what it has was not closed for it. */
export function recordKey({ master, writer }: OpenKeyring, id: string): RecordKey | null {
  const wrapped = writer.content.keys.get(id)
  const key = wrapped === undefined ? null : unwrapKey(master, id, wrapped)
  return key === null ? null : { id, key }
}

export function sealWith({ id, key }: RecordKey, record: string, text: string, random: RandomBytes): SealedFields {
  return { keyId: id, ...closeBox(key, contextOf(id, record), Buffer.from(text, 'utf8'), random) }
}

/** Null where it was altered, or sealed for another record. */
export function unsealWith({ id, key }: RecordKey, record: string, sealed: SealedFields): string | null {
  return openBox(key, contextOf(id, record), sealed)?.toString('utf8') ?? null
}

/** A key's id holds no space. */
const contextOf = (id: string, record: string): string => `${id} ${record}`
