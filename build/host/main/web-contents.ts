import { EventEmitter } from 'node:events'
import type { PdfOptions } from '../chromium/pdf.ts'
import type { Surface } from '../chromium/surface.ts'
import { nodeCodec } from '../page/node-codec.ts'
import type { FromPage, ToPage } from '../page/page-messages.ts'
import { IpcMain, ipcMain } from './ipc-main.ts'
import { applyPermissions } from './permissions.ts'
import { preventable } from './preventable.ts'
import { session } from './session.ts'

interface OpenRequest {
  url: string
  frameName: string
  features: string
  disposition: string
  referrer: { url: string; policy: string }
}

type OpenHandler = (request: OpenRequest) => { action: 'allow' | 'deny' }
type PrintCallback = (success: boolean, failureReason: string) => void

/** The main frame, as the sender check of an IPC handler sees it. */
class MainFrame {
  url = ''
  readonly parent = null
  readonly routingId = 1
  readonly processId = 1
  readonly name = ''

  get top(): MainFrame {
    return this
  }

  get origin(): string {
    return this.url.split('/').slice(0, 3).join('/')
  }

  isDestroyed(): boolean {
    return false
  }
}

/** Electron's WebContents over a surface; what the surface tells comes in through BrowserWindow. */
export class WebContents extends EventEmitter {
  readonly id: number
  readonly session = session.defaultSession
  readonly mainFrame = new MainFrame()
  readonly ipc = new IpcMain()
  readonly #surface: Surface
  #openHandler: OpenHandler = () => ({ action: 'deny' })
  #zoomFactor = 1
  #destroyed = false
  #loading = false

  constructor(id: number, surface: Surface) {
    super()
    this.id = id
    this.#surface = surface
  }

  async loadURL(url: string): Promise<void> {
    this.#loading = true
    try {
      await this.#surface.load(url)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : 'ERR_FAILED'
      this.emit('did-fail-load', preventable({}), -2, code, url, true)
      throw error
    } finally {
      this.#loading = false
    }
  }

  getURL(): string {
    return this.mainFrame.url
  }

  isLoading(): boolean {
    return this.#loading
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
    this.#tell({ kind: 'event', channel, args: nodeCodec.encode(args) })
  }

  executeJavaScript(code: string): Promise<unknown> {
    return this.#surface.evaluate(code)
  }

  printToPDF(options: PdfOptions): Promise<Buffer> {
    return this.#surface.printToPdf(options)
  }

  print(_options: object = {}, callback: PrintCallback = () => {}): void {
    this.#surface.print().then(
      () => callback(true, ''),
      (error: unknown) => callback(false, String(error)),
    )
  }

  async capturePage(): Promise<{ toPNG(): Buffer; isEmpty(): boolean }> {
    const png = await this.#surface.capture()
    return { toPNG: () => png, isEmpty: () => png.length === 0 }
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  reload(): void {
    this.#surface.reload()
  }

  reloadIgnoringCache(): void {
    this.#surface.reload()
  }

  focus(): void {
    this.#surface.focus()
  }

  close(): void {
    this.emit('host-close-asked')
  }

  undo(): void {
    this.#edit('undo')
  }
  redo(): void {
    this.#edit('redo')
  }
  cut(): void {
    this.#edit('cut')
  }
  copy(): void {
    this.#edit('copy')
  }
  paste(): void {
    this.#edit('paste')
  }
  delete(): void {
    this.#edit('delete')
  }
  selectAll(): void {
    this.#edit('selectAll')
  }

  getZoomFactor(): number {
    return this.#zoomFactor
  }
  setZoomFactor(factor: number): void {
    this.#zoomFactor = factor
  }
  /** Each level is a factor of 1.2, as in Chromium. */
  getZoomLevel(): number {
    return Math.log(this.#zoomFactor) / Math.log(1.2)
  }
  setZoomLevel(level: number): void {
    this.#zoomFactor = 1.2 ** level
  }
  async setVisualZoomLevelLimits(): Promise<void> {}

  openDevTools(): void {}
  closeDevTools(): void {}
  toggleDevTools(): void {}
  isDevToolsOpened(): boolean {
    return false
  }
  setBackgroundThrottling(): void {}

  /** The host's own: the page is another one now. */
  arriveAt(url: string): void {
    this.mainFrame.url = url
    this.emit('did-navigate', preventable({}), url, 200, 'OK')
    applyPermissions(this, url).catch((error: unknown) => console.error('[host] permissions:', error))
  }

  /** The host's own: window.open was called. Where the handler allows it, the host denies it all the same and says so. */
  answerOpen(url: string): void {
    const request = { url, frameName: '', features: '', disposition: 'new-window', referrer: { url: '', policy: '' } }
    if (this.#openHandler(request).action === 'allow') console.error(`[host] a new window was not opened: ${url}`)
  }

  /** The host's own: a message of the page's shim. */
  async receive(text: string): Promise<void> {
    const message: FromPage = JSON.parse(text)
    if (message.kind === 'preload-error') {
      console.error(`[host] preload ${message.path}: ${message.message}`)
      this.emit('preload-error', preventable({}), message.path, new Error(message.message))
      return
    }
    const event = preventable({
      type: 'frame',
      sender: this,
      senderFrame: this.mainFrame,
      frameId: 1,
      processId: 1,
      ports: [],
    })
    if (message.kind === 'send') {
      const args = decodeArguments(message.args)
      this.ipc.emit(message.channel, event, ...args)
      ipcMain.emit(message.channel, event, ...args)
      return
    }
    const { id, channel } = message
    try {
      const handler = this.ipc.handlerOf(channel) ?? ipcMain.handlerOf(channel)
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      const result = await handler(event, ...decodeArguments(message.args))
      this.#tell({ kind: 'result', id, value: nodeCodec.encode(result) })
    } catch (error) {
      // Electron's own words: a renderer may take the message apart.
      this.#tell({ kind: 'result', id, error: `Error invoking remote method '${channel}': ${error}` })
    }
  }

  /** The host's own. */
  markDestroyed(): void {
    this.#destroyed = true
    this.emit('destroyed')
  }

  #tell(message: ToPage): void {
    if (!this.#destroyed) this.#surface.post(JSON.stringify(message))
  }

  #edit(command: string): void {
    this.executeJavaScript(`void document.execCommand('${command}')`).catch((error: unknown) => {
      console.error(`[host] ${command}:`, error)
    })
  }
}

function decodeArguments(text: string): unknown[] {
  const decoded = nodeCodec.decode(text)
  return Array.isArray(decoded) ? decoded : []
}
