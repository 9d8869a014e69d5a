import { EventEmitter } from 'node:events'
import { net } from '../serving/net.ts'
import { protocol } from '../serving/protocol.ts'

type Answer = (allowed: boolean) => void
/** The first argument is the asking WebContents. */
type PermissionRequest = (contents: object, permission: string, answer: Answer, details: object) => void
type PermissionCheck = (contents: object, permission: string, origin: string, details: object) => boolean

export type HeaderLists = Record<string, string[]>

interface RequestDetails {
  url: string
  method: string
  resourceType: string
}

type BeforeRequest = (details: RequestDetails, answer: (verdict: { cancel?: boolean }) => void) => void
type HeadersReceived = (
  details: RequestDetails & { statusCode: number; responseHeaders: HeaderLists },
  answer: (change: { cancel?: boolean; responseHeaders?: Record<string, string | string[]> }) => void,
) => void

let beforeRequest: BeforeRequest | null = null
let headersReceived: HeadersReceived | null = null
let permissionRequest: PermissionRequest | null = null
let permissionCheck: PermissionCheck | null = null

/** Electron takes a filter before the listener, or the listener alone; the host's traffic is the own schemes' only. */
type Filter = { urls: string[] } | null

const webRequest = {
  onBeforeRequest(filter: Filter | BeforeRequest, listener: BeforeRequest | null = null): void {
    beforeRequest = typeof filter === 'function' ? filter : listener
  },
  onHeadersReceived(filter: Filter | HeadersReceived, listener: HeadersReceived | null = null): void {
    headersReceived = typeof filter === 'function' ? filter : listener
  },
  onBeforeSendHeaders(): void {},
  onSendHeaders(): void {},
  onResponseStarted(): void {},
  onBeforeRedirect(): void {},
  onCompleted(): void {},
  onErrorOccurred(): void {},
}

const defaultSession = Object.assign(new EventEmitter(), {
  webRequest,
  protocol,
  fetch: net.fetch,
  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    permissionRequest = handler
  },
  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    permissionCheck = handler
  },
  setDevicePermissionHandler(): void {},
  setDisplayMediaRequestHandler(): void {},
  setCertificateVerifyProc(): void {},
  setSpellCheckerEnabled(): void {},
  setSpellCheckerLanguages(): void {},
  setSpellCheckerDictionaryDownloadURL(): void {},
  setUserAgent(): void {},
  getUserAgent: (): string => 'ChromiumHost',
  flushStorageData(): void {},
  async setProxy(): Promise<void> {},
  async closeAllConnections(): Promise<void> {},
  async clearCache(): Promise<void> {},
  async clearStorageData(): Promise<void> {},
})

/** Electron's `session`; a partition is the default session, because all windows share one Chromium profile. */
export const session = { defaultSession, fromPartition: () => defaultSession }

/** Asks the application's onBeforeRequest; false when it cancels the request. */
export function mayRequest(details: RequestDetails): Promise<boolean> {
  const listener = beforeRequest
  if (listener === null) return Promise.resolve(true)
  return new Promise((resolve) => listener(details, (verdict) => resolve(verdict.cancel !== true)))
}

/** Asks the application's onHeadersReceived; null when it cancels the response. */
export function receiveHeaders(
  details: RequestDetails & { statusCode: number; responseHeaders: HeaderLists },
): Promise<HeaderLists | null> {
  const listener = headersReceived
  if (listener === null) return Promise.resolve(details.responseHeaders)
  return new Promise((resolve) =>
    listener(details, ({ cancel, responseHeaders }) => {
      const changed = Object.entries(responseHeaders ?? details.responseHeaders)
      resolve(cancel ? null : Object.fromEntries(changed.map(([name, value]) => [name, [value].flat()])))
    }),
  )
}

/** What the application's permission handlers say; Electron grants everything where it set none. */
export async function mayUse(contents: object, permission: string, origin: string): Promise<boolean> {
  const details = { isMainFrame: true, requestingUrl: origin }
  if (permissionCheck !== null && !permissionCheck(contents, permission, origin, details)) return false
  const handler = permissionRequest
  if (handler === null) return true
  return new Promise((resolve) => handler(contents, permission, resolve, details))
}
