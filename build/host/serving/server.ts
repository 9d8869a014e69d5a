import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type HeaderLists, mayRequest, receiveHeaders } from '../main/session.ts'
import { readHostHeader, toMainAddress, toPageAddress } from './address.ts'
import { type Visitor, visitorOf } from './gate.ts'
import { webStream } from './net.ts'
import { handlerOf } from './protocol.ts'

/** Paths of the host's own, asked before the application's handler; false: not one of them. */
export type OwnRoutes = (request: IncomingMessage, response: ServerResponse, visitor: Visitor | null) => boolean
/** Changes a document on its way to the user's own browser. */
export type DocumentFilter = (html: string, headers: HeaderLists) => string

export interface ServerOptions {
  port: number
  ownRoutes?: OwnRoutes
  documentFilter?: DocumentFilter
}

/** Serves `protocol.handle` over 127.0.0.1, to those alone who carry the cookie; resolves with the port. */
export async function serve(options: ServerOptions): Promise<number> {
  // Chromium keeps connections for later, and on a busy machine an upload takes its time: Node closes neither, lest it
  // do so in the moment in which the page sends on it.
  const patient = { keepAliveTimeout: 3_600_000, headersTimeout: 0, requestTimeout: 0 }
  const server = createServer(patient, (request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      console.error(`[host] ${request.method} ${request.url}:`, error)
      response.destroy() // the page's fetch fails, as it does where an Electron handler throws
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new Error(`Port ${options.port} of 127.0.0.1 is not free; OGI_HOST_PORT names another`, { cause: error }))
    })
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The loopback server has no port')
  return address.port
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ServerOptions): Promise<void> {
  const target = readHostHeader(request.headers.host)
  if (target === null) return refuse(response, 421, 'unknown host')
  const visitor = visitorOf(request)
  if (options.ownRoutes?.(request, response, visitor)) return
  if (visitor === null) return refuse(response, 403, 'no entry without the one-time link')
  const handler = handlerOf(target.scheme)
  if (handler === undefined) return refuse(response, 404, 'no handler')

  const details = {
    url: `${target.scheme}://${target.host}${request.url ?? '/'}`,
    method: request.method ?? 'GET',
    resourceType: request.headers['sec-fetch-dest'] === 'document' ? 'mainFrame' : 'other',
  }
  if (!(await mayRequest(details))) return void response.destroy()
  const body = request.pipe(new PassThrough())
  const answered = await handler(mainRequest(request, details.url, body))
  const headers = await receiveHeaders({
    ...details,
    statusCode: answered.status,
    responseHeaders: lists(answered.headers),
  })
  if (headers === null || answered.type === 'error') return void response.destroy()

  const isDocument = details.resourceType === 'mainFrame' && /^text\/html/.test(String(headers['content-type']))
  if (visitor === 'link' && isDocument && options.documentFilter !== undefined) {
    const html = options.documentFilter(await answered.text(), headers)
    delete headers['content-length']
    response.writeHead(answered.status, headers).end(html)
  } else {
    response.writeHead(answered.status, headers)
    if (answered.body === null) response.end()
    else await pipeline(Readable.from(answered.body), response)
  }
  // What the handler left unread must still be taken from the socket, or the page's upload breaks off.
  request.unpipe(body)
  request.resume()
}

function mainRequest(request: IncomingMessage, url: string, body: PassThrough): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !['host', 'cookie', 'connection'].includes(name)) headers.set(name, String(value))
  }
  for (const name of ['origin', 'referer']) {
    const sent = headers.get(name)
    if (sent !== null) headers.set(name, toMainAddress(sent))
  }
  const method = request.method ?? 'GET'
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const init = { method, headers, body: webStream(body), duplex: 'half' }
  return new Request(url, init)
}

function lists(headers: Headers): HeaderLists {
  const found: HeaderLists = {}
  for (const [name, value] of headers) {
    found[name] = [...(found[name] ?? []), name === 'location' ? toPageAddress(value) : value]
  }
  return found
}

/** Ends a request that is not the application's to answer. */
export function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(reason)
}
