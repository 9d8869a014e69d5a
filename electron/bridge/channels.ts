import type { DesktopMethods } from '../../shared/desktop.ts'

/** Names of the wires between window and shell; only preload.ts, ipc.ts and window-messages.ts use them. */
export const openFilesChannel = 'desktop:open-files'
export const commandChannel = 'desktop:command'

export function methodChannel(method: keyof DesktopMethods): string {
  return `desktop:${method}`
}
