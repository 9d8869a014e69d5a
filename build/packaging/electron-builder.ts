import { spawn } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * Runs electron-builder with electron-builder.yml of `project`. Nothing is ever published.
 * `onOutput` gets what it prints. Rejects with its complaint when it fails.
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
  let printed = ''
  const keep = (data: Buffer) => {
    printed += data.toString()
    onOutput(data.toString())
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`electron-builder ${args.join(' ')} ended with ${code}: ${complaint(printed)}`))
    })
  })
}

/** electron-builder marks what went wrong with a cross; the rest of its output is the way there. */
function complaint(printed: string): string {
  const cross = printed.indexOf('⨯')
  return cross < 0 ? printed.slice(-2000) : printed.slice(cross, cross + 2000)
}
