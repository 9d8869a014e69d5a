import path from 'node:path'
import { BrowserWindow, dialog, screen } from 'electron'
import { appTitle } from '../../shared/wording/menu.ts'
import { pageGoneWords } from '../../shared/wording/page-gone.ts'
import { ORIGIN } from '../identity.ts'
import type { Journal } from '../journal/journal.ts'
import type { Log } from '../log.ts'
import { mainWindowOptions } from './window-options.ts'
import { readWindowState, visibleBounds, writeWindowState } from './window-state.ts'

export interface WindowTools {
  readonly dataFolder: string
  /** Folder of the built preload script. */
  readonly preloadFolder: string
  readonly isPackaged: boolean
  readonly journal: Journal
  readonly log: Log
}

/** Opens the one window there is; it shows itself when its page is ready. */
export async function openMainWindow(tools: WindowTools): Promise<BrowserWindow> {
  const state = await readWindowState(tools.dataFolder)
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow(
    mainWindowOptions({
      title: appTitle,
      preload: path.join(tools.preloadFolder, 'preload.cjs'),
      bounds: state === null ? null : visibleBounds(state.bounds, workAreas),
      isPackaged: tools.isPackaged,
    }),
  )
  if (state?.isMaximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  rememberPlace(window, tools)
  closeWhenWritten(window, tools.journal)
  askWhenPageIsGone(window, tools.log)
  return window
}

export function loadMainWindow(window: BrowserWindow): Promise<void> {
  return window.loadURL(`${ORIGIN}/index.html`)
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function rememberPlace(window: BrowserWindow, { dataFolder, log }: WindowTools): void {
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds()
    const state = { bounds: { x, y, width, height }, isMaximized: window.isMaximized() }
    writeWindowState(dataFolder, state).catch(() => log('window-state-not-kept'))
  })
}

/** What the clerk typed last is on disk before the window goes. */
function closeWhenWritten(window: BrowserWindow, journal: Journal): void {
  window.on('close', (event) => {
    if (journal.isIdle) return
    event.preventDefault()
    journal.idle().then(() => {
      if (!window.isDestroyed()) window.close()
    })
  })
}

function askWhenPageIsGone(window: BrowserWindow, log: Log): void {
  window.webContents.on('render-process-gone', async (_event, { reason, exitCode }) => {
    log('page-gone', { reason, exitCode })
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: pageGoneWords.message,
      detail: pageGoneWords.detail,
      buttons: [pageGoneWords.again, pageGoneWords.close],
      defaultId: 0,
      cancelId: 1,
    })
    if (window.isDestroyed()) return
    if (response === 0) window.reload()
    else window.destroy()
  })
}
