import { type ChildProcess, spawn } from 'node:child_process'
import type { ElectronApplication } from '@playwright/test'
import { appCommand } from '../command.ts'
import { environment, type Mode } from '../environment.ts'
import type { LaunchOptions } from '../launched-app.ts'
import type { FromMain, Ready, ToMain } from './test-messages.ts'

interface Waiter {
  resolve(value: unknown): void
  reject(error: Error): void
}

/** The application's main process as a test sees it: it answers `evaluate` and says when it is ready and gone. */
export class MainProcess {
  readonly child: ChildProcess
  readonly #waiters = new Map<number, Waiter>()
  readonly #exited: Promise<void>
  readonly #ready: Promise<Ready>
  #output = ''
  #sequence = 0
  #gone = false
  #link: string | null = null

  constructor(options: Required<LaunchOptions>, mode: Mode) {
    const [command, ...args] = appCommand(options.root, options.args)
    this.child = spawn(command, args, {
      cwd: options.root,
      // A runner's own NODE_OPTIONS (loaders, coverage) have no business in the application.
      env: { ...options.env, OGI_HOST_MODE: mode, OGI_HOST_TEST: '1', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    })
    this.child.stdout?.on('data', (data: Buffer) => this.#keep(data))
    this.child.stderr?.on('data', (data: Buffer) => this.#keep(data))
    this.#exited = new Promise((resolve) => this.child.once('exit', () => resolve()))
    this.#ready = new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`main was not ready in ${options.timeout} ms\n${this.#output}`)),
        options.timeout,
      )
      this.child.once('exit', (code, signal) => {
        clearTimeout(late)
        this.#gone = true
        for (const waiter of this.#waiters.values()) waiter.reject(new Error('main process is gone'))
        reject(new Error(`main ended before it was ready (${code ?? signal})\n${this.#output}`))
      })
      this.child.on('message', (message: FromMain) => {
        if (message.kind === 'result') this.#settle(message)
        else if (message.kind === 'link') this.#link = message.url
        else {
          clearTimeout(late)
          resolve(message)
        }
      })
    })
    this.#ready.catch(() => {})
  }

  get exited(): Promise<void> {
    return this.#exited
  }

  get gone(): boolean {
    return this.#gone
  }

  /** The last 16 kB that main printed. */
  get output(): string {
    return this.#output
  }

  /** Resolves when main has started its browser; kills main if it doesn't. */
  async ready(): Promise<Ready> {
    try {
      return await this.#ready
    } catch (error) {
      this.child.kill('SIGKILL')
      throw error
    }
  }

  /** Browser mode: the newest one-time link that main has printed. */
  async link(timeout: number): Promise<string> {
    for (const end = Date.now() + timeout; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
      if (this.#link !== null) return this.#link
      if (this.#gone) break
    }
    throw new Error(`main printed no link\n${this.#output}`)
  }

  /** Runs the function's text in main, as Playwright does: it sees the electron module and `argument`, no closure. */
  readonly evaluate: ElectronApplication['evaluate'] = (pageFunction: unknown, argument?: unknown) => {
    if (this.#gone) return Promise.reject(new Error('main process is gone'))
    const id = ++this.#sequence
    const request: ToMain = { kind: 'evaluate', id, source: String(pageFunction), argument }
    return new Promise((resolve, reject) => {
      this.#waiters.set(id, { resolve, reject })
      this.child.send(request)
    })
  }

  /** Asks the application to quit as its own menu would; after 15 s it is killed. */
  async quit(): Promise<void> {
    if (this.#gone) return
    this.evaluate(({ app }) => {
      app.quit()
    }).catch(() => {}) // main may be gone before it answers
    const tooLong = setTimeout(() => this.child.kill('SIGKILL'), 15_000)
    await this.#exited
    clearTimeout(tooLong)
  }

  #settle(message: Extract<FromMain, { kind: 'result' }>): void {
    const waiter = this.#waiters.get(message.id)
    this.#waiters.delete(message.id)
    if (message.error === undefined) waiter?.resolve(message.value)
    else waiter?.reject(new Error(message.error))
  }

  #keep(data: Buffer): void {
    this.#output = (this.#output + data.toString()).slice(-16_000)
    if (environment.debug) process.stderr.write(data)
  }
}
