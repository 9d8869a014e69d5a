import type { KeyringProblem, ToSeal, ToUnseal } from '../../shared/desktop.ts'
import type { SealedFields } from '../../shared/model/entry/entry-record.ts'
import type { Unsealed } from '../../shared/model/entry/personal-fields.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import type { RandomBytes } from './cipher.ts'
import type { OpenKeyring } from './keyring-tools.ts'
import { newRecordKey, recordKey, sealWith, unsealWith } from './record-keys.ts'

/** See `DesktopMethods.seal`. */
export async function sealRecord(
  opened: OpenKeyring,
  { record, text }: ToSeal,
  keyId: string | undefined,
  random: RandomBytes,
): Promise<Result<SealedFields, KeyringProblem>> {
  const known = keyId === undefined ? null : recordKey(opened, keyId)
  if (known !== null) return ok(sealWith(known, record, text, random))
  if (keyId !== undefined && isMissed(opened, keyId)) return fail({ code: 'key-absent' })
  const made = newRecordKey(opened, random)
  const written = await opened.writer.change(({ keys }) => void keys.set(made.id, made.wrapped))
  return written.ok ? ok(sealWith(made, record, text, random)) : written
}

/** See `DesktopMethods.sealMany`. */
export async function sealRecords(
  opened: OpenKeyring,
  texts: readonly ToSeal[],
  random: RandomBytes,
): Promise<Result<readonly SealedFields[], KeyringProblem>> {
  const made = texts.map((one) => ({ ...one, key: newRecordKey(opened, random) }))
  const written = await opened.writer.change(({ keys }) => {
    for (const { key } of made) keys.set(key.id, key.wrapped)
  })
  return written.ok ? ok(made.map(({ key, record, text }) => sealWith(key, record, text, random))) : written
}

/** See `DesktopMethods.unseal`. */
export function unsealRecords(opened: OpenKeyring, all: readonly ToUnseal[]): readonly Unsealed[] {
  const { dropped } = opened.writer.content
  return all.map(({ record, sealed }) => {
    const key = recordKey(opened, sealed.keyId)
    if (key === null) return { text: null, why: dropped.has(sealed.keyId) ? 'erased' : 'key-absent' }
    const text = unsealWith(key, record, sealed)
    return text === null ? { text, why: 'altered' } : { text }
  })
}

/** Of this keyring, not erased, and yet not there. One of a keyring that was given up is not missed any more. */
function isMissed({ writer: { content } }: OpenKeyring, keyId: string): boolean {
  return keyId.startsWith(`${content.id}.`) && !content.dropped.has(keyId)
}
