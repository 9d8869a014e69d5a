/** What the application's life depends on in a window. */
export interface ClosableWindow {
  readonly id: number
  /** Resolves true when the window went away, false when it was kept. */
  askToClose(): Promise<boolean>
}

const windows = new Map<number, ClosableWindow>()
let lastId = 0

/** Ids count up from 1 and are not used again. */
export function nextWindowId(): number {
  lastId += 1
  return lastId
}

export function addWindow(window: ClosableWindow): void {
  windows.set(window.id, window)
}

export function removeWindow(id: number): void {
  windows.delete(id)
}

export function openWindows(): ClosableWindow[] {
  return [...windows.values()]
}
