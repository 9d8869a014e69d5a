import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { _electron } from '@playwright/test'
import { appCommand, projectRoot } from './command.ts'
import { electronBinary } from './electron-binary.ts'
import { environment } from './environment.ts'
import type { App, LaunchOptions } from './launched-app.ts'
import { BrowserModeApp } from './testing/browser-mode-app.ts'
import { HostApp } from './testing/host-app.ts'
import type { LentChromium } from './testing/lent-chromium.ts'

export type { App, LaunchOptions }

/**
 * Starts the bundled application: on Electron where its binary exists, else on the Chromium host, there on the Chromium
 * that is lent to it where one is free. Bundle first.
 */
export async function launchApp(options: LaunchOptions = {}, lend?: () => Promise<LentChromium>): Promise<App> {
  const { args, env, root, timeout } = complete(options)
  const binary = electronToUse()
  if (binary === null) {
    const lent = await lend?.()
    return HostApp.start({ args, env, root, timeout }, lent?.isFree ? lent : null)
  }
  return _electron.launch({ executablePath: binary, args: [...asRoot(), root, ...args], cwd: root, env, timeout })
}

/** Starts the application once more, as a second double-click would; resolves with its exit code. */
export function runSecondInstance(options: LaunchOptions = {}): Promise<number | null> {
  const { args, env, root } = complete(options)
  const binary = electronToUse()
  const [command, ...rest] = binary === null ? appCommand(root, args) : [binary, ...asRoot(), root, ...args]
  const child = spawn(command, rest, { cwd: root, env: { OGI_HOST_MODE: 'headless', ...env }, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
}

/** Starts the host in browser mode, for a spec that opens `link` with a browser of its own. Never real Electron. */
export function launchInBrowserMode(options: LaunchOptions = {}): Promise<BrowserModeApp> {
  return BrowserModeApp.start(complete(options))
}

/** Kills main, and the browser with it, as a power cut would; resolves when every process is gone. */
export async function killApp(app: App): Promise<void> {
  if (app instanceof HostApp) return app.kill()
  const closed = app.waitForEvent('close')
  app.process().kill('SIGKILL')
  await closed
}

/** Where the window's IndexedDB lies below the data folder, for a test that loses it or puts an older one back. */
export function indexedDbFolder(userData: string): string {
  const profile = electronToUse() === null ? path.join(userData, 'chromium-profile/Default') : userData
  return path.join(profile, 'IndexedDB')
}

/** Null: the host. */
function electronToUse(): string | null {
  return environment.force ? null : electronBinary(projectRoot)
}

function complete(options: LaunchOptions): Required<LaunchOptions> {
  const root = options.root ?? projectRoot
  if (!existsSync(path.join(root, 'package.json'))) throw new Error(`No package.json in ${root}`)
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return { args: options.args ?? [], env: { ...inherited, ...options.env }, root, timeout: options.timeout ?? 30_000 }
}

/** Electron's sandbox refuses to run as root, where the host's Chromium is started without one too. */
function asRoot(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
