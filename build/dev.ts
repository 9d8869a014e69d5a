/**
 * `npm run dev`: the application as `npm start` runs it, built anew as one edits: what changes in the window reloads it,
 * what changes in main or preload starts the application again. Its data lie in out/data, too.
 */
import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { followBuild, type Running } from './follow-build.ts'
import { projectRoot } from './host/command.ts'
import { electronBinary } from './host/electron-binary.ts'
import { environment, hasDisplay } from './host/environment.ts'
import { launchApp } from './host/launch.ts'
import { MainProcess } from './host/testing/main-process.ts'

const dist = (name: string) => path.join(projectRoot, 'dist', name)
const built = { window: [dist('renderer/index.html')], main: [dist('main/main.js'), dist('preload/preload.cjs')] }
const args = [`--user-data-dir=${path.join(projectRoot, 'out/data')}`, ...process.argv.slice(2)]

const began = Date.now()
const script = path.join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js')
const builder = spawn(process.execPath, [script, 'build', '--watch'], { cwd: projectRoot, stdio: 'inherit' })
builder.once('exit', (code) => process.exit(code ?? 1))
const isBuilt = (file: string) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > began
while (![...built.window, ...built.main].every(isBuilt)) await wait(100)

await followBuild(built, environment.force || electronBinary(projectRoot) === null ? onHost : onElectron)
process.exit(0)

async function onHost(): Promise<Running> {
  const env = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  const mode = process.env.OGI_HOST_MODE ? environment.mode : hasDisplay() ? 'headed' : 'browser'
  const main = new MainProcess({ args, env, root: projectRoot, timeout: 60_000 }, mode)
  await main.ready()
  if (mode === 'browser') console.log(await main.link(60_000))
  return { reload: () => main.evaluate(reloadWindows), quit: () => main.quit(), exited: main.exited }
}

async function onElectron(): Promise<Running> {
  const app = await launchApp({ args })
  return {
    reload: () => app.evaluate(reloadWindows),
    quit: () => app.close(),
    exited: app.waitForEvent('close', { timeout: 0 }),
  }
}

function reloadWindows({ BrowserWindow }: Pick<typeof import('electron'), 'BrowserWindow'>): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.reload()
}
