import { rm } from 'node:fs/promises'
import { environment } from '../environment.ts'
import { linkSurface } from '../link/link-surface.ts'

export interface ShellCall {
  name: 'openExternal' | 'openPath' | 'showItemInFolder' | 'trashItem' | 'beep'
  target: string
}

/** What would have left the application, oldest first: a test reads it through `evaluate`. */
export const shellCalls: ShellCall[] = []

/** Electron's `shell`: recorded; in browser mode a file that should be opened is offered to the page. */
export const shell = {
  async openExternal(target: string): Promise<void> {
    shellCalls.push({ name: 'openExternal', target })
  },
  async openPath(target: string): Promise<string> {
    shellCalls.push({ name: 'openPath', target })
    if (environment.mode === 'browser') linkSurface.offer(target)
    return ''
  },
  showItemInFolder(target: string): void {
    shellCalls.push({ name: 'showItemInFolder', target })
  },
  async trashItem(target: string): Promise<void> {
    shellCalls.push({ name: 'trashItem', target })
    await rm(target, { recursive: true })
  },
  beep(): void {
    shellCalls.push({ name: 'beep', target: '' })
  },
}

let clipboardText = ''

/** Electron's `clipboard`: one of the host's own; in browser mode what is written also reaches the user's. */
export const clipboard = {
  readText: (): string => clipboardText,
  writeText(text: string): void {
    clipboardText = text
    if (environment.mode === 'browser') linkSurface.copy(text)
  },
  clear(): void {
    clipboardText = ''
  },
}
