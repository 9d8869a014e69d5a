import { createHash } from 'node:crypto'
import { z } from '../../shared/values/parse.ts'
import { parseSmallFile } from '../disk/small-file.ts'
import { recoveryWrap } from './recovery.ts'
import { masterWrap } from './system-secrets.ts'

const VERSION = 1
const keyId = z.string().min(1).max(100)

/** What a keyring holds. */
const keyringSchema = z
  .strictObject({
    /** The master key under the account that works here; null in what leaves the data folder. */
    master: masterWrap.nullable(),
    /** Tells keyrings apart; made with it, printed with each recovery code, and the beginning of each key's id. */
    id: z.string().regex(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/),
    /** Grows with each write. */
    generation: z.int().positive(),
    /** Nothing, under the master key: tells whether a key is it. */
    check: z.base64(),
    recovery: z.array(recoveryWrap).max(20),
    /** The records' keys under the master key, by id. */
    keys: z.record(keyId, z.base64()),
    /** Ids of keys that were erased. Grows only: a key that stands here is gone, whatever another copy says. */
    dropped: z.array(keyId),
  })
  .transform(({ keys, dropped, ...rest }) => ({
    ...rest,
    keys: new Map(Object.entries(keys)),
    dropped: new Set(dropped),
  }))
export type KeyringContent = Readonly<z.infer<typeof keyringSchema>>

/** Why a file is not a keyring that this program reads: no keyring (any more), or a newer program's. */
export type Unreadable = 'damaged' | 'newer'

/** The file: one line, the content under its own hash, because a bit that fell in a key leaves good JSON. */
const WHOLE = /^\{"v":1,"sha256":"([0-9a-f]{64})","keyring":(.*)\}\n$/
const newerVersion = z.looseObject({ v: z.int().gt(VERSION) })

export function parseKeyring(bytes: Uint8Array): KeyringContent | Unreadable {
  const text = Buffer.from(bytes).toString('utf8')
  const [, sha256, json = ''] = WHOLE.exec(text) ?? []
  const content = sha256 === hashOf(json) ? parseSmallFile(json, keyringSchema) : null
  if (content !== null) return content
  return parseSmallFile(text, newerVersion) === null ? 'damaged' : 'newer'
}

/** As it lies in the data folder, and as it may leave it: a master key in clear (Linux) must stay, and so stays any. */
export function keyringBytes(content: KeyringContent): Readonly<Record<'whole' | 'leaving', Buffer>> {
  const { master, id, generation, check, recovery, keys, dropped } = content
  const rest = JSON.stringify({
    id,
    generation,
    check,
    recovery,
    keys: Object.fromEntries(keys),
    dropped: [...dropped],
  }).slice(1)
  const withMaster = (wrap: KeyringContent['master']) => {
    const json = `{"master":${JSON.stringify(wrap)},${rest}`
    return Buffer.from(`{"v":${VERSION},"sha256":"${hashOf(json)}","keyring":${json}}\n`)
  }
  return { whole: withMaster(master), leaving: withMaster(null) }
}

/** Takes keys out of it, for ever. */
export function dropKeys({ keys, dropped }: KeyringContent, ids: Iterable<string>): void {
  for (const id of ids) {
    dropped.add(id)
    keys.delete(id)
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
