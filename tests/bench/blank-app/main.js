// A window with one button in it: what a start costs before a program does anything.
import { app, BrowserWindow, protocol } from 'electron'

const page = '<!doctype html><html lang="zh-CN"><title>空</title><button type="button">切换单位</button></html>'

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.on('window-all-closed', () => app.quit())
app.whenReady().then(() => {
  protocol.handle('app', () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
  new BrowserWindow({ show: true, webPreferences: { sandbox: true } }).loadURL('app://bundle/index.html')
})
