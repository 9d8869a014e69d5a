import { ed25519 } from '@noble/curves/ed25519.js'
import { base64urlnopad } from '@scure/base'
import { Decrypter, Encrypter, type Identity } from 'age-encryption'
import { fail, ok } from '../../../values/result.ts'
import { sha256Hex } from '../../../values/sha256.ts'
import { MAX_RECIPIENTS } from './limits.ts'
import type { Sign, Suite } from './suite.ts'

/** What only the holder of private keys can do; the keys stay with him. */
export interface OwnKeys {
  readonly sign?: Sign
  /** Finds a file's key in the stanzas of its age header; null where none is for us. */
  readonly unwrapFileKey?: Identity['unwrapFileKey']
}

type Stanzas = Parameters<Identity['unwrapFileKey']>[0]

const SIGNATURE_BYTES = 64
const KEY_ID_LENGTH = 16

class TooManySeals extends Error {}

/**
 * `ogi-1`: SHA-256, Ed25519 (RFC 8032), sealed as an age v1 file to X25519 keys. Without `own` keys it reads what lies
 * open. Another suite (SM2, SM3, SM4) is another file beside this one.
 */
export function suiteOgi1(own: OwnKeys = {}): Suite {
  return {
    id: 'ogi-1',
    hash: async (bytes) => sha256Hex(bytes),
    async sign(message) {
      if (own.sign === undefined) throw new Error('who only reads has nothing to sign with')
      return own.sign(message)
    },
    async verify(message, signature, signer) {
      if (signature.length === 0 || signer === null) return 'signature-missing'
      return isSignature(message, signature, signer.sign) ? null : 'signature-wrong'
    },
    seal(content, to) {
      const encrypter = new Encrypter()
      for (const recipient of to) encrypter.addRecipient(recipient)
      return encrypter.encrypt(content)
    },
    async open(sealed) {
      let isForOthers = false
      const decrypter = new Decrypter()
      decrypter.addIdentity({
        async unwrapFileKey(stanzas: Stanzas) {
          if (stanzas.length > MAX_RECIPIENTS) throw new TooManySeals()
          const key = (await own.unwrapFileKey?.(stanzas)) ?? null
          isForOthers = key === null
          return key
        },
      })
      try {
        return ok(await decrypter.decrypt(sealed))
      } catch (error) {
        if (error instanceof TooManySeals) return fail('too-many-seals')
        return fail(isForOthers ? 'not-for-us' : 'seal-damaged')
      }
    },
    keyId: async (publicKey) => sha256Hex(new TextEncoder().encode(publicKey)).slice(0, KEY_ID_LENGTH),
  }
}

/** Strict: no signature that a second spelling of the same point or number would be (RFC 8032, 8.4). */
function isSignature(message: Uint8Array, signature: Uint8Array, publicKey: string): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false
  try {
    return ed25519.verify(signature, message, base64urlnopad.decode(publicKey), { zip215: false })
  } catch {
    // A key that is none.
    return false
  }
}
