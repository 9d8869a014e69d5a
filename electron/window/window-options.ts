import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'
import type { Bounds } from './window-state.ts'

export const MIN_WIDTH = 1024
export const MIN_HEIGHT = 600

/** A page is a page: no Node, its own world, its own process, the web's rules. Written out, defaults or not. */
const lockedDown = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  webgl: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // Its word lists come from the network.
  spellcheck: false,
} as const satisfies WebPreferences

export interface MainWindowPlace {
  readonly title: string
  readonly preload: string
  readonly bounds: Bounds | null
  /** Developer tools only where the program is not installed. */
  readonly isPackaged: boolean
}

export function mainWindowOptions({ title, preload, bounds, isPackaged }: MainWindowPlace) {
  return {
    title,
    width: 1366,
    height: 768,
    ...bounds,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    // Shown when there is something to see.
    show: false,
    backgroundColor: '#ffffff',
    autoHideMenuBar: false,
    webPreferences: { ...lockedDown, preload, devTools: !isPackaged },
  } satisfies BrowserWindowConstructorOptions
}

export function printWindowOptions() {
  return {
    width: 794,
    height: 1123,
    show: false,
    webPreferences: { ...lockedDown, javascript: false, devTools: false },
  } satisfies BrowserWindowConstructorOptions
}
