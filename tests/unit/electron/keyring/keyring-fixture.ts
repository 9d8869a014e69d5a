import { randomBytes } from 'node:crypto'
import { durableFiles } from '../../../../electron/disk/durable-files.ts'
import { Keyring } from '../../../../electron/keyring/keyring.ts'
import type { KeyringTools } from '../../../../electron/keyring/open-keyring.ts'
import type { SealedFields } from '../../../../shared/model/entry/entry-record.ts'
import type { Result } from '../../../../shared/values/result.ts'
import { fakeSecrets } from './fake-secrets.ts'

/** A start of the program over a folder, for the account 'clerk' unless told otherwise. */
export function startKeyring(folder: string, other: Partial<KeyringTools> = {}): Keyring {
  return new Keyring({
    folder,
    files: durableFiles,
    secrets: fakeSecrets('clerk'),
    random: randomBytes,
    now: () => 1_800_000_000_000,
    log: () => {},
    ...other,
  })
}

/** The value, or a thrown problem. */
export function must<T, P>(result: Result<T, P>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

export const seal = async (keyring: Keyring, text: string, keyId?: string): Promise<SealedFields> =>
  must(await keyring.seal(text, keyId))

export const unseal = async (keyring: Keyring, ...sealed: SealedFields[]): Promise<readonly (string | null)[]> =>
  must(await keyring.unseal(sealed))
