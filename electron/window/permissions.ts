import type { Session } from 'electron'
import { isOwnAddress } from '../identity.ts'

/** What the window may use of the machine, each with its reason. Whatever is not named here is denied. */
export const allowedPermissions: ReadonlyMap<string, string> = new Map([
  ['clipboard-sanitized-write', 'copying cells to Excel or WPS, with the clerk pressing Ctrl+C or a button'],
])

export function mayUse(permission: string, address: string): boolean {
  return allowedPermissions.has(permission) && isOwnAddress(address)
}

/** Whether a request may leave the page: its own origin, and what it made itself. There is no network for us. */
export function mayRequest(address: string): boolean {
  const inner = address.startsWith('blob:') ? address.slice('blob:'.length) : address
  return isOwnAddress(inner) || /^(data|devtools):/.test(address)
}

export function restrictSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => answer(mayUse(permission, contents.getURL())))
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }))
}
