import { readdir } from 'node:fs/promises'
import path from 'node:path'

export interface FoundFile {
  readonly path: string
  readonly name: string
}

const MAX_DEPTH = 5
/** A county with its villages sends 300; more is a wrong folder. */
const MAX_FILES = 3000

/** The kind of file that this program reads; hidden files are none. */
export function isReadable(name: string): boolean {
  return path.extname(name).toLowerCase() === '.ogi' && !name.startsWith('.')
}

/**
 * The readable files in a folder and the folders in it, sorted by path. Links are not followed, and a folder that
 * cannot be read is passed over: a stick's own system folders often refuse. Throws where the folder itself cannot be read.
 */
export async function findFiles(folder: string): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  const waiting = [{ folder, depth: 0 }]
  for (let next = waiting.shift(); next !== undefined && found.length < MAX_FILES; next = waiting.shift()) {
    const { folder: current, depth } = next
    const entries = await readdir(current, { withFileTypes: true }).catch((error: unknown) => {
      if (depth === 0) throw error
      return []
    })
    for (const entry of entries) {
      const full = path.join(current, entry.name)
      if (entry.isFile() && isReadable(entry.name)) found.push({ path: full, name: entry.name })
      if (entry.isDirectory() && depth < MAX_DEPTH && !entry.name.startsWith('.')) {
        waiting.push({ folder: full, depth: depth + 1 })
      }
    }
  }
  return found.slice(0, MAX_FILES).sort((a, b) => a.path.localeCompare(b.path, 'zh-CN', { numeric: true }))
}

/** Files named on a command line: a double click, or several dropped on the program's icon. */
export function filesFromArguments(argv: readonly string[], workingFolder: string): FoundFile[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && isReadable(path.basename(argument)))
    .map((argument) => ({ path: path.resolve(workingFolder, argument), name: path.basename(argument) }))
}
