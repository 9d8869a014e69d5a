import type { BrowserWindow } from 'electron'
import type { OpenedFile, WindowCommand } from '../../shared/desktop.ts'
import { commandChannel, openFilesChannel } from './channels.ts'
import { earlyEvents } from './early-events.ts'

export interface WindowMessages {
  openFiles(files: readonly OpenedFile[]): void
  command(command: WindowCommand): void
  /** From the window's first loaded page on, messages go there; earlier ones wait for it. */
  attach(window: BrowserWindow): void
}

/** What the shell tells the window. */
export function windowMessages(): WindowMessages {
  const messages = earlyEvents<{ channel: string; value: WindowCommand | readonly OpenedFile[] }>()
  return {
    openFiles: (files) => {
      if (files.length > 0) messages.emit({ channel: openFilesChannel, value: files })
    },
    command: (command) => messages.emit({ channel: commandChannel, value: command }),
    attach(window) {
      window.webContents.once('did-finish-load', () => {
        messages.listen(({ channel, value }) => {
          if (!window.isDestroyed()) window.webContents.send(channel, value)
        })
      })
    },
  }
}
