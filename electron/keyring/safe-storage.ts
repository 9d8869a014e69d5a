import { safeStorage } from 'electron'
import type { SystemSecrets } from './system-secrets.ts'

/** Linux without a password store: Electron then "encrypts" with a password that stands in its source. */
const NO_PROTECTION = ['basic_text', 'unknown']

/** Electron's safeStorage: DPAPI on Windows, the desktop's password store on Linux. */
export function safeStorageSecrets(platform: NodeJS.Platform): SystemSecrets {
  return {
    async protects() {
      if (platform === 'linux' && NO_PROTECTION.includes(safeStorage.getSelectedStorageBackend())) return false
      return safeStorage.isAsyncEncryptionAvailable()
    },
    async wrap(secret) {
      return Buffer.from(await safeStorage.encryptStringAsync(secret.toString('base64'))).toString('base64')
    },
    async unwrap(wrapped) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(wrapped, 'base64'))
      return { secret: Buffer.from(result, 'base64'), isStale: shouldReEncrypt }
    },
  }
}
