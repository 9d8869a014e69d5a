/**
 * headless: windows of a Chromium without a display; headed: its visible windows;
 * browser: the first window is a page in the user's own browser, reached by a one-time link.
 */
export type Mode = 'headless' | 'headed' | 'browser'

const modes: readonly Mode[] = ['headless', 'headed', 'browser']

function readMode(): Mode {
  const asked = process.env.OGI_HOST_MODE
  if (asked === undefined || asked === '') return hasDisplay() ? 'headed' : 'headless'
  const mode = modes.find((candidate) => candidate === asked)
  if (mode === undefined) throw new Error(`OGI_HOST_MODE must be ${modes.join(', ')}; it is ${asked}`)
  return mode
}

/** Is there a screen to show a window on? */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Everything that the host reads from environment variables, see docs/chromium-host.md. */
export const environment = {
  get mode(): Mode {
    return readMode()
  },
  /** Chromium's messages and the main process's output are shown. */
  debug: process.env.OGI_HOST_DEBUG === '1',
  /** A test drives main over Node's child channel, and the pages over Chromium's debugging port. */
  testing: process.env.OGI_HOST_TEST === '1',
  /** The address of a Chromium that a test lends; null: main starts one of its own. */
  borrowed: process.env.OGI_HOST_CHROMIUM ?? null,
  /** The host is used although Electron's binary is there. */
  force: process.env.OGI_HOST_FORCE === '1',
  /** Browser mode: the port is a part of the page's origin, and its IndexedDB hangs on the origin. 0: any free one. */
  port: Number(process.env.OGI_HOST_PORT ?? 47831),
} as const
