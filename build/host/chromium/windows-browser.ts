import path from 'node:path'
import { environment } from '../environment.ts'
import { app } from '../main/app.ts'
import { openWindows } from '../main/window-list.ts'
import { borrowChromium } from './borrowed-chromium.ts'
import { type Chromium, onlyTo, startChromium } from './chromium-process.ts'

let started: Promise<Chromium> | null = null
let running: Chromium | null = null
let port = 0

/** Told once by the boot: where the loopback server listens. */
export function serveOn(loopbackPort: number): void {
  port = loopbackPort
}

/** The Chromium that holds the driven windows; in browser mode it starts with the first hidden window. */
export function windowsBrowser(): Promise<Chromium> {
  if (started === null) {
    started = start()
    started.catch(() => {
      started = null // the next window may have more luck
    })
  }
  return started
}

/** The version of the Chromium that runs, "" before it does. */
export function chromiumVersion(): string {
  return running?.version ?? ''
}

async function start(): Promise<Chromium> {
  const chromium = environment.borrowed === null ? await startOwn() : await borrowChromium(environment.borrowed)
  running = chromium
  chromium.exited.then((tail) => {
    started = null
    running = null
    // A visible Chromium also ends with its last window.
    if (app.isLeaving() || environment.mode === 'browser' || openWindows().length === 0) return
    console.error(`[host] Chromium went away\n${tail}`)
    process.exit(70)
  })
  app.beforeExit(async () => {
    await Promise.race([chromium.leave(), chromium.exited, new Promise((resolve) => setTimeout(resolve, 3000))])
  })
  await chromium.send('Target.setDiscoverTargets', { discover: true })
  return chromium
}

function startOwn(): Promise<Chromium> {
  const visible = environment.mode === 'headed'
  // In browser mode the page's addresses carry the port, elsewhere every one of them has port 80.
  const own = environment.mode === 'browser' ? `*.localhost:${port}` : '*.localhost:80'
  return startChromium({
    profile: path.join(app.getPath('userData'), 'chromium-profile'),
    headless: !visible,
    resolverRules: onlyTo(own, port),
    locale: app.getLocale(),
    attachable: environment.testing,
  })
}
