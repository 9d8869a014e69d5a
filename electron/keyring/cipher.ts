import { createCipheriv, createDecipheriv } from 'node:crypto'

/** Bytes of a key: AES-256. */
export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const METHOD = 'aes-256-gcm'

/** Both in base64; the tag stands at the end of `data`. */
export interface Box {
  readonly nonce: string
  readonly data: string
}

export type RandomBytes = (length: number) => Buffer

/** Encrypts under a fresh nonce. `context` is not hidden, but what is opened must name the same. */
export function closeBox(key: Uint8Array, context: string, content: Uint8Array, random: RandomBytes): Box {
  const nonce = random(NONCE_BYTES)
  const cipher = createCipheriv(METHOD, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context))
  const data = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), data: data.toString('base64') }
}

/** Null where key, context or bytes are not those of the closing. */
export function openBox(key: Uint8Array, context: string, { nonce, data }: Box): Buffer | null {
  const iv = Buffer.from(nonce, 'base64')
  const bytes = Buffer.from(data, 'base64')
  if (iv.length !== NONCE_BYTES || bytes.length < TAG_BYTES) return null
  const end = bytes.length - TAG_BYTES
  const decipher = createDecipheriv(METHOD, key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(end))
  const content = decipher.update(bytes.subarray(0, end))
  try {
    decipher.final()
  } catch {
    // The only way in which node says that the tag does not fit.
    return null
  }
  return content
}

/** A box as one text, as the keys' file holds tens of thousands: a nonce is 16 characters of base64 exactly. */
const NONCE_CHARACTERS = 16

/** A key (or nothing, as a check) under another key. */
export function wrapKey(key: Uint8Array, context: string, content: Uint8Array, random: RandomBytes): string {
  const { nonce, data } = closeBox(key, context, content, random)
  return nonce + data
}

/** Null as for `openBox`. */
export function unwrapKey(key: Uint8Array, context: string, wrapped: string): Buffer | null {
  return openBox(key, context, {
    nonce: wrapped.slice(0, NONCE_CHARACTERS),
    data: wrapped.slice(NONCE_CHARACTERS),
  })
}
