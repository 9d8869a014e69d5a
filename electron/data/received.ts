import { createHash } from 'node:crypto'
import { readdir, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { StorageProblem } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { makeOwnFolder, writeOwnFile } from '../disk/own-files.ts'
import { isMissing, toStorageProblem } from '../disk/system-problem.ts'
import type { WriteWhole } from '../disk/write-atomically.ts'

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What lies among the received files, against what is known of them. */
export interface ReceivedCheck {
  /** Hashes of files that are known and not there, those among them that were damaged. */
  readonly missing: readonly string[]
  /** Files that are there, whole, and not known, by hash. */
  readonly unlisted: readonly string[]
  /** Where damaged files were put; null where none was. */
  readonly savedAs: string | null
}

const NAME = /^([0-9a-f]{64})\.ogi$/

/** Files that came in, whole, as `<sha-256>.ogi`: on disk before the journal speaks of them. */
export class ReceivedFiles {
  readonly #folder: string
  readonly #write: WriteWhole

  constructor(folder: string, write: WriteWhole = writeOwnFile) {
    this.#folder = folder
    this.#write = write
  }

  /** Gives the sha-256 in hex. A file that is already there is left alone, unless it was damaged. */
  async keep(bytes: Uint8Array): Promise<Result<string, StorageProblem>> {
    const sha256 = sha256Hex(bytes)
    try {
      const kept = await readOrNull(this.fileOf(sha256))
      if (kept !== null && sha256Hex(kept) === sha256) return ok(sha256)
      await makeOwnFolder(this.#folder)
      await this.#write(this.fileOf(sha256), bytes)
      return ok(sha256)
    } catch (error) {
      return fail(toStorageProblem(error))
    }
  }

  /** The bytes again, compared with their name. */
  async read(sha256: string): Promise<Result<Uint8Array, StorageProblem>> {
    try {
      const bytes = await readFile(this.fileOf(sha256))
      if (sha256Hex(bytes) !== sha256) return fail({ code: 'verify-failed', detail: 'received file changed on disk' })
      return ok(bytes)
    } catch (error) {
      return fail(toStorageProblem(error))
    }
  }

  /**
   * Compares every file with its name and with the hashes of files that are `known`. One that is not what its name says is
   * moved to the folder `aside` as it is, and counts as missing.
   */
  async check(known: readonly string[], aside: string): Promise<Result<ReceivedCheck, StorageProblem>> {
    try {
      const whole = new Set<string>()
      let savedAs: string | null = null
      for (const name of await namesIn(this.#folder)) {
        const [, sha256] = NAME.exec(name) ?? []
        if (sha256 === undefined) continue
        const file = path.join(this.#folder, name)
        if (sha256Hex(await readFile(file)) === sha256) {
          whole.add(sha256)
          continue
        }
        await makeOwnFolder(aside)
        await rename(file, path.join(aside, name))
        savedAs = aside
      }
      const isKnown = new Set(known)
      return ok({
        missing: [...isKnown].filter((sha256) => !whole.has(sha256)),
        unlisted: [...whole].filter((sha256) => !isKnown.has(sha256)),
        savedAs,
      })
    } catch (error) {
      return fail(toStorageProblem(error))
    }
  }

  /** Where a file lies, by its hash. */
  fileOf(sha256: string): string {
    return path.join(this.#folder, `${sha256}.ogi`)
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
}

async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
