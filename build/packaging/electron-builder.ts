import { spawn } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * Runs electron-builder with electron-builder.yml of `project`. Nothing is ever published.
 * `onOutput` gets what it prints. Rejects with its last lines when it fails.
 */
export function runElectronBuilder(
  project: string,
  args: readonly string[],
  onOutput: (text: string) => void,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const cli = path.join(root, 'node_modules/electron-builder/cli.js')
  const child = spawn(process.execPath, [cli, '--publish', 'never', ...args], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let tail = ''
  const keep = (data: Buffer) => {
    tail = (tail + data.toString()).slice(-4000)
    onOutput(data.toString())
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`electron-builder ${args.join(' ')} ended with ${code}:\n${tail}`))
    })
  })
}
