import { unzipSync } from 'fflate'

/** A workbook of ours has some tens of kilobytes; people add pictures, hardly this much. */
const MAX_FILE = 20 * 1024 * 1024
const MAX_UNPACKED = 100 * 1024 * 1024
const MAX_PARTS = 500

/** Whether a workbook may be opened, told from the zip's own list of contents, before anything is unpacked. */
export function workbookSize(bytes: Uint8Array): 'fine' | 'too-large' | 'not-a-workbook' {
  if (bytes.length > MAX_FILE) return 'too-large'
  let unpacked = 0
  let parts = 0
  let isWorkbook = false
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize
        parts += 1
        if (name === 'xl/workbook.xml') isWorkbook = true
        return false
      },
    })
  } catch {
    return 'not-a-workbook'
  }
  if (unpacked > MAX_UNPACKED || parts > MAX_PARTS) return 'too-large'
  return isWorkbook ? 'fine' : 'not-a-workbook'
}
