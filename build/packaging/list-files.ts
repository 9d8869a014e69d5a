import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

interface Packed {
  readonly appOutDir: string
  readonly electronPlatformName: string
}

/**
 * Writes `files.txt` into the packed program for Windows, before it becomes an installer: what uninstalling removes, see
 * own-folder.nsh. Files, then folders from the innermost out, each ended by a backslash.
 */
export function afterPack({ appOutDir, electronPlatformName }: Packed): void {
  if (electronPlatformName !== 'win32') return
  const found = readdirSync(appOutDir, { recursive: true, withFileTypes: true })
  const named = (isFolder: boolean): string[] =>
    found
      .filter((entry) => entry.isDirectory() === isFolder)
      .map(({ parentPath, name }) => path.relative(appOutDir, path.join(parentPath, name)).replaceAll(path.sep, '\\'))
      .sort()
  const lines = [
    ...named(false),
    ...named(true)
      .reverse()
      .map((folder) => `${folder}\\`),
  ]
  // Setup reads it in the code page of the PC.
  const strange = lines.find((line) => !/^[\x20-\x7e]{1,250}$/.test(line))
  if (strange !== undefined) throw new Error(`files.txt can't hold ${strange}`)
  writeFileSync(path.join(appOutDir, 'files.txt'), lines.map((line) => `${line}\r\n`).join(''))
}
