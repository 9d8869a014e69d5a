/**
 * `npm start`: the application on Electron where its binary is there, else on the Chromium host: in a window where
 * there is a display, else behind a one-time link. Its data lie in out/data, unless --user-data-dir=… says where.
 * Arguments: `npm start -- file.ogi`.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { bundle } from './bundle.ts'
import { chromiumPath, ensureChromium } from './chromium.ts'
import { appCommand, projectRoot } from './host/command.ts'
import { electronBinary } from './host/electron-binary.ts'
import { environment, hasDisplay, type Mode } from './host/environment.ts'

const asked = process.argv.slice(2)
// Never the installed program's data: what is tried here must not meet what an office works with.
const hasFolder = asked.some((argument) => argument.startsWith('--user-data-dir='))
const args = hasFolder ? asked : [`--user-data-dir=${path.join(projectRoot, 'out/data')}`, ...asked]

await bundle()
const binary = environment.force ? null : electronBinary(projectRoot)
const [command, ...rest] = binary === null ? appCommand(projectRoot, args) : [binary, projectRoot, ...args]
const mode = binary === null ? await hostMode() : null
const child = spawn(command, rest, {
  cwd: projectRoot,
  env: { ...process.env, ...(mode === null ? {} : { OGI_HOST_MODE: mode }) },
  stdio: 'inherit',
})
// Ctrl+C reaches the child from the terminal; what is sent to this process alone is handed on.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.once('exit', (code) => process.exit(code ?? 1))

async function hostMode(): Promise<Mode> {
  const problem = await ensureChromium()
  if (problem !== null) console.warn(problem)
  const mode = chooseMode()
  console.log(`Electron's binary is not here: running on the Chromium host (${mode}). Not for real data.`)
  return mode
}

function chooseMode(): Mode {
  if (process.env.OGI_HOST_MODE) return environment.mode
  return hasDisplay() && chromiumPath() !== null ? 'headed' : 'browser'
}
