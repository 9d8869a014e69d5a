import { mkdirSync } from 'node:fs'
import { serveOn, windowsBrowser } from './chromium/windows-browser.ts'
import { environment } from './environment.ts'
import { addHostScript } from './link/link-document.ts'
import { linkRoutes } from './link/link-routes.ts'
import { app } from './main/app.ts'
import { BrowserWindow } from './main/browser-window.ts'
import { showPort } from './serving/address.ts'
import { serve } from './serving/server.ts'
import { answerTest, tellTest } from './testing/test-channel.ts'

/**
 * Starts the loopback server and Chromium, then the application becomes ready. Begins after the main script's
 * synchronous part, by when it has registered its schemes, set its folders and asked for the lock.
 */
export function boot(electron: object): void {
  Reflect.set(process, 'type', 'browser')
  quitOnSignals()
  answerTest(electron, settlePages, () => app.exit(0))
  setImmediate(() => {
    start().catch((error: unknown) => {
      console.error('[host] start failed:', error)
      process.exit(71)
    })
  })
}

/** Windows may refuse to close; who signals again means it. Ctrl+C comes twice at once: also by way of the parent. */
function quitOnSignals(): void {
  let first = 0
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (first !== 0 && Date.now() - first > 1000) return app.exit(130)
      first ||= Date.now()
      app.quit()
    })
  }
}

async function start(): Promise<void> {
  if (app.isLeaving()) return
  mkdirSync(app.getPath('userData'), { recursive: true })
  if (environment.mode === 'browser') {
    const port = await serve({ port: environment.port, ownRoutes: linkRoutes, documentFilter: addHostScript })
    showPort(port)
    serveOn(port)
    app.becomeReady()
    tellTest({ kind: 'ready', endpoint: null, browser: null, port })
    return
  }
  const port = await serve({ port: 0 })
  serveOn(port)
  const { endpoint, pid, version } = await windowsBrowser()
  // An application compares it with that of its last start, because a profile must not go back to an older Chromium.
  Object.defineProperty(process, 'versions', { value: { ...process.versions, chrome: version } })
  app.becomeReady()
  tellTest({ kind: 'ready', endpoint, browser: pid, port })
}

/** Waits until what the pages have sent so far is here; a page that doesn't answer is not waited for. */
async function settlePages(): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, 300).unref())
  await Promise.race([Promise.all(BrowserWindow.getAllWindows().map((window) => window.settle())), late])
}
