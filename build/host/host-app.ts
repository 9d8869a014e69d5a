import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import type { App, LaunchOptions } from './launched-app.ts'
import { MainProcess } from './main-process.ts'
import { groupIsAlive, killGroup } from './process-group.ts'

interface EventOptions {
  timeout?: number
  predicate?: (page: Page) => boolean | Promise<boolean>
}

/** The application on the host, with the surface of Playwright's ElectronApplication. */
export class HostApp implements App {
  readonly #main: MainProcess
  readonly #playwright: Browser
  readonly #context: BrowserContext
  readonly #browserGroup: number
  readonly #events = new EventEmitter()

  private constructor(main: MainProcess, playwright: Browser, context: BrowserContext, browserGroup: number) {
    this.#main = main
    this.#playwright = playwright
    this.#context = context
    this.#browserGroup = browserGroup
    context.on('page', (page) => this.#events.emit('window', page))
    main.exited.then(() => this.#events.emit('close'))
  }

  /** Starts main on a headless Chromium, or a visible one with OGI_HOST_MODE=headed, and attaches Playwright to it. */
  static async start(options: Required<LaunchOptions>): Promise<HostApp> {
    const main = new MainProcess(options, process.env.OGI_HOST_MODE === 'headed' ? 'headed' : 'headless')
    const { endpoint, browser } = await main.ready()
    if (endpoint === null || browser === null) throw new Error('main started without its Chromium')
    const playwright = await chromium.connectOverCDP(endpoint)
    const [context] = playwright.contexts()
    if (context === undefined) throw new Error('Chromium has no default context')
    return new HostApp(main, playwright, context, browser)
  }

  get evaluate(): App['evaluate'] {
    return this.#main.evaluate
  }

  process(): ChildProcess {
    return this.#main.child
  }

  context(): BrowserContext {
    return this.#context
  }

  windows(): Page[] {
    return this.#context.pages()
  }

  /** The first window, once it shows more than the blank page that every window starts with. */
  async firstWindow({ timeout = 30_000 }: { timeout?: number } = {}): Promise<Page> {
    const page = this.#context.pages()[0] ?? (await this.#context.waitForEvent('page', { timeout }))
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
    await this.#playwright.close()
    await this.#browserIsGone()
  }

  /** SIGKILL to main and to every process of its Chromium. */
  async kill(): Promise<void> {
    this.#main.child.kill('SIGKILL')
    killGroup(this.#browserGroup)
    await this.#main.exited
    await this.#playwright.close()
    await this.#browserIsGone()
  }

  async #browserIsGone(): Promise<void> {
    for (const end = Date.now() + 5000; groupIsAlive(this.#browserGroup) && Date.now() < end; ) await wait(20)
    killGroup(this.#browserGroup)
  }
}
