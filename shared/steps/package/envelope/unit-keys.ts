import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64urlnopad, bech32 } from '@scure/base'
import type { Signer } from '../../../model/package/signer.ts'
import type { Sign } from './suite.ts'

/** Bytes of a unit's secret. */
export const UNIT_SECRET_BYTES = 32

/** What comes of a unit's secret under suite `ogi-1`. */
export interface UnitKeys {
  /** The public halves, as a manifest names them: Ed25519 in base64url, X25519 as age writes a recipient. */
  readonly signer: Signer
  /** Ed25519 (RFC 8032): 64 bytes. */
  readonly sign: Sign
  /** The X25519 key as age writes it. */
  readonly identity: string
}

/** Both key pairs of a unit, by HKDF-SHA-256 (RFC 5869) from its one secret. */
export function unitKeys(secret: Uint8Array): UnitKeys {
  if (secret.length !== UNIT_SECRET_BYTES) throw new Error('a unit secret has 32 bytes')
  const signing = derive(secret, 'ogi sign 1')
  const sealing = derive(secret, 'ogi seal 1')
  return {
    signer: {
      sign: base64urlnopad.encode(ed25519.getPublicKey(signing)),
      seal: bech32.encodeFromBytes('age', x25519.getPublicKey(sealing)),
    },
    sign: async (message) => ed25519.sign(message, signing),
    identity: bech32.encodeFromBytes('AGE-SECRET-KEY-', sealing).toUpperCase(),
  }
}

function derive(secret: Uint8Array, purpose: string): Uint8Array {
  return hkdf(sha256, secret, undefined, new TextEncoder().encode(purpose), 32)
}
