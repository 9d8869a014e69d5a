import type { StorageProblem } from '../../shared/desktop.ts'
import type { Result } from '../../shared/values/result.ts'
import { type RandomBytes, unwrapKey, wrapKey } from './cipher.ts'
import { dropKeys, type KeyringContent } from './keyring-content.ts'
import { type FoundCopy, type KeyringPlace, readAside } from './keyring-copies.ts'
import type { KeyringTools, OpenKeyring } from './keyring-tools.ts'
import { isMaster } from './master-check.ts'
import { isContent } from './reconcile.ts'
import { openWithRecovery } from './recovery.ts'
import { unwrapMaster } from './system-secrets.ts'
import { wrapSecretAgain } from './unit-secrets.ts'

/*
 * Keyrings that were given up, or never belonged here, lie aside. Where one turns out to open after all, by this account
 * or by a code, the keyring takes over its keys: giving up is no way of losing anything for good.
 */

/** Those among the files put aside that have keys which are neither here nor erased. Throws what the disk throws. */
export async function olderKeyrings(place: KeyringPlace, own: KeyringContent): Promise<readonly KeyringContent[]> {
  return missingFrom(own, await readAside(place))
}

/** Takes over what this account opens of the copies that are of another keyring. */
export async function takeOverOpen(
  opened: OpenKeyring,
  copies: readonly FoundCopy[],
  { secrets, random }: Pick<KeyringTools, 'secrets' | 'random'>,
): Promise<void> {
  for (const other of missingFrom(opened.writer.content, copies)) {
    const unwrapped = other.master === null ? null : await unwrapMaster(other.master, secrets)
    if (unwrapped !== null && isMaster(unwrapped.master, other)) await takeOver(opened, other, unwrapped.master, random)
  }
}

/** Takes over what a recovery code opens. Null: it opens none of these. */
export async function takeOverWithCode(
  opened: OpenKeyring,
  others: readonly KeyringContent[],
  code: string,
  random: RandomBytes,
): Promise<Result<null, StorageProblem> | null> {
  for (const other of others) {
    const master = await openWithRecovery(code, other.recovery)
    if (master !== null && isMaster(master, other)) return takeOver(opened, other, master, random)
  }
  return null
}

function takeOver(
  { master, writer }: OpenKeyring,
  other: KeyringContent,
  otherMaster: Buffer,
  random: RandomBytes,
): Promise<Result<null, StorageProblem>> {
  return writer.change((draft) => {
    dropKeys(draft, other.dropped)
    for (const [id, wrapped] of other.keys) {
      const key = draft.keys.has(id) || draft.dropped.has(id) ? null : unwrapKey(otherMaster, id, wrapped)
      if (key !== null) draft.keys.set(id, wrapKey(master, id, key, random))
    }
    for (const [unit, wrapped] of other.units) {
      const again = draft.units.has(unit) ? null : wrapSecretAgain(unit, wrapped, otherMaster, master, random)
      if (again !== null) draft.units.set(unit, again)
    }
  })
}

function missingFrom(
  { keys, units, dropped }: KeyringContent,
  files: readonly Pick<FoundCopy, 'content'>[],
): readonly KeyringContent[] {
  return files
    .map(({ content }) => content)
    .filter(isContent)
    .filter(
      (other) =>
        [...other.keys.keys()].some((id) => !keys.has(id) && !dropped.has(id)) ||
        [...other.units.keys()].some((unit) => !units.has(unit)),
    )
}
