import path from 'node:path'
import { FRAME_VERSION } from '../../shared/journal/frame.ts'
import { z } from '../../shared/values/parse.ts'
import { readSmallFile, writeSmallFile } from '../disk/small-file.ts'

/** Major version of the browser store. Raised where an older program can no longer read it; renderer/ keeps the same. */
export const STORE_VERSION = 9

const versions = z.object({
  app: z.string().max(40),
  journal: z.int().positive(),
  store: z.int().positive(),
  chromium: z.string().max(40),
})
export type Versions = z.infer<typeof versions>

export function ownVersions(app: string, chromium: string): Versions {
  return { app, journal: FRAME_VERSION, store: STORE_VERSION, chromium }
}

/**
 * Whether this program may open data last used by `found`. A newer Chromium alone is no reason to refuse: Chromium then
 * deletes the browser store, which is rebuilt from the journal.
 */
export function mayOpen(found: Versions | null, own: Versions): boolean {
  return found === null || (found.journal <= own.journal && found.store <= own.store)
}

const versionFile = (folder: string) => path.join(folder, 'version.json')

/** Null for new data, or a file that is not ours: the journal then says its own version. */
export function readVersions(folder: string): Promise<Versions | null> {
  return readSmallFile(versionFile(folder), versions)
}

export async function writeVersions(folder: string, own: Versions, found: Versions | null): Promise<void> {
  if (JSON.stringify(found) !== JSON.stringify(own)) await writeSmallFile(versionFile(folder), own)
}
