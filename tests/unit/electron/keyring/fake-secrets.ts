import { createHash } from 'node:crypto'
import { closeBox, openBox } from '../../../../electron/keyring/cipher.ts'
import type { SystemSecrets } from '../../../../electron/keyring/system-secrets.ts'

/** A system that keeps secrets for one account: another account does not open them. Null: it keeps none. */
export function fakeSecrets(account: string | null): SystemSecrets {
  const key = createHash('sha256')
    .update(account ?? '')
    .digest()
  return {
    protects: async () => account !== null,
    async wrap(secret) {
      return Buffer.from(
        JSON.stringify(closeBox(key, 'account', secret, (length) => Buffer.alloc(length, 7))),
      ).toString('base64')
    },
    async unwrap(wrapped) {
      const secret = openBox(key, 'account', JSON.parse(Buffer.from(wrapped, 'base64').toString()))
      if (secret === null) throw new Error('Error while decrypting')
      return { secret, isStale: false }
    },
  }
}
