import path from 'node:path'
import { z } from '../../shared/values/parse.ts'
import type { DurableFiles } from '../disk/durable-files.ts'
import { parseSmallFile } from '../disk/small-file.ts'
import { isMissing } from '../disk/system-problem.ts'
import { isTemporaryName } from '../disk/write-atomically.ts'
import { box } from './cipher.ts'
import { recoveryWrap } from './recovery.ts'
import { masterWrap } from './system-secrets.ts'

const NAME = 'keyring.json'
const ASIDE = /^keyring-damaged-\d+\.json$/
const VERSION = 1

const keyringSchema = z
  .strictObject({
    v: z.literal(VERSION),
    /** Under the account that works here. */
    master: masterWrap,
    /** Nothing, under the master key: tells whether a key is it. */
    check: box,
    recovery: recoveryWrap.nullable(),
    /** The records' keys under the master key, by id. */
    keys: z.record(z.string().min(1).max(100), box),
  })
  .transform(({ keys, ...rest }) => ({ ...rest, keys: new Map(Object.entries(keys)) }))
export type KeyringContent = z.infer<typeof keyringSchema>

const anyVersion = z.object({ v: z.int().gt(VERSION) })

export type FoundKeyring =
  | { readonly state: 'missing' }
  | { readonly state: 'found'; readonly content: KeyringContent }
  /** Put aside whole, now or by an earlier start. */
  | { readonly state: 'damaged'; readonly savedAs: string }
  | { readonly state: 'newer' }

export interface KeyringPlace {
  readonly folder: string
  readonly files: DurableFiles
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Reads the keys' file. One that is not ours any more is put aside, whole. Throws what the disk throws. */
export async function readKeyring({ folder, files, now }: KeyringPlace): Promise<FoundKeyring> {
  const file = path.join(folder, NAME)
  const bytes = await files.read(file).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  if (bytes === null) {
    const aside = (await files.list(folder)).filter((name) => ASIDE.test(name)).sort()
    const last = aside.at(-1)
    return last === undefined ? { state: 'missing' } : { state: 'damaged', savedAs: path.join(folder, last) }
  }
  const text = bytes.toString('utf8')
  const content = parseSmallFile(text, keyringSchema)
  if (content !== null) return { state: 'found', content }
  if (parseSmallFile(text, anyVersion) !== null) return { state: 'newer' }
  const savedAs = path.join(folder, `keyring-damaged-${now()}.json`)
  await files.writeWhole(savedAs, bytes)
  await files.remove(file)
  await files.syncFolder(folder)
  return { state: 'damaged', savedAs }
}

/** Puts the whole file in its place; of the one before nothing is left. Throws what the disk throws. */
export async function writeKeyring({ folder, files }: KeyringPlace, content: KeyringContent): Promise<void> {
  const json = { ...content, keys: Object.fromEntries(content.keys) }
  await files.writeWhole(path.join(folder, NAME), Buffer.from(`${JSON.stringify(json)}\n`))
}

/**
 * Removes what a power cut left half way of being put in its place: it may hold a key that was dropped since. To be
 * called before anything else writes to the folder. Throws what the disk throws.
 */
export async function removeTemporaryFiles({ folder, files }: Pick<KeyringPlace, 'folder' | 'files'>): Promise<void> {
  for (const name of await files.list(folder)) {
    if (isTemporaryName(name)) await files.remove(path.join(folder, name))
  }
}
