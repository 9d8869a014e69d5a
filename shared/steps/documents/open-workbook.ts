import { read, type WorkBook } from 'xlsx'
import { fail, ok } from '../../values/result.ts'
import { readZip, type ZipLimits } from '../../values/zip/read-zip.ts'
import { unpackZip } from '../../values/zip/unpack-zip.ts'
import { writeZip } from '../../values/zip/write-zip.ts'
import type { Read } from './read-sheet.ts'

const MEGABYTE = 1024 * 1024

/** A workbook of ours has some tens of kilobytes; people add pictures, hardly this much. */
const MAX_FILE = 20 * MEGABYTE
const limits: ZipLimits = { entries: 500, entry: 100 * MEGABYTE, unpacked: 100 * MEGABYTE }

/** No sheet of ours is longer, unless the texts have this many paragraphs. */
const MAX_LINES = 5_000

/** A workbook, unpacked within limits before SheetJS sees it. */
export async function openWorkbook(bytes: Uint8Array): Promise<Read<WorkBook>> {
  if (bytes.length > MAX_FILE) return fail({ code: 'too-large' })
  const entries = readZip(bytes, limits)
  const problem = entries.ok ? null : entries.problem.code
  if (problem === 'too-large') return fail({ code: problem })
  if (!entries.ok || !entries.value.some(({ name }) => name === 'xl/workbook.xml')) {
    return fail({ code: 'not-a-workbook' })
  }
  const unpacked = await unpackZip(entries.value, limits)
  if (!unpacked.ok) return fail({ code: unpacked.problem.code === 'too-large' ? 'too-large' : 'not-a-workbook' })
  try {
    const plain = { type: 'array', sheetRows: MAX_LINES, cellHTML: false, cellStyles: false, cellNF: true } as const
    return ok(read(writeZip(unpacked.value), plain))
  } catch {
    return fail({ code: 'not-a-workbook' })
  }
}
