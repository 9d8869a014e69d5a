import { EventEmitter } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { CdpSurface } from '../chromium/cdp-surface.ts'
import type { Bounds, Surface, SurfaceListener, WindowState } from '../chromium/surface.ts'
import { environment } from '../environment.ts'
import { linkSurface } from '../link/link-surface.ts'
import { pipeInitScript } from '../page/preload-script.ts'
import { app } from './app.ts'
import { contentsListener } from './contents-listener.ts'
import { appPath } from './identity.ts'
import { preventable } from './preventable.ts'
import { WebContents } from './web-contents.ts'
import { addWindow, nextWindowId, openWindows, removeWindow } from './window-list.ts'

interface WindowOptions extends Partial<Bounds> {
  show?: boolean
  title?: string
  webPreferences?: { preload?: string; javascript?: boolean; additionalArguments?: string[] }
}

const inert = [
  'blur',
  'center',
  'flashFrame',
  'moveTop',
  'removeMenu',
  'setAlwaysOnTop',
  'setAutoHideMenuBar',
  'setBackgroundColor',
  'setDocumentEdited',
  'setFullScreen',
  'setIcon',
  'setMenu',
  'setMenuBarVisibility',
  'setMinimumSize',
  'setOverlayIcon',
  'setProgressBar',
  'setRepresentedFilename',
  'setSkipTaskbar',
  'setTitleBarOverlay',
] as const

/** Electron's BrowserWindow. In browser mode the first one is the page that the user opens by the link. */
export class BrowserWindow extends EventEmitter {
  readonly id = nextWindowId()
  readonly webContents: WebContents
  readonly #surface: Surface
  #bounds: Bounds
  #state: WindowState = 'normal'
  #visible: boolean
  #title: string
  #closing = false
  #destroyed = false
  #shownOnce = false

  constructor(options: WindowOptions = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 }
    this.#visible = options.show ?? true
    this.#title = options.title ?? app.getName()
    this.#surface = this.#makeSurface(options)
    this.webContents = new WebContents(this.id, this.#surface)
    this.webContents.on('host-close-asked', () => this.close())
    addWindow(this)
    app.emit('browser-window-created', preventable({}), this)
    app.emit('web-contents-created', preventable({}), this.webContents)
  }

  static getAllWindows(): BrowserWindow[] {
    return openWindows().filter((window) => window instanceof BrowserWindow)
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.isVisible()) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  loadFile(file: string): Promise<void> {
    return this.loadURL(pathToFileURL(path.resolve(appPath, file)).href)
  }

  reload(): void {
    this.webContents.reload()
  }

  close(): void {
    this.askToClose().catch((error: unknown) => console.error('[host] close:', error))
  }

  /** First main may keep the window, then the page. */
  async askToClose(): Promise<boolean> {
    if (this.#destroyed) return true
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) return false
    this.#closing = true
    const closed = await this.#surface.close()
    this.#closing = false
    if (closed) this.#finish()
    return closed
  }

  destroy(): void {
    this.#closing = true
    this.#surface.destroy()
    this.#finish()
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  show(): void {
    this.#visible = true
    this.#place({}, this.#state)
    this.emit('show')
  }
  showInactive(): void {
    this.show()
  }
  hide(): void {
    this.#visible = false
    this.#surface.place(this.#bounds, 'minimized')
    this.emit('hide')
  }
  focus(): void {
    this.#surface.focus()
    this.emit('focus')
  }
  isVisible(): boolean {
    return this.#visible && !this.#destroyed
  }
  isFocused(): boolean {
    return this.isVisible()
  }

  minimize(): void {
    this.#place({}, 'minimized')
    this.emit('minimize')
  }
  maximize(): void {
    this.#visible = true
    this.#place({}, 'maximized')
    this.emit('maximize')
  }
  unmaximize(): void {
    this.#place({}, 'normal')
    this.emit('unmaximize')
  }
  restore(): void {
    this.#place({}, 'normal')
    this.emit('restore')
  }
  isMinimized(): boolean {
    return this.#state === 'minimized'
  }
  isMaximized(): boolean {
    return this.#state === 'maximized'
  }
  isNormal(): boolean {
    return this.#state === 'normal'
  }
  isFullScreen(): boolean {
    return false
  }

  getBounds(): Bounds {
    return { ...this.#bounds }
  }
  getNormalBounds(): Bounds {
    return { ...this.#bounds }
  }
  getContentBounds(): Bounds {
    return { ...this.#bounds }
  }
  getSize(): [number, number] {
    return [this.#bounds.width, this.#bounds.height]
  }
  getPosition(): [number, number] {
    return [this.#bounds.x, this.#bounds.y]
  }
  setBounds(change: Partial<Bounds>): void {
    this.#place(change, this.#state)
    this.#tellMoved(change)
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }
  setContentSize(width: number, height: number): void {
    this.#bounds = { ...this.#bounds, width, height }
    this.#surface.resizeContents(width, height)
    this.emit('resize')
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }

  getTitle(): string {
    return this.#title
  }
  setTitle(title: string): void {
    this.#title = title
  }

  /** The host's own: resolves when what the page has sent so far is here. */
  settle(): Promise<void> {
    return this.#surface.settle().catch(() => {}) // the page went away: it has sent all it will
  }

  #makeSurface(options: WindowOptions): Surface {
    const { preload, javascript = true, additionalArguments = [] } = options.webPreferences ?? {}
    const listener = this.#listener()
    if (environment.mode === 'browser' && !linkSurface.isTaken()) {
      linkSurface.take(listener, preload ?? null, additionalArguments)
      return linkSurface
    }
    const initScript = preload === undefined ? null : pipeInitScript(preload, additionalArguments)
    // A window with a preload will be shown soon. Chromium, made to show a minimised one, hangs at its next popup.
    const visible = this.#visible || initScript !== null
    return new CdpSurface({ bounds: this.#bounds, visible, javascript, initScript }, listener)
  }

  #listener(): SurfaceListener {
    const contents = contentsListener(() => this.webContents)
    return {
      ...contents,
      loaded: () => {
        contents.loaded()
        if (!this.#shownOnce) this.emit('ready-to-show')
        this.#shownOnce = true
      },
      moved: (bounds, state) => {
        const change = this.#difference(bounds)
        this.#state = state
        if (state === 'normal') this.#bounds = bounds
        this.#tellMoved(change)
      },
      gone: () => {
        // Closed from outside, like the X of a visible window: main is told, it can't keep the window.
        if (!this.#closing && !this.#destroyed) this.emit('close', preventable({}))
        this.#finish()
      },
    }
  }

  #place(change: Partial<Bounds>, state: WindowState): void {
    this.#bounds = { ...this.#bounds, ...change }
    this.#state = state
    this.#surface.place(this.#bounds, state)
  }

  #difference(bounds: Bounds): Partial<Bounds> {
    const { x, y, width, height } = this.#bounds
    return {
      ...(bounds.x === x && bounds.y === y ? {} : { x: bounds.x }),
      ...(bounds.width === width && bounds.height === height ? {} : { width: bounds.width }),
    }
  }

  #tellMoved(change: Partial<Bounds>): void {
    if ('x' in change || 'y' in change) this.emit('move')
    if ('width' in change || 'height' in change) this.emit('resize')
  }

  #finish(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    removeWindow(this.id)
    this.webContents.markDestroyed()
    this.emit('closed')
    if (openWindows().length === 0) app.lastWindowClosed()
  }
}

/** Calls that only dress a native window: accepted, without effect. */
for (const name of inert) Object.defineProperty(BrowserWindow.prototype, name, { value: () => {} })
