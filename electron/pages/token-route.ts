import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FileToken } from '../../shared/desktop.ts'
import { type FileTokens, type Held, MAX_FILE_BYTES } from '../chosen/file-tokens.ts'
import { byteStream, readBody } from './byte-stream.ts'
import { bytesPolicy, printPolicy } from './content-security-policy.ts'
import { respond, respondStatus } from './responses.ts'

/** GET gives the bytes behind a token; POST brings those of a staged file, once. 404, 405, 409 and 413 otherwise. */
export async function serveToken(request: Request, token: FileToken, tokens: FileTokens): Promise<Response> {
  const held = tokens.find(token)
  if (held === undefined) return respondStatus(404)
  if (request.method === 'GET') return send(held)
  if (request.method !== 'POST') return respondStatus(405)
  if (held.kind !== 'staged' || held.bytes !== null) return respondStatus(409)
  const bytes = await readBody(request, MAX_FILE_BYTES)
  if (bytes === null) return respondStatus(413)
  return respondStatus(tokens.fill(token, bytes) ? 204 : 409)
}

async function send(held: Held): Promise<Response> {
  if (held.kind === 'disk') return sendFile(held.path)
  if (held.kind === 'stream') return sendBytes(byteStream(held.open()))
  if (held.bytes === null) return respondStatus(404)
  const bytes = new Uint8Array(held.bytes)
  return held.kind === 'print-page' ? respond(bytes, 'text/html; charset=utf-8', printPolicy) : sendBytes(bytes)
}

async function sendFile(path: string): Promise<Response> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) return respondStatus(404)
  if (found.size > MAX_FILE_BYTES) return respondStatus(413)
  return sendBytes(byteStream(createReadStream(path)))
}

function sendBytes(body: BodyInit): Response {
  return respond(body, 'application/octet-stream', bytesPolicy)
}
