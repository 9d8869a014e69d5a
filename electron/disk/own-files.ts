import { chmod, lstat, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { isMissing } from './system-problem.ts'
import { type WriteWhole, writeAtomically } from './write-atomically.ts'

/*
 * The one place that makes what the program keeps: only the account that works here may look into it. Windows knows no
 * such rights; there the data folder lies in the account's own.
 */

/** Rights of a folder and of a file of ours. */
export const OWN_FOLDER = 0o700
export const OWN_FILE = 0o600

const OTHERS = 0o077

export async function makeOwnFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: OWN_FOLDER })
}

/** Puts a whole file of ours in its place; see `writeAtomically`. */
export const writeOwnFile: WriteWhole = (file, bytes) => writeAtomically(file, bytes, OWN_FILE)

/**
 * Takes from others what they may see of a data folder that came from elsewhere, or from an earlier program: of the
 * folder, its files and all that lies in these folders below it. Throws what the disk throws.
 */
export async function closeToOthers(dataFolder: string, below: readonly string[]): Promise<void> {
  if (process.platform === 'win32') return
  await closeFolder(dataFolder, false)
  for (const name of below) await closeFolder(path.join(dataFolder, name), true)
}

async function closeFolder(folder: string, isDeep: boolean): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  if (entries === null) return
  await restrict(folder, OWN_FOLDER)
  for (const entry of entries) {
    const place = path.join(folder, entry.name)
    if (entry.isFile()) await restrict(place, OWN_FILE)
    else if (entry.isDirectory() && isDeep) await closeFolder(place, true)
  }
}

/** A file that went meanwhile is no matter. */
async function restrict(place: string, mode: number): Promise<void> {
  try {
    if (((await lstat(place)).mode & OTHERS) !== 0) await chmod(place, mode)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
