import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

type Folder = { files: Record<string, Folder | { size: number }> }

/** The paths in an asar archive, and the SHA-256 of its header, which Electron compares with the one in the program. */
export function readAsar(file: string): { paths: string[]; headerSha256: string } {
  const bytes = readFileSync(file)
  // Chromium's Pickle: four little-endian words, the last being the length of the JSON that follows.
  const header = bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')
  const root: Folder = JSON.parse(header)
  return { paths: paths(root, ''), headerSha256: createHash('sha256').update(header).digest('hex') }
}

function paths(folder: Folder, prefix: string): string[] {
  return Object.entries(folder.files).flatMap(([name, entry]) =>
    'files' in entry ? paths(entry, `${prefix}${name}/`) : [`${prefix}${name}`],
  )
}
