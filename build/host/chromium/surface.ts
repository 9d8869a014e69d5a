import type { PdfOptions } from './pdf.ts'

export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

export type WindowState = 'normal' | 'minimized' | 'maximized'

/** What happens in the page. Addresses are main's (`app://…`). */
export interface SurfaceListener {
  /** One message of the page's shim. */
  message(text: string): void
  navigated(url: string): void
  navigatedInPage(url: string): void
  domReady(): void
  loaded(): void
  crashed(): void
  consoleMessage(level: string, message: string): void
  /** The page itself wants to go elsewhere: false stops it. */
  mayNavigate(url: string, isMainFrame: boolean): boolean
  /** window.open, or a link with a target. */
  openAsked(url: string): void
  /** A beforeunload handler of the page wants to stay: true leaves all the same. */
  mayUnload(): boolean
  /** The user moved, resized or changed the state of the window. */
  moved(bounds: Bounds, state: WindowState): void
  gone(): void
}

/** Where a window's page lives: in a Chromium that main drives, or in the user's own browser. */
export interface Surface {
  /** Resolves when the page has loaded. @throws Error with Electron's `ERR_… (-2) loading '…'` */
  load(url: string): Promise<void>
  /** One message for the page's shim. */
  post(text: string): void
  evaluate(code: string): Promise<unknown>
  printToPdf(options: PdfOptions): Promise<Buffer>
  /** Opens the system's print dialog where there is one. */
  print(): Promise<void>
  /** A PNG of what the page shows. */
  capture(): Promise<Buffer>
  reload(): void
  /** Asks the page to go; false when its beforeunload handler kept it. */
  close(): Promise<boolean>
  destroy(): void
  focus(): void
  /** Resolves when what the page has sent so far is here. */
  settle(): Promise<void>
  place(bounds: Bounds, state: WindowState): void
  /** CSS pixels of the page itself, without the window's frame. */
  resizeContents(width: number, height: number): void
}

/** What a surface has to know of its window. */
export interface SurfaceOptions {
  bounds: Bounds
  visible: boolean
  /** `webPreferences.javascript`. */
  javascript: boolean
  /** Runs before any script of the page; null without a preload. */
  initScript: string | null
}
