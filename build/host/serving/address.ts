import { isOwnScheme } from './protocol.ts'

/** `app://bundle/x` for main is `http://bundle.app.localhost/x` for the page: main never sees the second form. */
export interface HostAndScheme {
  host: string
  scheme: string
}

let portSuffix = ''

/** Browser mode: the page's origin carries the port. Elsewhere a resolver rule of Chromium hides it. */
export function showPort(port: number): void {
  portSuffix = `:${port}`
}

/** The page's address for one of main's; an address of another scheme stays as it is. */
export function toPageAddress(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url)
  const [, scheme = '', host = '', rest = ''] = match ?? []
  if (match === null || !isOwnScheme(scheme)) return url
  return `http://${host}.${scheme}.localhost${portSuffix}${rest.startsWith('/') ? '' : '/'}${rest}`
}

/** Main's address for one of the page's. */
export function toMainAddress(url: string): string {
  const match = /^http:\/\/([^/:?#]+)(:\d+)?(.*)$/i.exec(url)
  const [, name = '', port = '', rest = ''] = match ?? []
  const own = match === null || port !== portSuffix ? null : readHost(name)
  return own === null ? url : `${own.scheme}://${own.host}${rest}`
}

/** Takes the Host header apart; null where it isn't one of ours (a rebound name, another port). */
export function readHostHeader(header: string | undefined): HostAndScheme | null {
  const [name = '', port] = (header ?? '').toLowerCase().split(':')
  return (port === undefined ? '' : `:${port}`) === portSuffix ? readHost(name) : null
}

function readHost(name: string): HostAndScheme | null {
  const [, host = '', scheme = ''] = /^(.+)\.([a-z0-9-]+)\.localhost$/i.exec(name) ?? []
  return isOwnScheme(scheme) ? { host, scheme } : null
}
