import type { ChildProcess } from 'node:child_process'
import type { App, LaunchOptions } from '../launched-app.ts'
import { MainProcess } from './main-process.ts'

/** The application in browser mode: its window is opened by whoever follows the link. */
export class BrowserModeApp {
  readonly #main: MainProcess
  /** Works once. */
  readonly link: string

  private constructor(main: MainProcess, link: string) {
    this.#main = main
    this.link = link
  }

  /** Starts main on any free port, unless OGI_HOST_PORT names one, and waits for its link. */
  static async start(options: Required<LaunchOptions>): Promise<BrowserModeApp> {
    const main = new MainProcess({ ...options, env: { OGI_HOST_PORT: '0', ...options.env } }, 'browser')
    await main.ready()
    return new BrowserModeApp(main, await main.link(options.timeout))
  }

  get evaluate(): App['evaluate'] {
    return this.#main.evaluate
  }

  process(): ChildProcess {
    return this.#main.child
  }

  close(): Promise<void> {
    return this.#main.quit()
  }
}
