import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { type Chromium, onlyTo, startChromium } from '../chromium/chromium-process.ts'

/**
 * A Chromium that a test lends to one application after another, because its start costs more than theirs. Each finds an
 * empty store; what must survive an application's end needs a Chromium of its own.
 */
export class LentChromium {
  readonly context: BrowserContext
  readonly endpoint: string
  readonly #chromium: Chromium
  readonly #playwright: Browser
  readonly #door: Door
  readonly #profile: string
  #isLent = false

  private constructor(chromium: Chromium, endpoint: string, playwright: Browser, door: Door, profile: string) {
    const [context] = playwright.contexts()
    if (context === undefined) throw new Error('Chromium has no default context')
    this.context = context
    this.endpoint = endpoint
    this.#chromium = chromium
    this.#playwright = playwright
    this.#door = door
    this.#profile = profile
  }

  static async start(): Promise<LentChromium> {
    const profile = mkdtempSync(path.join(tmpdir(), 'ogi-lent-'))
    const door = await Door.open()
    const started = await startChromium({
      profile,
      headless: process.env.OGI_HOST_MODE !== 'headed',
      resolverRules: onlyTo('*.localhost:80', door.port),
      locale: 'zh-CN',
      attachable: true,
    })
    const { endpoint } = started
    if (endpoint === null) throw new Error('Chromium has no debugging port')
    return new LentChromium(started, endpoint, await chromium.connectOverCDP(endpoint), door, profile)
  }

  /** To one application at a time; `lead` is told the port of its pages, `giveBack` when it has ended. */
  lend(): { lead(port: number): void; giveBack(): Promise<void> } {
    if (this.#isLent) throw new Error('Another application uses this Chromium still')
    this.#isLent = true
    return {
      lead: this.#door.next(),
      giveBack: async () => {
        await Promise.all(this.context.pages().map((page) => page.close()))
        await this.#closeLeft()
        this.#isLent = false
      },
    }
  }

  /**
   * Asks the browser itself: a window that main refused as it ended may be there before a test hears of it, and would be
   * the first that the next application's test finds.
   */
  async #closeLeft(): Promise<void> {
    const { send } = this.#chromium
    const end = Date.now() + 10_000
    while (Date.now() < end) {
      const { targetInfos } = await send('Target.getTargets', {})
      const left = targetInfos.filter(({ type }) => type === 'page')
      if (left.length === 0) return
      await Promise.all(left.map(({ targetId }) => send('Target.closeTarget', { targetId }).catch(() => null)))
    }
    throw new Error('A window of the last application does not close')
  }

  get isFree(): boolean {
    return !this.#isLent
  }

  async close(): Promise<void> {
    await this.#playwright.close()
    await this.#chromium.leave()
    await this.#door.close()
    rmSync(this.#profile, { recursive: true, force: true })
  }
}

/** One port that leads to that of the present application: Chromium is told at its start where names lead. */
class Door {
  readonly #server: Server
  #behind = Promise.withResolvers<number>()

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(): Promise<Door> {
    const server = createServer()
    const door = new Door(server)
    server.on('connection', async (from) => {
      from.on('error', () => from.destroy())
      const to = connect(await door.#behind.promise, '127.0.0.1')
      to.on('error', () => from.destroy())
      to.on('close', () => from.destroy())
      from.on('close', () => to.destroy())
      from.pipe(to).pipe(from)
    })
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
    return door
  }

  get port(): number {
    return addressOf(this.#server).port
  }

  /** Who knocks from now on waits until the next application's port is told. */
  next(): (port: number) => void {
    this.#behind = Promise.withResolvers()
    return this.#behind.resolve
  }

  close(): Promise<unknown> {
    return new Promise((resolve) => this.#server.close(resolve))
  }
}

function addressOf(server: Server): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The door has no port')
  return address
}
