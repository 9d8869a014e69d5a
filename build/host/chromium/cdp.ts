import type { CDPSession } from '@playwright/test'

/** A command with its parameters and result as Playwright types them. */
export type Send = CDPSession['send']
type EventListener = (method: string, params: EventParams, sessionId: string | undefined) => void

/** The fields that the host reads of the events it listens to; which event has which: Chrome DevTools Protocol. */
export interface EventParams {
  targetId?: string
  targetInfo?: { targetId: string; type: string; url: string; openerId?: string }
  frame?: { id: string; parentId?: string; url: string; urlFragment?: string; loaderId: string }
  frameId?: string
  loaderId?: string
  name?: string
  payload?: string
  url?: string
  type?: string
  requestId?: string
  request?: { url: string; method: string; referrerPolicy: string }
  resourceType?: string
  args?: { value?: unknown; description?: string }[]
}

interface Incoming {
  id?: number
  result?: unknown
  error?: { message: string }
  method: string
  params: EventParams
  sessionId?: string
}

interface Waiter {
  method: string
  resolve(result: unknown): void
  reject(error: Error): void
}

/** Chromium's debugging protocol, whatever way its messages go: `write` sends one, `take` is given those that come. */
export class Cdp {
  readonly #write: (message: string) => void
  readonly #waiters = new Map<number, Waiter>()
  readonly #listeners = new Set<EventListener>()
  #lastId = 0
  #closed: Error | null = null

  constructor(write: (message: string) => void) {
    this.#write = write
  }

  /** The commands of one page, or of the browser itself without a session. */
  sender(sessionId?: string): Send {
    return (method, params) => this.#send(method, params, sessionId)
  }

  /** Returns what ends the subscription. */
  onEvent(listener: EventListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Every command that waits, and every later one, is refused with this reason. */
  close(reason: string): void {
    this.#closed = new Error(reason)
    for (const waiter of this.#waiters.values()) waiter.reject(new Error(`${waiter.method}: ${reason}`))
    this.#waiters.clear()
  }

  // biome-ignore lint/suspicious/noExplicitAny: what a method returns is known to its caller through Send alone.
  #send(method: string, params: unknown, sessionId: string | undefined): Promise<any> {
    if (this.#closed !== null) return Promise.reject(new Error(`${method}: ${this.#closed.message}`))
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiters.set(id, { method, resolve, reject })
      this.#write(JSON.stringify({ id, method, params, sessionId }))
    })
  }

  /** One message of Chromium's. */
  take(text: string): void {
    const message: Incoming = JSON.parse(text)
    if (message.id === undefined) {
      for (const listener of this.#listeners) listener(message.method, message.params, message.sessionId)
      return
    }
    const waiter = this.#waiters.get(message.id)
    this.#waiters.delete(message.id)
    if (message.error === undefined) waiter?.resolve(message.result)
    else waiter?.reject(new Error(`${waiter.method}: ${message.error.message}`))
  }
}
