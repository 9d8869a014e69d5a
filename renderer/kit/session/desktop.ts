import type { Desktop } from '../../../shared/desktop.ts'

declare global {
  interface Window {
    /** Put there by the preload; see shared/desktop.ts. */
    readonly desktop: Desktop
  }
}

export const desktop: Desktop = window.desktop
