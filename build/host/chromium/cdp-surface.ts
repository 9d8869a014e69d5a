import { isDeepStrictEqual } from 'node:util'
import { environment } from '../environment.ts'
import { spoolFile } from '../link/link-spool.ts'
import { linkSurface } from '../link/link-surface.ts'
import { pageBinding, pageReceiver } from '../page/preload-script.ts'
import { toMainAddress, toPageAddress } from '../serving/address.ts'
import { windowCookie } from '../serving/gate.ts'
import type { EventParams, Send } from './cdp.ts'
import type { Chromium } from './chromium-process.ts'
import { fromOutside, NavigationGuard } from './navigation-guard.ts'
import { type PdfOptions, printToPdf } from './pdf.ts'
import type { Bounds, Surface, SurfaceListener, SurfaceOptions, WindowState } from './surface.ts'
import { windowsBrowser } from './windows-browser.ts'

interface Attached {
  chromium: Chromium
  targetId: string
  sessionId: string
  windowId: number
  /** Commands to the page. */
  send: Send
}

/** Origins whose store was emptied since main began. */
const emptied = new Set<string>()

/** A window of the Chromium that main drives. */
export class CdpSurface implements Surface {
  readonly #listener: SurfaceListener
  readonly #options: SurfaceOptions
  readonly #attached: Promise<Attached>
  readonly #navigation: NavigationGuard
  readonly #loads = new Map<string, () => void>()
  readonly #closed = Promise.withResolvers<true>()
  #lastLoad = ''
  #kept: (() => void) | null = null
  #unsubscribe = () => {}
  #placed: { bounds: Bounds; state: WindowState }

  constructor(options: SurfaceOptions, listener: SurfaceListener) {
    this.#options = options
    this.#listener = listener
    this.#placed = { bounds: options.bounds, state: options.visible ? 'normal' : 'minimized' }
    this.#navigation = new NavigationGuard(listener)
    this.#attached = this.#attach()
    this.#attached.catch(() => this.#end())
  }

  async load(url: string): Promise<void> {
    const { send, chromium } = await this.#attached
    const address = toPageAddress(url)
    if (address !== url) {
      if (environment.borrowed !== null) await this.#emptyOnce(send, new URL(address).origin)
      await chromium.send('Storage.setCookies', { cookies: [{ ...windowCookie, url: address }] })
    }
    const { errorText, loaderId } = await send('Page.navigate', { url: address, ...fromOutside })
    if (errorText !== undefined && errorText !== '') throw loadError(errorText.replace('net::', ''), url)
    if (loaderId === undefined || loaderId === this.#lastLoad) return
    const loaded = new Promise<void>((resolve) => this.#loads.set(loaderId, resolve))
    await Promise.race([loaded, this.#closed.promise])
  }

  post(text: string): void {
    this.#command('Runtime.evaluate', { expression: `globalThis.${pageReceiver}?.receive(${JSON.stringify(text)})` })
  }

  async evaluate(code: string): Promise<unknown> {
    const { send } = await this.#attached
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description?.split('\n')[0] ?? 'Script failed to execute')
    }
    return result.value
  }

  async printToPdf(options: PdfOptions): Promise<Buffer> {
    const { send } = await this.#attached
    return printToPdf(send, options)
  }

  /** Headless there is no dialog to open; in browser mode the PDF is offered to the user's page, who prints that. */
  async print(): Promise<void> {
    if (environment.mode === 'headed') await this.evaluate('window.print()')
    if (environment.mode !== 'browser') return
    const pdf = await this.printToPdf({ preferCSSPageSize: true, printBackground: true, pageSize: 'A4' })
    linkSurface.offer(spoolFile('打印.pdf', pdf))
  }

  async capture(): Promise<Buffer> {
    const { send } = await this.#attached
    const { data } = await send('Page.captureScreenshot', { format: 'png' })
    return Buffer.from(data, 'base64')
  }

  reload(): void {
    this.#command('Page.reload', {})
  }

  async close(): Promise<boolean> {
    const kept = new Promise<false>((resolve) => {
      this.#kept = () => resolve(false)
    })
    this.#command('Page.close', {})
    return Promise.race([this.#closed.promise, kept])
  }

  destroy(): void {
    this.#attached.then(({ chromium, targetId }) => chromium.send('Target.closeTarget', { targetId })).catch(() => {}) // the page or its browser is gone already
  }

  focus(): void {
    this.#command('Page.bringToFront', {})
  }

  async settle(): Promise<void> {
    const { send } = await this.#attached
    await send('Runtime.evaluate', { expression: '0' })
  }

  place(bounds: Bounds, state: WindowState): void {
    if (isDeepStrictEqual({ bounds, state }, this.#placed)) return
    this.#placed = { bounds, state }
    this.#attached.then((attached) => this.#resize(attached)).catch(() => {}) // gone meanwhile
  }

  resizeContents(width: number, height: number): void {
    this.#attached
      .then(({ chromium, windowId }) => chromium.send('Browser.setContentsSize', { windowId, width, height }))
      .catch(() => {}) // gone meanwhile
  }

  async #attach(): Promise<Attached> {
    const chromium = await windowsBrowser()
    const { bounds, visible, javascript, initScript } = this.#options
    const { targetId } = await chromium.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...(environment.mode === 'headed'
        ? { left: bounds.x, top: bounds.y, windowState: visible ? 'normal' : 'minimized' }
        : {}),
      width: bounds.width,
      height: bounds.height,
    })
    const { sessionId } = await chromium.send('Target.attachToTarget', { targetId, flatten: true })
    const { windowId } = await chromium.send('Browser.getWindowForTarget', { targetId })
    const send = chromium.cdp.sender(sessionId)
    const attached = { chromium, targetId, sessionId, windowId, send }
    this.#unsubscribe = chromium.cdp.onEvent((method, params, session) => {
      if (session === sessionId) {
        this.#navigation.onEvent(method, params)
        this.#onPageEvent(method, params, send)
      } else if (session === undefined) {
        this.#onBrowserEvent(method, params, attached)
      }
    })
    chromium.exited.then(() => this.#end())
    await Promise.all([
      send('Page.enable'),
      send('Page.setLifecycleEventsEnabled', { enabled: true }),
      send('Runtime.enable'),
      send('Inspector.enable'),
      this.#navigation.watch(send, targetId),
      javascript ? null : send('Emulation.setScriptExecutionDisabled', { value: true }),
      initScript === null ? null : send('Runtime.addBinding', { name: pageBinding }),
      initScript === null ? null : send('Page.addScriptToEvaluateOnNewDocument', { source: initScript }),
      environment.mode === 'headed' ? null : this.#resize(attached),
    ])
    if (environment.mode === 'headed') this.#watchPlace(attached)
    return attached
  }

  #onBrowserEvent(method: string, params: EventParams, { chromium, targetId }: Attached): void {
    const target = params.targetInfo
    if (method === 'Target.targetDestroyed' && params.targetId === targetId) this.#end()
    if (method !== 'Target.targetCreated' || target?.type !== 'page' || target.openerId !== targetId) return
    dismissWindow(chromium, target.targetId).catch(() => {}) // closed itself
  }

  #onPageEvent(method: string, params: EventParams, send: Send): void {
    const listener = this.#listener
    if (method === 'Runtime.bindingCalled' && params.name === pageBinding) listener.message(params.payload ?? '')
    if (method === 'Page.frameNavigated') this.#onNavigated(params)
    if (method === 'Page.windowOpen') listener.openAsked(toMainAddress(params.url ?? ''))
    if (method === 'Page.navigatedWithinDocument') listener.navigatedInPage(toMainAddress(params.url ?? ''))
    if (method === 'Page.domContentEventFired') listener.domReady()
    if (method === 'Page.loadEventFired') listener.loaded()
    if (method === 'Page.lifecycleEvent' && params.name === 'load') this.#onLoad(params.loaderId ?? '')
    if (method === 'Page.javascriptDialogOpening') this.#onDialog(params, send)
    if (method === 'Inspector.targetCrashed') listener.crashed()
    if (method === 'Runtime.consoleAPICalled') listener.consoleMessage(params.type ?? 'log', consoleText(params))
  }

  #onNavigated({ frame }: EventParams): void {
    if (frame === undefined || frame.parentId !== undefined) return
    this.#listener.navigated(toMainAddress(frame.url + (frame.urlFragment ?? '')))
  }

  #onLoad(loaderId: string): void {
    this.#lastLoad = loaderId
    this.#loads.get(loaderId)?.()
    this.#loads.delete(loaderId)
  }

  /** alert and confirm are left to whoever looks at the page: a person, or the test's Playwright. */
  #onDialog(params: EventParams, send: Send): void {
    if (params.type !== 'beforeunload') return
    const accept = this.#listener.mayUnload()
    send('Page.handleJavaScriptDialog', { accept }).catch(() => {}) // answered by the test
    if (!accept) this.#kept?.()
  }

  /** What the application before us left in the Chromium that we borrow is not ours. */
  async #emptyOnce(send: Send, origin: string): Promise<void> {
    if (emptied.has(origin)) return
    emptied.add(origin)
    await send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  }

  async #resize({ chromium, windowId }: Attached): Promise<void> {
    const { bounds, state } = this.#placed
    if (environment.mode !== 'headed') {
      await chromium.send('Browser.setContentsSize', { windowId, width: bounds.width, height: bounds.height })
      return
    }
    await chromium.send('Browser.setWindowBounds', { windowId, bounds: { windowState: state } })
    if (state !== 'normal') return
    const { x: left, y: top, width, height } = bounds
    await chromium.send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } })
  }

  /** Chromium tells nobody that its window was moved; so it is asked once a second. */
  #watchPlace({ chromium, windowId }: Attached): void {
    const timer = setInterval(async () => {
      const found = await chromium.send('Browser.getWindowBounds', { windowId }).catch(() => null)
      if (found === null) return clearInterval(timer)
      const { left = 0, top = 0, width = 0, height = 0, windowState } = found.bounds
      const bounds = { x: left, y: top, width, height }
      const state = windowState === 'maximized' || windowState === 'minimized' ? windowState : 'normal'
      if (isDeepStrictEqual({ bounds, state }, this.#placed)) return
      this.#placed = { bounds, state }
      this.#listener.moved(bounds, state)
    }, 1000).unref()
  }

  #end(): void {
    this.#unsubscribe()
    this.#closed.resolve(true)
    this.#listener.gone()
  }

  #command(...[method, params]: Parameters<Send>): void {
    this.#attached.then(({ send }) => send(method, params)).catch(() => {}) // the page is gone, nobody waits
  }
}

/**
 * Closes a window that the page opened. A test's Playwright has new windows wait for it, and closed while it waits a
 * window would hold the page that opened it, whose process it shares, for ever: so it is set going first.
 */
async function dismissWindow(chromium: Chromium, targetId: string): Promise<void> {
  const { sessionId } = await chromium.send('Target.attachToTarget', { targetId, flatten: true })
  await chromium.cdp.sender(sessionId)('Runtime.runIfWaitingForDebugger')
  await chromium.send('Target.closeTarget', { targetId })
}

function loadError(code: string, url: string): Error {
  return Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url })
}

function consoleText(params: EventParams): string {
  return (params.args ?? []).map((argument) => String(argument.value ?? argument.description ?? '')).join(' ')
}
