import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { handlerOf } from './protocol.ts'

const contentTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.mjs', 'text/javascript'],
  ['.css', 'text/css'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
  ['.pdf', 'application/pdf'],
  ['.txt', 'text/plain'],
])

/** Electron's `net`, on a machine without a network: files and the application's own schemes. */
export const net = {
  async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.protocol === 'file:') return fetchFile(fileURLToPath(url))
    const handler = handlerOf(url.protocol.slice(0, -1))
    if (handler !== undefined) return handler(new Request(input, init))
    throw new Error('net::ERR_INTERNET_DISCONNECTED')
  },
  isOnline: (): boolean => false,
}

async function fetchFile(file: string): Promise<Response> {
  const found = await stat(file).catch(() => null)
  if (found === null || !found.isFile()) throw new Error('net::ERR_FILE_NOT_FOUND')
  const contentType = contentTypes.get(path.extname(file).toLowerCase()) ?? 'application/octet-stream'
  return new Response(webStream(createReadStream(file)), { headers: { 'content-type': contentType } })
}

/** A Node stream as the body of a Request or Response. */
export function webStream(stream: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = stream.iterator({ destroyOnReturn: true })
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    async cancel() {
      await reader.return?.()
    },
  })
}
