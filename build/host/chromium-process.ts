import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { chromiumPath, installHint } from '../chromium.ts'
import { CdpPipe, type Send } from './cdp-pipe.ts'
import { environment } from './environment.ts'
import { waitForFreeProfile } from './profile-lock.ts'

export interface ChromiumOptions {
  profile: string
  headless: boolean
  /** Which names lead where: --host-resolver-rules. */
  resolverRules: string
  locale: string
}

/** A Chromium that main drives. */
export interface Chromium {
  pipe: CdpPipe
  send: Send
  pid: number
  /** e.g. "156.0.8078.79". */
  version: string
  /** Where a test attaches; null outside tests. */
  endpoint: string | null
  /** Resolves with the end of what it printed, when it has exited. */
  exited: Promise<string>
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
  const pipe = new CdpPipe(output, input)
  const printed = watchErrors(errors)
  const exited = new Promise<string>((resolve) => {
    const end = (reason: string) => {
      pipe.close(`Chromium is gone (${reason})`)
      resolve(printed.tail())
    }
    child.once('error', (error) => end(error.message))
    child.once('exit', (code, signal) => end(String(code ?? signal)))
  })
  const send = pipe.sender()
  const { product } = await send('Browser.getVersion').catch(async (error: unknown) => {
    throw new Error(`Chromium did not start\n${await exited}`, { cause: error })
  })
  return {
    pipe,
    send,
    pid: child.pid ?? 0,
    version: product.split('/').at(-1) ?? product,
    endpoint: environment.testing ? await printed.endpoint : null,
    exited,
  }
}

function switches(options: ChromiumOptions): string[] {
  return [
    ...(options.headless ? ['--headless'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...quietSwitches,
    ...unthrottledSwitches,
    '--remote-debugging-pipe',
    ...(environment.testing ? ['--remote-debugging-port=0'] : []),
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
