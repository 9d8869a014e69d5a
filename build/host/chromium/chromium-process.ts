import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { chromiumPath, installHint } from '../../chromium.ts'
import { environment } from '../environment.ts'
import type { Cdp, Send } from './cdp.ts'
import { cdpOverPipe } from './cdp-ways.ts'
import { waitForFreeProfile } from './profile-lock.ts'

export interface ChromiumOptions {
  profile: string
  headless: boolean
  /** Which names lead where: --host-resolver-rules. */
  resolverRules: string
  locale: string
  /** A test may attach to it. */
  attachable: boolean
}

/** A Chromium that main drives. */
export interface Chromium {
  cdp: Cdp
  send: Send
  /** Its process, which is also the id of its process group; null where it is borrowed. */
  pid: number | null
  /** e.g. "156.0.8078.79". */
  version: string
  /** Where a test attaches; null outside tests. */
  endpoint: string | null
  /** Resolves with the end of what it printed, when it has exited. */
  exited: Promise<string>
  /** Asks it to go, or only lets go of it where it is borrowed. */
  leave(): Promise<unknown>
}

/**
 * What Chromium would do besides showing our page: the pages behind the address bar alone cost as much as a start of
 * ours, and a link to http:// would ask main about https:// first, which it doesn't in Electron.
 */
const unwantedFeatures = [
  'HttpsUpgrades',
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'AutofillServerCommunication',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

const quietSwitches = [
  '--disable-gpu',
  // Without it a GPU process would start WebGL in software, which no page of ours uses.
  '--disable-software-rasterizer',
  // What a browser brings along for its user: a quarter of its start.
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-client-side-phishing-detection',
  '--disable-search-engine-choice-screen',
  '--disable-field-trial-config',
  // As in Electron, a page may close its own window.
  '--blink-settings=allowScriptsToCloseWindows=true',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  `--disable-features=${unwantedFeatures.join(',')}`,
  '--password-store=basic',
  '--use-mock-keychain',
]

/** Resolver rules by which these names lead to a port of ours, and no other name exists: the application has no network. */
export function onlyTo(names: string, port: number): string {
  return `MAP ${names} 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`
}

/** A hidden window works as fast as a visible one, as under Electron's backgroundThrottling: false. */
const unthrottledSwitches = [
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
]

/** Starts a Chromium without any window. It ends by itself when this process ends, however that happens. */
export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  const executable = chromiumPath()
  if (executable === null) throw new Error(`No Chromium was found. ${installHint()}`)
  mkdirSync(options.profile, { recursive: true })
  await waitForFreeProfile(options.profile)
  const child = spawn(executable, switches(options), {
    // A process group of its own: Ctrl+C must reach main first, whose windows may ask before they close.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
  const [, , errors, output, input] = child.stdio
  if (!(errors instanceof Readable && output instanceof Writable && input instanceof Readable)) {
    throw new Error('Chromium was started without its pipes')
  }
  const cdp = cdpOverPipe(output, input)
  const printed = watchErrors(errors)
  const exited = new Promise<string>((resolve) => {
    const end = (reason: string) => {
      cdp.close(`Chromium is gone (${reason})`)
      resolve(printed.tail())
    }
    child.once('error', (error) => end(error.message))
    child.once('exit', (code, signal) => end(String(code ?? signal)))
  })
  const send = cdp.sender()
  const { product } = await send('Browser.getVersion').catch(async (error: unknown) => {
    throw new Error(`Chromium did not start\n${await exited}`, { cause: error })
  })
  return {
    cdp,
    send,
    pid: child.pid ?? 0,
    version: product.split('/').at(-1) ?? product,
    endpoint: options.attachable ? await printed.endpoint : null,
    exited,
    leave: () => send('Browser.close').then(() => exited),
  }
}

function switches(options: ChromiumOptions): string[] {
  return [
    ...(options.headless ? ['--headless'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...quietSwitches,
    ...unthrottledSwitches,
    '--remote-debugging-pipe',
    ...(options.attachable ? ['--remote-debugging-port=0'] : []),
    '--no-startup-window',
    `--user-data-dir=${options.profile}`,
    `--host-resolver-rules=${options.resolverRules}`,
    `--lang=${options.locale}`,
  ]
}

function watchErrors(errors: Readable): { tail(): string; endpoint: Promise<string> } {
  let tail = ''
  const endpoint = Promise.withResolvers<string>()
  errors.on('data', (data: Buffer) => {
    tail = (tail + data.toString()).slice(-4000)
    const found = /DevTools listening on (ws:\S+)/.exec(tail)?.[1]
    if (found !== undefined) endpoint.resolve(found)
    if (environment.debug) process.stderr.write(data)
  })
  return { tail: () => tail, endpoint: endpoint.promise }
}
