import { z } from '../../shared/values/parse.ts'
import type { DurableFiles } from '../disk/durable-files.ts'
import { parseSmallFile } from '../disk/small-file.ts'
import { isMissing } from '../disk/system-problem.ts'

/**
 * How far the journal was known to be, in a file outside of its folder: what is missing there, a last file or all of
 * them, is noticed by it. Written at start, with each new file and at the end, so that it may be behind, never ahead.
 */
const journalHead = z.strictObject({
  journal: z.string().regex(/^[a-z0-9]{12}$/),
  mended: z.int().nonnegative(),
  seq: z.int().nonnegative(),
})
export type JournalHead = Readonly<z.infer<typeof journalHead>>

/** Null where nothing is known. Throws what the disk throws. */
export async function readHead(file: string, files: Pick<DurableFiles, 'read'>): Promise<JournalHead | null> {
  try {
    return parseSmallFile((await files.read(file)).toString(), journalHead)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

export async function writeHead(
  file: string,
  head: JournalHead,
  files: Pick<DurableFiles, 'writeWhole'>,
): Promise<void> {
  await files.writeWhole(file, Buffer.from(`${JSON.stringify(head)}\n`))
}
