import type { KeyringProblem } from '../../shared/desktop.ts'
import type { Signer } from '../../shared/model/package/signer.ts'
import { signedMessage } from '../../shared/steps/package/envelope/signed-message.ts'
import { UNIT_SECRET_BYTES, type UnitKeys, unitKeys } from '../../shared/steps/package/envelope/unit-keys.ts'
import { z } from '../../shared/values/parse.ts'
import { readCanonical } from '../../shared/values/read-canonical.ts'
import { ok, type Result } from '../../shared/values/result.ts'
import { type RandomBytes, unwrapKey, wrapKey } from './cipher.ts'
import type { OpenKeyring } from './keyring-tools.ts'

/*
 * Each kept unit has one secret, under the master key like the records' keys: its key pairs come of it, and they never
 * leave main.
 */

const contextOf = (unit: string): string => `unit ${unit}`

/** A unit's keys; its secret is made with the first use, and is on disk before anything is signed with it. */
export async function keysOfUnit(
  { master, writer }: OpenKeyring,
  unit: string,
  random: RandomBytes,
): Promise<Result<UnitKeys, KeyringProblem>> {
  const wrapped = writer.content.units.get(unit)
  const known = wrapped === undefined ? null : unwrapKey(master, contextOf(unit), wrapped)
  if (known !== null) return ok(unitKeys(known))
  const made = random(UNIT_SECRET_BYTES)
  const written = await writer.change(({ units }) => {
    // Somebody who asked in the same turn was first.
    if (units.get(unit) === wrapped) units.set(unit, wrapKey(master, contextOf(unit), made, random))
  })
  if (!written.ok) return written
  const standing = unwrapKey(master, contextOf(unit), writer.content.units.get(unit) ?? '')
  if (standing === null) throw new Error('a unit secret that was just written does not open')
  return ok(unitKeys(standing))
}

/** The same secret under another master key; null where it does not open. */
export function wrapSecretAgain(
  unit: string,
  wrapped: string,
  from: Buffer,
  to: Buffer,
  random: RandomBytes,
): string | null {
  const secret = unwrapKey(from, contextOf(unit), wrapped)
  return secret === null ? null : wrapKey(to, contextOf(unit), secret, random)
}

const manifest = z.looseObject({
  suite: z.literal('ogi-1'),
  kind: z.string(),
  signer: z.strictObject({ sign: z.string(), seal: z.string() }),
})

/**
 * Whether a text is what a file of this signer has signed (`signedMessage()`), and nothing else: no key of ours serves
 * another purpose.
 */
export function isMessageOf(message: string, { sign, seal }: Signer): boolean {
  // JSON in its canonical spelling has no line breaks of its own.
  const manifestBytes = Buffer.from(message.slice(message.lastIndexOf('\n') + 1))
  const json = readCanonical(manifestBytes)
  const parsed = json.ok ? manifest.safeParse(json.value) : null
  if (!parsed?.success || parsed.data.signer.sign !== sign || parsed.data.signer.seal !== seal) return false
  return Buffer.from(message).equals(signedMessage({ ...parsed.data, manifestBytes }))
}
