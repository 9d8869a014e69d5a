import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Who asks: a window of the Chromium that main drives, or the page in the user's own browser. */
export type Visitor = 'window' | 'link'

// A browser sends cookies to every port of a host: two running applications must not overwrite each other's.
const cookieName = `ogi_host_${process.pid}`
const secrets: Record<Visitor, string> = { window: newSecret(), link: newSecret() }
let linkToken: string | null = null

/** The cookie by which a driven Chromium is let in; it is set over the debugging pipe, no page can read it. */
export const windowCookie = { name: cookieName, value: secrets.window, httpOnly: true, sameSite: 'Strict' } as const

/** The cookie that a followed link sets. */
export const linkCookie = `${cookieName}=${secrets.link}; HttpOnly; SameSite=Strict; Path=/`

/** A new one-time token; the one before it no longer opens. */
export function newLinkToken(): string {
  linkToken = newSecret()
  return linkToken
}

/** True once, for the newest token. */
export function redeem(token: string | null): boolean {
  if (token === null || linkToken === null || !isEqual(token, linkToken)) return false
  linkToken = null
  return true
}

/** Null: an outsider. Loopback alone is no protection, every user and page of the machine reaches it. */
export function visitorOf(request: IncomingMessage): Visitor | null {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/)
  const value = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? ''
  if (isEqual(value, secrets.window)) return 'window'
  return isEqual(value, secrets.link) ? 'link' : null
}

function newSecret(): string {
  return randomBytes(24).toString('base64url')
}

function isEqual(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
