import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { StorageProblem } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { makeOwnFolder, writeOwnFile } from '../disk/own-files.ts'
import { isMissing, toStorageProblem } from '../disk/system-problem.ts'
import type { WriteWhole } from '../disk/write-atomically.ts'

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

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
      const kept = await readOrNull(this.#fileOf(sha256))
      if (kept !== null && sha256Hex(kept) === sha256) return ok(sha256)
      await makeOwnFolder(this.#folder)
      await this.#write(this.#fileOf(sha256), bytes)
      return ok(sha256)
    } catch (error) {
      return fail(toStorageProblem(error))
    }
  }

  /** The bytes again, compared with their name. */
  async read(sha256: string): Promise<Result<Uint8Array, StorageProblem>> {
    try {
      const bytes = await readFile(this.#fileOf(sha256))
      if (sha256Hex(bytes) !== sha256) return fail({ code: 'verify-failed', detail: 'received file changed on disk' })
      return ok(bytes)
    } catch (error) {
      return fail(toStorageProblem(error))
    }
  }

  #fileOf(sha256: string): string {
    return path.join(this.#folder, `${sha256}.ogi`)
  }
}

async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
