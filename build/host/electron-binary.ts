import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Path of Electron's executable, or null where it was never downloaded.
 * Looks at files only: `require('electron')` from plain Node would start a download.
 */
export function electronBinary(root: string): string | null {
  const folder = path.join(root, 'node_modules/electron')
  const nameFile = path.join(folder, 'path.txt')
  if (!existsSync(nameFile)) return null
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, 'dist')
  const binary = path.join(dist, readFileSync(nameFile, 'utf8').trim())
  return existsSync(binary) ? binary : null
}
