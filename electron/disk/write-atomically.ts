import { randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { writeFile } from 'atomically'

/** How long antivirus may hold a file on Windows before the clerk hears of it. Milliseconds. */
const PATIENCE = process.platform === 'win32' ? 5000 : 500

export type WriteWhole = (file: string, bytes: Uint8Array) => Promise<void>

/** `mode`: the rights of the file; else those of the one before, or what the account gives to new files. */
type WriteWithMode = (file: string, bytes: Uint8Array, mode?: number) => Promise<void>

/**
 * Puts a whole file in its place, or leaves what stood there: written beside it, fsynced, renamed, the folder fsynced.
 * Throws the system's error.
 */
export const writeAtomically: WriteWithMode = async (file, bytes, mode) => {
  // As a stream: a single write may be cut short by a full disk without an error, a stream goes on until there is one.
  const options = { timeout: PATIENCE, tmpCreate: temporaryName, ...(mode === undefined ? {} : { mode }) }
  await writeFile(file, Readable.from([bytes]), options)
  await syncFolder(path.dirname(file))
}

/** Makes new names in a folder durable. Windows has no such call, and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Short, because a long Chinese name plus an ending may be more than the 255 bytes that Linux allows. */
function temporaryName(file: string): string {
  return path.join(path.dirname(file), `.ogi-${randomBytes(8).toString('hex')}.tmp`)
}

/** Whether a file is one that was never put in its place, in a folder that nobody writes to now. */
export function isTemporaryName(name: string): boolean {
  return /^\.ogi-[0-9a-f]{16}\.tmp$/.test(name)
}
