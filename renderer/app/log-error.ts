import { desktop } from '../kit/session/desktop.ts'
import { errorPlaces } from './error-places.ts'

/** A screen that fails with each redraw must not fill the log. */
let left = 50

/** Notes an error in the program's log: its kind and place, never its message, which may hold what was typed. */
export function logError(error: unknown, stack?: string): void {
  if (left === 0) return
  left -= 1
  const thrown = error instanceof Error ? error : null
  const name = /^[\w$]{1,60}$/.exec(thrown?.name ?? typeof error)?.[0] ?? 'Error'
  const at = [...errorPlaces(thrown?.stack ?? ''), ...errorPlaces(stack ?? '')].slice(0, 20)
  // There is nobody to tell that the log was not written.
  desktop.logError({ name, at }).catch(() => {})
}

/** Notes what nobody catches, as long as the page stands. */
export function logUncaughtErrors(): void {
  window.addEventListener('error', ({ error }) => logError(error))
  window.addEventListener('unhandledrejection', ({ reason }) => logError(reason))
}
