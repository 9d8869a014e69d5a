import { windowsBrowser } from '../chromium/windows-browser.ts'
import { environment } from '../environment.ts'
import { toPageAddress } from '../serving/address.ts'
import { mayUse } from './session.ts'

/** Electron's name of a permission and Chromium's. */
const permissions = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
] as const

const settled = new Set<string>()

/** Carries what the permission handlers say of a page's origin to the Chromium that main drives; once is enough. */
export async function applyPermissions(contents: object, url: string): Promise<void> {
  const address = toPageAddress(url)
  if (address === url || environment.mode === 'browser') return
  const { origin } = new URL(address)
  if (settled.has(origin)) return
  settled.add(origin)
  const { send } = await windowsBrowser()
  const mainOrigin = `${url.split('/').slice(0, 3).join('/')}/` // URL.origin is "null" for such a scheme
  for (const [asked, name] of permissions) {
    const setting = (await mayUse(contents, asked, mainOrigin)) ? 'granted' : 'denied'
    await send('Browser.setPermission', { permission: { name }, setting, origin })
  }
}
