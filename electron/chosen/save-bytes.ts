import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { SavedFile, StorageProblem } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { sha256Hex } from '../data/received.ts'
import { toStorageProblem } from '../disk/system-problem.ts'
import { type WriteWhole, writeAtomically } from '../disk/write-atomically.ts'

export interface SaveTools {
  readonly write: WriteWhole
  readonly read: (file: string) => Promise<Uint8Array>
}

const disk: SaveTools = { write: writeAtomically, read: (file) => readFile(file) }

/** Writes a file whole, reads it back and compares: only then may a stick be pulled. A failure leaves what was there. */
export async function saveBytes(
  file: string,
  bytes: Uint8Array,
  { write, read }: SaveTools = disk,
): Promise<Result<SavedFile, StorageProblem>> {
  const sha256 = sha256Hex(bytes)
  try {
    // A folder that has gone is a stick that was pulled: it is not made anew on the disk beneath.
    await stat(path.dirname(file))
    await write(file, bytes)
    if (sha256Hex(await read(file)) !== sha256) return fail({ code: 'verify-failed', detail: 'read back differs' })
    return ok({ path: file, name: path.basename(file), sha256, verified: true })
  } catch (error) {
    return fail(toStorageProblem(error))
  }
}
