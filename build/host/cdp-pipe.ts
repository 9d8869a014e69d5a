import type { Readable, Writable } from 'node:stream'
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

/** Chromium's debugging protocol over the two pipes of --remote-debugging-pipe. */
export class CdpPipe {
  readonly #output: Writable
  readonly #waiters = new Map<number, Waiter>()
  readonly #listeners = new Set<EventListener>()
  #pieces: Buffer[] = []
  #lastId = 0
  #closed: Error | null = null

  constructor(output: Writable, input: Readable) {
    this.#output = output
    output.on('error', () => {}) // the browser's exit is told by its process
    input.on('error', () => {})
    input.on('data', (piece: Buffer) => this.#take(piece))
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
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  /** Messages end with NUL and come in pieces of 64 kB: decoded as a whole, lest a character is cut in two. */
  #take(piece: Buffer): void {
    let rest = piece
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const whole = Buffer.concat([...this.#pieces, rest.subarray(0, end)]).toString()
      this.#pieces = []
      rest = rest.subarray(end + 1)
      this.#dispatch(JSON.parse(whole))
    }
    if (rest.length > 0) this.#pieces.push(rest)
  }

  #dispatch(message: Incoming): void {
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
