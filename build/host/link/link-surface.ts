import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import type { Surface, SurfaceListener } from '../chromium/surface.ts'
import { preloadScript } from '../page/preload-script.ts'
import { toMainAddress, toPageAddress } from '../serving/address.ts'
import { newLinkToken } from '../serving/gate.ts'
import { tellTest } from '../testing/test-channel.ts'
import type { LinkEvent, LinkPost, PanelAnswer, PanelRequest } from './link-messages.ts'
import { linkChannel } from './link-page.ts'
import { linkPanel } from './link-panel.ts'
import { offerFile } from './link-spool.ts'

type Question = Extract<PanelRequest, { id: string; kind: 'open' | 'message' }>

interface Pending {
  request: Question
  answer(value: PanelAnswer): void
}

/** A closed page may be a reload; after this time it isn't, and a new link is printed. */
const reloadMilliseconds = 5000

/** The application's first window in browser mode: a page in the user's own browser. */
class LinkSurface implements Surface {
  readonly #pending = new Map<string, Pending>()
  #listener: SurfaceListener | null = null
  #preload: string | null = null
  #arguments: readonly string[] = []
  #address = ''
  #page = ''
  #stream: ServerResponse | null = null
  #queue: LinkEvent[] = []

  isTaken(): boolean {
    return this.#listener !== null
  }

  take(listener: SurfaceListener, preload: string | null, extraArguments: readonly string[]): void {
    this.#listener = listener
    this.#preload = preload
    this.#arguments = extraArguments
  }

  /** Resolves at once: nobody knows when the user follows the link. */
  async load(url: string): Promise<void> {
    const first = this.#address === ''
    this.#address = toPageAddress(url)
    if (first) this.#announce('Open this link once, in a browser on this machine:')
    else this.#tell({ kind: 'go', address: this.#address })
  }

  post(text: string): void {
    this.#push({ kind: 'shim', text })
  }

  offer(file: string): void {
    this.#tell({ kind: 'offer', id: offerFile(file), name: path.basename(file) })
  }

  copy(text: string): void {
    this.#tell({ kind: 'copy', text })
  }

  /** Shows a dialog in the page and waits for its answer; a reloaded page shows it again. */
  ask(request: Question): Promise<PanelAnswer> {
    return new Promise((answer) => {
      this.#pending.set(request.id, { request, answer })
      this.#tell(request)
    })
  }

  async print(): Promise<void> {
    this.#tell({ kind: 'print' })
  }

  async evaluate(): Promise<never> {
    throw new Error("In browser mode main runs no script in the user's own page")
  }

  async printToPdf(): Promise<never> {
    throw new Error("In browser mode the user's own page can't be printed to a PDF; a hidden window can")
  }

  async capture(): Promise<never> {
    throw new Error("In browser mode the user's own page can't be captured")
  }

  reload(): void {
    this.#tell({ kind: 'go', address: this.#address })
  }

  async close(): Promise<boolean> {
    await this.#tellEnd()
    return true
  }

  destroy(): void {
    void this.#tellEnd()
  }

  async settle(): Promise<void> {}
  focus(): void {}
  place(): void {}
  resizeContents(): void {}

  // What the routes call.

  /** Where a followed link leads. */
  get address(): string {
    return this.#address
  }

  /** A document asks for the host's script: from now on it is the page, whatever was open before. */
  newPage(): string {
    this.#page = randomUUID()
    this.#stream?.end(eventText({ kind: 'panel', request: { kind: 'ended', text: '这个程序已在另一个网页里打开。' } }))
    this.#stream = null
    this.#queue = this.#queue.filter((event) => event.kind === 'panel')
    const channel = `(${linkChannel})('${this.#page}', (${linkPanel})())`
    // Without a preload there is no shim; the panel works all the same.
    if (this.#preload === null) return `${channel}(() => {})`
    return preloadScript(this.#preload, this.#arguments, channel)
  }

  isPage(page: string | null): boolean {
    return page === this.#page
  }

  connect(stream: ServerResponse): void {
    this.#stream = stream
    const waiting = this.#queue
    this.#queue = []
    const shown = new Set(
      waiting.map((event) => (event.kind === 'panel' && 'id' in event.request ? event.request.id : '')),
    )
    for (const { request } of this.#pending.values()) if (!shown.has(request.id)) this.#tell(request)
    for (const event of waiting) this.#push(event)
    stream.on('close', () => {
      if (this.#stream === stream) this.#onLost()
    })
  }

  receive({ at, texts }: LinkPost): void {
    this.#arrive(at)
    for (const text of texts) this.#listener?.message(text)
  }

  loaded(at: string): void {
    this.#arrive(at)
    this.#listener?.domReady()
    this.#listener?.loaded()
  }

  isAsking(id: string): boolean {
    return this.#pending.has(id)
  }

  answered(id: string, value: PanelAnswer): void {
    this.#pending.get(id)?.answer(value)
    this.#pending.delete(id)
  }

  #arrive(address: string): void {
    if (address !== '') this.#listener?.navigated(toMainAddress(address))
  }

  #onLost(): void {
    this.#stream = null
    const lost = this.#page
    setTimeout(() => {
      if (this.#page === lost && this.#stream === null) this.#announce('The page was closed. To open it again:')
    }, reloadMilliseconds).unref()
  }

  #announce(sentence: string): void {
    const url = `${new URL(this.#address).origin}/__host/open?token=${newLinkToken()}`
    console.log(`\n  ${sentence}\n  ${url}\n`)
    tellTest({ kind: 'link', url })
  }

  /** Resolves when it has left this process, which may end at once. */
  #tellEnd(): Promise<void> {
    const event = eventText({ kind: 'panel', request: { kind: 'ended', text: '程序已经退出，可以关闭这个网页。' } })
    return new Promise((resolve) => {
      if (this.#stream === null) resolve()
      else this.#stream.end(event, resolve)
    })
  }

  #tell(request: PanelRequest): void {
    this.#push({ kind: 'panel', request })
  }

  #push(event: LinkEvent): void {
    if (this.#stream === null) this.#queue.push(event)
    else this.#stream.write(eventText(event))
  }
}

function eventText(event: LinkEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`
}

export const linkSurface = new LinkSurface()
