import { type ScryptOptions, scrypt } from 'node:crypto'
import { z } from '../../shared/values/parse.ts'
import { box, closeBox, KEY_BYTES, openBox, type RandomBytes } from './cipher.ts'

const SALT_BYTES = 16
/** 32 MB of memory: under a second on an old PC, asked once in years. */
const COST = { N: 2 ** 15, r: 8, p: 1 }
const CONTEXT = 'recovery'

/** The master key under a recovery code, with what its derivation needs. Bounded: a changed file must not stop the PC. */
export const recoveryWrap = z.strictObject({
  salt: z.base64(),
  N: z.literal([2 ** 14, 2 ** 15, 2 ** 16, 2 ** 17]),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
  master: box,
})
export type RecoveryWrap = z.infer<typeof recoveryWrap>

/** `code` as `readRecoveryCode()` gives it. */
export async function wrapForRecovery(code: string, master: Buffer, random: RandomBytes): Promise<RecoveryWrap> {
  const salt = random(SALT_BYTES)
  const key = await deriveKey(code, salt, COST)
  return { salt: salt.toString('base64'), ...COST, master: closeBox(key, CONTEXT, master, random) }
}

/** The master key; null where the code is another one. */
export async function openWithRecovery(code: string, { salt, master, ...cost }: RecoveryWrap): Promise<Buffer | null> {
  return openBox(await deriveKey(code, Buffer.from(salt, 'base64'), cost), CONTEXT, master)
}

function deriveKey(code: string, salt: Buffer, { N, r, p }: Required<Pick<ScryptOptions, 'N' | 'r' | 'p'>>) {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  scrypt(code, salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
    error ? reject(error) : resolve(key),
  )
  return promise
}
