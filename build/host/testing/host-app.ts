import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { groupIsAlive, killGroup } from '../chromium/process-group.ts'
import type { App, LaunchOptions } from '../launched-app.ts'
import type { LentChromium } from './lent-chromium.ts'
import { MainProcess } from './main-process.ts'
import type { Ready } from './test-messages.ts'

interface EventOptions {
  timeout?: number
  predicate?: (page: Page) => boolean | Promise<boolean>
}

/** What the application's windows are in, and how both end. */
interface Windows {
  readonly context: BrowserContext
  /** After main's end. */
  end(): Promise<void>
  /** With main, as a power cut would. */
  kill(): Promise<void>
}

/** The application on the host, with the surface of Playwright's ElectronApplication. */
export class HostApp implements App {
  readonly #main: MainProcess
  readonly #windows: Windows
  readonly #events = new EventEmitter()
  readonly #opened = (page: Page) => this.#events.emit('window', page)

  private constructor(main: MainProcess, windows: Windows) {
    this.#main = main
    this.#windows = windows
    windows.context.on('page', this.#opened)
    main.exited.then(() => {
      windows.context.off('page', this.#opened)
      this.#events.emit('close')
    })
  }

  /**
   * Starts main on a headless Chromium, or a visible one with OGI_HOST_MODE=headed, and attaches Playwright to it: on
   * one of its own, or on the one that is lent to it.
   */
  static async start(options: Required<LaunchOptions>, lent: LentChromium | null): Promise<HostApp> {
    const mode = process.env.OGI_HOST_MODE === 'headed' ? 'headed' : 'headless'
    if (lent === null) {
      const main = new MainProcess(options, mode)
      return new HostApp(main, await ownWindows(await main.ready()))
    }
    const { lead, giveBack } = lent.lend()
    const env = { ...options.env, OGI_HOST_CHROMIUM: lent.endpoint }
    const main = new MainProcess({ ...options, env }, mode)
    const app = new HostApp(main, { context: lent.context, end: giveBack, kill: killedOnLoan })
    try {
      lead((await main.ready()).port)
      return app
    } catch (error) {
      await giveBack()
      throw error
    }
  }

  get evaluate(): App['evaluate'] {
    return this.#main.evaluate
  }

  process(): ChildProcess {
    return this.#main.child
  }

  context(): BrowserContext {
    return this.#windows.context
  }

  windows(): Page[] {
    return this.#windows.context.pages()
  }

  /** The first window, once it shows more than the blank page that every window starts with. */
  async firstWindow({ timeout = 30_000 }: { timeout?: number } = {}): Promise<Page> {
    const page = this.#windows.context.pages()[0] ?? (await this.#windows.context.waitForEvent('page', { timeout }))
    await page.waitForURL((url) => url.href !== 'about:blank', { timeout, waitUntil: 'domcontentloaded' })
    return page
  }

  waitForEvent(event: 'close', options?: { timeout?: number }): Promise<void>
  waitForEvent(event: 'window', options?: EventOptions): Promise<Page>
  waitForEvent(event: 'close' | 'window', options: EventOptions = {}): Promise<unknown> {
    const { timeout = 30_000, predicate = () => true } = options
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.#events.off(event, heard)
        reject(new Error(`waitForEvent('${event}'): ${timeout} ms passed`))
      }, timeout)
      const heard = async (page: Page) => {
        if (event === 'window' && !(await predicate(page))) return
        clearTimeout(late)
        this.#events.off(event, heard)
        resolve(page)
      }
      this.#events.on(event, heard)
    })
  }

  async close(): Promise<void> {
    await this.#main.quit()
    await this.#windows.end()
  }

  /** SIGKILL to main and to every process of its Chromium. */
  async kill(): Promise<void> {
    this.#main.child.kill('SIGKILL')
    await Promise.all([this.#windows.kill(), this.#main.exited])
    await this.#windows.end()
  }
}

async function ownWindows({ endpoint, browser }: Ready): Promise<Windows> {
  if (endpoint === null || browser === null) throw new Error('main started without its Chromium')
  const playwright = await chromium.connectOverCDP(endpoint)
  const [context] = playwright.contexts()
  if (context === undefined) throw new Error('Chromium has no default context')
  return {
    context,
    end: async () => {
      await playwright.close()
      for (const end = Date.now() + 5000; groupIsAlive(browser) && Date.now() < end; ) await wait(20)
      killGroup(browser)
    },
    kill: async () => killGroup(browser),
  }
}

function killedOnLoan(): never {
  throw new Error('A Chromium on loan is not killed: the test needs one of its own')
}
