import { toPageAddress } from './address.ts'
import { environment } from './environment.ts'
import { mayUse } from './session.ts'
import { windowsBrowser } from './windows-browser.ts'

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

/** Carries the application's permission handlers over to the Chromium that main drives, once for each origin. */
export async function applyPermissions(contents: object, url: string): Promise<void> {
  const address = toPageAddress(url)
  if (address === url || environment.mode === 'browser') return
  const { origin } = new URL(address)
  if (settled.has(origin)) return
  settled.add(origin)
  const { send } = await windowsBrowser()
  for (const [asked, name] of permissions) {
    const setting = (await mayUse(contents, asked, new URL(url).href)) ? 'granted' : 'denied'
    await send('Browser.setPermission', { permission: { name }, setting, origin })
  }
}
