import { readFile } from 'node:fs/promises'
import type { FileTokens } from '../chosen/file-tokens.ts'
import { isMissing } from '../disk/system-problem.ts'
import { isOwnAddress, SCHEME } from '../identity.ts'
import { bundlePath } from './bundle-path.ts'
import { windowPolicy } from './content-security-policy.ts'
import { mediaType } from './media-type.ts'
import { respond, respondStatus } from './responses.ts'
import { serveToken } from './token-route.ts'

/** Registered before the app is ready: the window then is an origin like any other, with fetch and a secure context. */
export const appScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
}

/** What the start page holds where the nonce belongs. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

export interface ProtocolTools {
  /** Folder of the built window. */
  readonly root: string
  readonly tokens: FileTokens
  /** Unguessable, new at each call, base64. */
  readonly nonce: () => string
}

/** Answers `app://bundle/…`: files of the window, and bytes behind tokens. Everything else is refused. */
export function answerApp({ root, tokens, nonce }: ProtocolTools): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isOwnAddress(request.url)) return respondStatus(403)
    const { pathname } = new URL(request.url)
    const [, token] = /^\/file\/([\w-]+)$/.exec(pathname) ?? []
    if (token !== undefined) return serveToken(request, token, tokens)
    if (request.method !== 'GET') return respondStatus(405)
    const file = bundlePath(root, pathname)
    const type = file === null ? null : mediaType(file)
    if (file === null || type === null) return respondStatus(404)
    return serveFile(file, type, nonce)
  }
}

async function serveFile(file: string, type: string, nonce: () => string): Promise<Response> {
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = await readFile(file)
  } catch (error) {
    if (isMissing(error)) return respondStatus(404)
    throw error
  }
  if (!file.endsWith('.html')) return respond(bytes, type, windowPolicy(null))
  const loadNonce = nonce()
  const html = new TextDecoder().decode(bytes).replaceAll(NONCE_PLACEHOLDER, loadNonce)
  return respond(html, type, windowPolicy(loadNonce))
}
