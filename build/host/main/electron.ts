import { boot } from '../boot.ts'
import { net } from '../serving/net.ts'
import { protocol } from '../serving/protocol.ts'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { nativeTheme, screen } from './desktop-display.ts'
import { clipboard, shell, shellCalls } from './desktop-shell.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu, MenuItem } from './menu.ts'
import { safeStorage } from './safe-storage.ts'
import { session } from './session.ts'

const electron = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  shellCalls,
}

// Stands in for the module "electron" in the main process. No await at the top: `require` must work, too.
export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  shellCalls,
}

boot(electron)
