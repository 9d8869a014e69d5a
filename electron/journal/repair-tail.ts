import path from 'node:path'
import type { Flaw } from './inspect-journal.ts'
import { decodeLine, NEWLINE } from './line.ts'
import type { ReadTools } from './read-journal.ts'
import { frameMark } from './segment.ts'

/**
 * Makes a journal sound whose very last line has no line break. Where only that is missing, it is put there: nothing
 * typed is lost. Else the line is put aside and cut off. `expected`: the number of the frame that would come there.
 */
export async function repairTail(
  folder: string,
  { name, bytes, goodLength }: Flaw,
  expected: number,
  aside: string,
  { files, notices }: ReadTools,
): Promise<void> {
  const file = path.join(folder, name)
  const rest = bytes.subarray(goodLength)
  const json = decodeLine(rest)
  const isWhole = json !== null && frameMark(json)?.seq === expected
  if (!isWhole) {
    await files.makeFolder(aside)
    await files.writeWhole(path.join(aside, `${name}.tail`), rest)
    await notices.put(`journal-tail-${expected}`, { code: 'journal-tail-dropped', savedAs: aside })
  }
  const handle = await files.openForWriting(file, false)
  try {
    if (isWhole) await handle.write(Buffer.of(NEWLINE), bytes.length)
    else await handle.truncate(goodLength)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}
