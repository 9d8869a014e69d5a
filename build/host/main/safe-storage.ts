const mark = 'CHROMIUM-HOST-NOT-ENCRYPTED\0'

function decrypt(encrypted: Buffer): string {
  const text = Buffer.from(encrypted).toString()
  if (!text.startsWith(mark)) {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
  }
  return text.slice(mark.length)
}

/** NOT SECURE: the text is only marked, nothing is encrypted. It calls itself `basic_text`, as Electron does there. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => true,
  isAsyncEncryptionAvailable: async (): Promise<boolean> => true,
  getSelectedStorageBackend: (): string => 'basic_text',
  setUsePlainTextEncryption(): void {},
  encryptString: (text: string): Buffer => Buffer.from(mark + text),
  decryptString: decrypt,
  encryptStringAsync: async (text: string): Promise<Buffer> => Buffer.from(mark + text),
  decryptStringAsync: async (encrypted: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> => ({
    shouldReEncrypt: false,
    result: decrypt(encrypted),
  }),
}
