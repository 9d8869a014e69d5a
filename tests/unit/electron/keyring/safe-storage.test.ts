import { beforeEach, describe, expect, it, vi } from 'vitest'
import { safeStorageSecrets } from '../../../../electron/keyring/safe-storage.ts'

const system = vi.hoisted(() => ({ available: true, backend: 'gnome_libsecret', stale: false }))
vi.mock('electron', () => ({
  safeStorage: {
    isAsyncEncryptionAvailable: async () => system.available,
    getSelectedStorageBackend: () => system.backend,
    encryptStringAsync: async (text: string) => Buffer.from([0, 255, ...Buffer.from(text)]),
    decryptStringAsync: async (bytes: Buffer) => {
      if (bytes[1] !== 255) throw new Error('Error while decrypting')
      return { result: bytes.subarray(2).toString(), shouldReEncrypt: system.stale }
    },
  },
}))

beforeEach(() => Object.assign(system, { available: true, backend: 'gnome_libsecret', stale: false }))

describe('safeStorageSecrets()', () => {
  it('gives back the bytes that it took, and says when they should be wrapped anew', async () => {
    const secret = Buffer.from([0, 1, 128, 254, 255])
    const wrapped = await safeStorageSecrets('win32').wrap(secret)
    expect(await safeStorageSecrets('win32').unwrap(wrapped)).toEqual({ secret, isStale: false })
    system.stale = true
    expect(await safeStorageSecrets('win32').unwrap(wrapped)).toEqual({ secret, isStale: true })
    await expect(safeStorageSecrets('win32').unwrap('AAAA')).rejects.toThrow()
  })

  it.each([
    ['linux', 'gnome_libsecret', true, true],
    ['linux', 'kwallet6', true, true],
    ['linux', 'basic_text', true, false],
    ['linux', 'unknown', true, false],
    ['linux', 'gnome_libsecret', false, false],
    // Asked on Windows, the backend means nothing.
    ['win32', 'unknown', true, true],
    ['win32', 'unknown', false, false],
  ] as const)('on %s with %s, available %s: protects %s', async (platform, backend, available, protects) => {
    Object.assign(system, { backend, available })
    expect(await safeStorageSecrets(platform).protects()).toBe(protects)
  })
})
