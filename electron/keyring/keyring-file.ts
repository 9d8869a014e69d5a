import { createHash } from 'node:crypto'
import { z } from '../../shared/values/parse.ts'
import { parseSmallFile } from '../disk/small-file.ts'
import { type KeyringContent, type KeyringCore, keyringCore, keyringMaster } from './keyring-content.ts'

/*
 * A keyring's file: one line of JSON, the master key's wrap and all the rest under one hash, because a bit that falls in
 * a key leaves good JSON. What is the same in all copies is made, hashed and read once.
 */

const VERSION = 1
const HEAD = /^\{"v":1,"sha256":"([0-9a-f]{64})","master":(.*)$/
const CORE = ',"keyring":'
const END = '}\n'

/** Why a file is not a keyring that this program reads: no keyring (any more), or a newer program's. */
export type Unreadable = 'damaged' | 'newer'

const newerVersion = z.looseObject({ v: z.int().gt(VERSION) })

/** `known`: what was read of other copies, by hash; it is filled. */
export function parseKeyring(bytes: Buffer, known = new Map<string, KeyringCore>()): KeyringContent | Unreadable {
  const at = bytes.indexOf(CORE)
  const [, sha256, masterText = ''] = HEAD.exec(bytes.toString('utf8', 0, Math.max(at, 0))) ?? []
  const coreBytes = bytes.subarray(at + CORE.length, -END.length)
  const coreHash = hashOf(coreBytes)
  const isWhole = sha256 === hashOf(masterText + coreHash) && bytes.toString('utf8', bytes.length - END.length) === END
  if (!isWhole) return parseSmallFile(bytes.toString('utf8'), newerVersion) === null ? 'damaged' : 'newer'
  const core = known.get(coreHash) ?? parseSmallFile(coreBytes.toString('utf8'), keyringCore)
  const master = parseSmallFile(masterText, z.strictObject({ wrap: keyringMaster }))
  if (core === null || master === null) return 'damaged'
  known.set(coreHash, core)
  return { ...core, master: master.wrap }
}

/** As it lies in the data folder, and as it may leave it: a master key in clear (Linux) must stay, and so stays any. */
export function keyringBytes(content: KeyringContent): Readonly<Record<'whole' | 'leaving', Buffer>> {
  const { master, id, generation, check, recovery, keys, units, dropped } = content
  const json = { id, generation, check, recovery, keys: [...keys], units: [...units], dropped: [...dropped] }
  const core = Buffer.from(JSON.stringify(json))
  const coreHash = hashOf(core)
  const withMaster = (wrap: KeyringContent['master']): Buffer => {
    const masterText = JSON.stringify({ wrap })
    const head = `{"v":${VERSION},"sha256":"${hashOf(masterText + coreHash)}","master":${masterText}${CORE}`
    return Buffer.concat([Buffer.from(head), core, Buffer.from(END)])
  }
  return { whole: withMaster(master), leaving: withMaster(null) }
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
