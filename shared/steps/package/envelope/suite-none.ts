import { fail } from '../../../values/result.ts'
import { sha256Hex } from '../../../values/sha256.ts'
import type { Suite } from './suite.ts'

/** Neither signed nor sealed: the signature is empty, nobody is named as signer, and the content lies open. */
export const suiteNone: Suite = {
  id: 'none',
  hash: async (bytes) => sha256Hex(bytes),
  sign: async () => new Uint8Array(),
  verify: async (_, signature, signer) => (signature.length === 0 && signer === null ? null : 'signature-wrong'),
  seal: async () => {
    throw new Error('nothing is sealed without a suite that seals')
  },
  open: async () => fail('seal-damaged'),
  keyId: async (publicKey) => sha256Hex(new TextEncoder().encode(publicKey)),
}
