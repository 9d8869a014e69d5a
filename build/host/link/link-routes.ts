import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { linkCookie, redeem, type Visitor } from '../serving/gate.ts'
import { refuse } from '../serving/server.ts'
import { offeredFile, storeUpload } from './link-spool.ts'
import { linkSurface } from './link-surface.ts'

type Route = (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => Promise<void> | void

const routes = new Map<string, Route>([
  ['GET page.js', sendScript],
  ['GET events', openStream],
  ['POST send', receive],
  ['POST loaded', loaded],
  ['POST upload', upload],
  ['POST answer', answer],
  ['GET download', download],
])

/** The host's own paths in browser mode, below /__host/; only the one-time link is open to a stranger. */
export function linkRoutes(request: IncomingMessage, response: ServerResponse, visitor: Visitor | null): boolean {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host')
  if (!pathname.startsWith('/__host/')) return false
  const name = `${request.method} ${pathname.slice('/__host/'.length)}`
  if (name === 'GET open') {
    follow(response, searchParams.get('token'))
    return true
  }
  const route = routes.get(name)
  if (visitor !== 'link' || !isSameOrigin(request)) refuse(response, 403, 'no entry without the one-time link')
  else if (route === undefined) refuse(response, 404, 'no such path')
  else {
    Promise.resolve(route(request, response, searchParams)).catch((error: unknown) => {
      console.error(`[host] ${name}:`, error)
      response.destroy()
    })
  }
  return true
}

function follow(response: ServerResponse, token: string | null): void {
  if (redeem(token)) response.writeHead(302, { 'set-cookie': linkCookie, location: linkSurface.address }).end()
  else refuse(response, 403, 'This link was used already. Start the program again for a new one.')
}

function sendScript(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' })
  response.end(linkSurface.newPage())
}

function openStream(_request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
  // 204 tells an EventSource of an older page to stop connecting.
  if (!linkSurface.isPage(query.get('page'))) return void response.writeHead(204).end()
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': here\n\n')
  linkSurface.connect(response)
}

async function receive(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> {
  const body = await text(request)
  if (linkSurface.isPage(query.get('page'))) linkSurface.receive(JSON.parse(body))
  response.writeHead(204).end()
}

function loaded(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
  if (linkSurface.isPage(query.get('page'))) linkSurface.loaded(request.headers.referer ?? '')
  response.writeHead(204).end()
}

async function upload(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> {
  const id = query.get('id') ?? ''
  if (!linkSurface.isAsking(id)) return refuse(response, 404, 'no dialog waits for this file')
  await storeUpload(id, query.get('path') ?? '', request)
  response.writeHead(204).end()
}

async function answer(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> {
  linkSurface.answered(query.get('id') ?? '', JSON.parse(await text(request)))
  response.writeHead(204).end()
}

async function download(_request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> {
  const file = offeredFile(query.get('id') ?? '')
  if (file === undefined) return refuse(response, 404, 'no such file')
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(path.basename(file))}`,
  })
  await pipeline(createReadStream(file), response)
}

/** A page of another origin can't read the cookie, but could make the browser send it. */
function isSameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  return origin === undefined || origin === `http://${host}`
}
