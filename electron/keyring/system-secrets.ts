import { z } from '../../shared/values/parse.ts'

/** What the system keeps for the account that is logged in. */
export interface SystemSecrets {
  /** False where it would keep nothing from another account or a thief of the disk. */
  protects(): Promise<boolean>
  /** In base64. Throws where the system refuses. */
  wrap(secret: Buffer): Promise<string>
  /** `isStale`: the system has a better key now, so it should be wrapped anew. Throws where it is not this account's. */
  unwrap(wrapped: string): Promise<{ readonly secret: Buffer; readonly isStale: boolean }>
}

/** The master key as it lies on disk: under the system's protection or, where there is none, in clear. */
export const masterWrap = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system'), wrapped: z.base64() }),
  z.strictObject({ kind: z.literal('clear'), key: z.base64() }),
])
export type MasterWrap = z.infer<typeof masterWrap>

/** The best wrap that can be had here: one that the system cannot open again is none. */
export async function wrapMaster(master: Buffer, secrets: SystemSecrets): Promise<MasterWrap> {
  if (await secrets.protects()) {
    const wrapped = await secrets.wrap(master).catch(() => null)
    const again = wrapped === null ? null : await secrets.unwrap(wrapped).catch(() => null)
    if (wrapped !== null && again?.secret.equals(master)) return { kind: 'system', wrapped }
  }
  return { kind: 'clear', key: master.toString('base64') }
}

/** The master key, and whether it should be wrapped anew; null where the system does not open it for this account. */
export async function unwrapMaster(
  wrap: MasterWrap,
  secrets: SystemSecrets,
): Promise<{ readonly master: Buffer; readonly isStale: boolean } | null> {
  const isProtected = await secrets.protects()
  if (wrap.kind === 'clear') return { master: Buffer.from(wrap.key, 'base64'), isStale: isProtected }
  if (!isProtected) return null
  const opened = await secrets.unwrap(wrap.wrapped).catch(() => null)
  return opened === null ? null : { master: opened.secret, isStale: opened.isStale }
}
