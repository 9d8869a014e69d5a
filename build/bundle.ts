import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const project = path.resolve(import.meta.dirname, '..')
const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
/** The last file that each of the three builds writes. */
const results = ['dist/main/main.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html']

/** Bundles main, preload and renderer into dist/; does nothing where dist/ is newer than every source. */
export async function bundle(options: { force?: boolean } = {}): Promise<void> {
  if (!options.force && isFresh()) return
  console.log('Bundling …')
  const script = path.join(project, 'node_modules/electron-vite/bin/electron-vite.js')
  const child = spawn(process.execPath, [script, 'build'], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  const keep = (data: Buffer) => {
    printed += data.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`electron-vite build failed (${code})\n${printed}`)
}

function isFresh(): boolean {
  const files = results.map((file) => path.join(project, file))
  if (!files.every((file) => existsSync(file))) return false
  const oldest = Math.min(...files.map((file) => statSync(file).mtimeMs))
  return sources.every((name) => newestChange(path.join(project, name)) < oldest)
}

/** A folder's own time tells of files that were removed. */
function newestChange(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(file).map((name) => newestChange(path.join(file, name))))
}
