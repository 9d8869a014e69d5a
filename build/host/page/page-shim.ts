import type { Base64, Codec } from './codec.ts'
import type { FromPage, ToPage } from './page-messages.ts'

/** A preload's text as a function, so that it runs without eval. */
export interface Preload {
  path: string
  run(require: (name: string) => unknown, module: { exports: object }, exports: object, process: object): void
}

/** Carries text between page and main: given the receiver, returns the sender. */
export type Connect = (receive: (text: string) => void) => (text: string) => void

/**
 * Runs in the page before any script of its own and gives the preload what Electron gives a sandboxed one.
 * Its text is put into the page: it may use nothing outside itself but its arguments.
 */
export function pageShim(
  makeCodec: (base64: Base64) => Codec,
  connect: Connect,
  preload: Preload,
  processInfo: object,
): void {
  type Listener = (event: object, ...args: unknown[]) => void

  const codec = makeCodec({
    from(bytes) {
      let binary = ''
      for (let at = 0; at < bytes.length; at += 32768) {
        binary += String.fromCharCode(...bytes.subarray(at, at + 32768))
      }
      return btoa(binary)
    },
    to(text) {
      const binary = atob(text)
      const bytes = new Uint8Array(binary.length)
      for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at)
      return bytes
    },
  })
  const listeners = new Map<string, { listener: Listener; call: Listener }[]>()
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let lastId = 0

  const sendText = connect((text) => {
    const message: ToPage = JSON.parse(text)
    if (message.kind === 'event') return hear(message.channel, message.args)
    const waiter = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error !== undefined) waiter?.reject(new Error(message.error))
    else waiter?.resolve(codec.decode(message.value ?? '[]'))
  })
  const tell = (message: FromPage) => sendText(JSON.stringify(message))

  function hear(channel: string, args: string): void {
    const event = { sender: ipcRenderer, ports: [] }
    const values = codec.decode(args)
    for (const { call } of listeners.get(channel) ?? []) call(event, ...(Array.isArray(values) ? values : []))
  }

  function listen(channel: string, listener: Listener, call: Listener) {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, call }])
    return ipcRenderer
  }

  function unlisten(channel: string, listener: Listener) {
    const rest = (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener)
    listeners.set(channel, rest)
    return ipcRenderer
  }

  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      lastId += 1
      const id = lastId
      const waiter = Promise.withResolvers<unknown>()
      const encoded = codec.encode(args)
      waiting.set(id, waiter)
      tell({ kind: 'invoke', id, channel, args: encoded })
      return waiter.promise
    },
    send: (channel: string, ...args: unknown[]) => tell({ kind: 'send', channel, args: codec.encode(args) }),
    on: (channel: string, listener: Listener) => listen(channel, listener, listener),
    addListener: (channel: string, listener: Listener) => listen(channel, listener, listener),
    once: (channel: string, listener: Listener) =>
      listen(channel, listener, (...args) => {
        unlisten(channel, listener)
        listener(...args)
      }),
    off: unlisten,
    removeListener: unlisten,
    removeAllListeners(channel: string) {
      listeners.delete(channel)
      return ipcRenderer
    },
  }

  /** What crosses the bridge is copied: functions are wrapped, prototypes and the fields of errors are lost. */
  function cross(value: unknown): unknown {
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.')
    if (typeof value === 'function') return (...args: unknown[]) => crossCall(() => value(...args.map(cross)))
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Promise) {
      return value.then(cross, (error: unknown) => {
        throw crossError(error)
      })
    }
    if (value instanceof Error) return crossError(value)
    if (value instanceof Node || value instanceof Blob) return value
    if (Array.isArray(value)) return value.map(cross)
    if (Object.prototype.toString.call(value) !== '[object Object]') return structuredClone(value)
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, cross(child)]))
  }

  function crossCall(call: () => unknown): unknown {
    try {
      return cross(call())
    } catch (error) {
      throw crossError(error)
    }
  }

  function crossError(error: unknown): unknown {
    return error instanceof Error ? new Error(error.message) : error
  }

  function freeze(value: unknown): void {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return
    Object.values(value).forEach(freeze)
    Object.freeze(value)
  }

  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      if (key in globalThis) {
        throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`)
      }
      const value = cross(api)
      freeze(value)
      Object.defineProperty(globalThis, key, { value, enumerable: true })
    },
  }

  const electron = {
    contextBridge,
    ipcRenderer,
    webFrame: { setZoomFactor() {}, getZoomFactor: () => 1, setZoomLevel() {}, setVisualZoomLevelLimits() {} },
    // A page can't learn a file's path without Electron.
    webUtils: { getPathForFile: () => '' },
  }
  const require = (name: string) => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  try {
    preload.run(require, module, module.exports, { ...processInfo, env: {}, type: 'renderer', sandboxed: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    tell({ kind: 'preload-error', path: preload.path, message })
  }
}

/** The page's end of the debugging pipe: a binding that main listens to, and a receiver that main calls. */
export function pipeChannel(binding: string, receiver: string): Connect {
  return (receive) => {
    const found: unknown = Reflect.get(globalThis, binding)
    // The application's scripts, and those of a frame, must not reach the raw channel.
    Reflect.deleteProperty(globalThis, binding)
    if (typeof found !== 'function') throw new Error('The Chromium host is not listening')
    Object.defineProperty(globalThis, receiver, { value: Object.freeze({ receive }) })
    return (text) => found(text)
  }
}
