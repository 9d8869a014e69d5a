import { hkdfSync } from 'node:crypto'
import { bech32 } from '@scure/base'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { z } from '../../shared/values/parse.ts'

/** The code on paper. Its wrap alone goes when a new one is printed. */
export const ON_PAPER = 'paper'

/**
 * The master key for whoever holds a recovery code: an age file to the X25519 key that comes from the code, without
 * stretching: a code is 115 random bits. `holder` is a word, so that a further one needs no other format; `recipient` is
 * the public half, to which more can be sealed without the code.
 */
export const recoveryWrap = z.strictObject({
  holder: z.string().min(1).max(20),
  recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
  file: z.base64().max(4000),
})
export type RecoveryWrap = z.infer<typeof recoveryWrap>

/** `code` as `readRecoveryCode()` gives it. */
export async function wrapForRecovery(code: string, master: Uint8Array, holder: string): Promise<RecoveryWrap> {
  const recipient = await identityToRecipient(identityOf(code))
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const file = await encrypter.encrypt(master)
  return { holder, recipient, file: Buffer.from(file).toString('base64') }
}

/** The master key; null where the code opens none of these. */
export async function openWithRecovery(code: string, wraps: readonly RecoveryWrap[]): Promise<Buffer | null> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identityOf(code))
  for (const { file } of wraps) {
    // The library throws one kind of error for whatever is wrong with a file.
    const opened = await decrypter.decrypt(Buffer.from(file, 'base64')).catch(() => null)
    if (opened !== null) return Buffer.from(opened)
  }
  return null
}

/** The code's private key, as age writes it. */
function identityOf(code: string): string {
  const secret = hkdfSync('sha256', code.replaceAll('-', ''), '', 'ogi recovery 1', 32)
  return bech32.encodeFromBytes('AGE-SECRET-KEY-', new Uint8Array(secret)).toUpperCase()
}
