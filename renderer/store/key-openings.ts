import { observable } from './observable.ts'

/** How often keys that did not open came to open in this window: what could not be read is then read again. */
export const keyOpenings = observable(0)

/** Keys that did not open do now. */
export function keysOpened(): void {
  keyOpenings.set(keyOpenings.get() + 1)
}
