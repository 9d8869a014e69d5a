import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { durableFiles } from '../../../../electron/disk/durable-files.ts'
import { Keyring } from '../../../../electron/keyring/keyring.ts'
import type { KeyringContent } from '../../../../electron/keyring/keyring-content.ts'
import { parseKeyring } from '../../../../electron/keyring/keyring-file.ts'
import type { KeyringTools } from '../../../../electron/keyring/keyring-tools.ts'
import type { SealedFields } from '../../../../shared/model/entry/entry-record.ts'
import type { Result } from '../../../../shared/values/result.ts'
import { fakeSecrets } from './fake-secrets.ts'

/** Of an ordinary test, which seals for one record. */
export const record = 'requests|1'

/** A start of the program over a folder, for the account 'clerk' unless told otherwise. */
export function startKeyring(folder: string, other: Partial<KeyringTools> = {}): Keyring {
  return new Keyring({
    folder,
    journalFolder: path.join(folder, 'journal'),
    files: durableFiles,
    secrets: fakeSecrets('clerk'),
    random: randomBytes,
    now: () => 1_800_000_000_000,
    log: () => {},
    sealedUnder: async () => [],
    ...other,
  })
}

/** The copies, in the order in which they are written. */
export const copyNames = ['keyring.json', 'keyring-copy.json', 'journal/keyring-recovery.json'] as const
export type CopyName = (typeof copyNames)[number]

export function contentOf(folder: string, name: CopyName): KeyringContent {
  const content = parseKeyring(readFileSync(path.join(folder, name)))
  if (typeof content === 'string') throw new Error(`${name}: ${content}`)
  return content
}

/** Names of the files in the folder, and in the journal's. */
export function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
}

/** The value, or a thrown problem. */
export function must<T, P>(result: Result<T, P>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

export const seal = async (keyring: Keyring, text: string, keyId?: string): Promise<SealedFields> =>
  must(await keyring.seal(text, record, keyId))

/** The texts; null where one does not open, whatever the reason. */
export const unseal = async (keyring: Keyring, ...all: SealedFields[]): Promise<readonly (string | null)[]> =>
  must(await keyring.unseal(all.map((sealed) => ({ record, sealed })))).map(({ text }) => text)
