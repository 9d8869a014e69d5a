import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The project's folder, seen from this file. */
export const projectRoot = path.resolve(import.meta.dirname, '../..')

/** The command line that runs the main script of `root` on the host: executable first. */
export function appCommand(root: string, args: readonly string[]): [string, ...string[]] {
  const entry = mainScript(root)
  if (!existsSync(entry)) throw new Error(`${entry} is missing: run "npm run bundle" first`)
  return [nodeBinary(), '--import', new URL('./register.ts', import.meta.url).href, entry, ...args]
}

function mainScript(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const main = typeof manifest === 'object' && manifest !== null && 'main' in manifest ? manifest.main : undefined
  if (typeof main !== 'string') throw new Error(`package.json in ${root} names no "main"`)
  return path.resolve(root, main)
}

/** Node 24 or later: the running one, else the one that the project installs. */
function nodeBinary(): string {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const own = path.join(projectRoot, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  throw new Error(`Node ${process.versions.node} cannot run the host: it needs Node 24 or later`)
}
