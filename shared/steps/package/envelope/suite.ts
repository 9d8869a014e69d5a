import type { Signer } from '../../../model/package/signer.ts'
import type { Result } from '../../../values/result.ts'

export type SignatureProblem = 'signature-missing' | 'signature-wrong'
export type SealProblem = 'not-for-us' | 'seal-damaged' | 'too-many-seals'

/** Signs for whoever holds the private keys (`signedMessage()`). Throws where he refuses. */
export type Sign = (message: Uint8Array) => Promise<Uint8Array>

/**
 * How a file is hashed, signed and sealed: one suite a file, named in its manifest. The private keys stay with whoever
 * makes the suite; everything is asynchronous, because that may be another process.
 */
export interface Suite {
  readonly id: string
  /** Of what a manifest or an index names, in lower-case hex. */
  hash(bytes: Uint8Array): Promise<string>
  readonly sign: Sign
  /** `signer`: as the manifest names it. Null: it is that signer's. */
  verify(message: Uint8Array, signature: Uint8Array, signer: Signer | null): Promise<SignatureProblem | null>
  /** `to`: public keys. */
  seal(content: Uint8Array, to: readonly string[]): Promise<Uint8Array>
  open(sealed: Uint8Array): Promise<Result<Uint8Array, SealProblem>>
  /** By which a manifest names a public key that it is sealed to. */
  keyId(publicKey: string): Promise<string>
}
