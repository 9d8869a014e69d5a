import { describe, expect, it } from 'vitest'
import { mainWindowOptions, printWindowOptions } from '../../../../electron/window/window-options.ts'

const page = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  webgl: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
}

describe('mainWindowOptions()', () => {
  it('locks the page down, and shows nothing before it is ready', () => {
    expect(
      mainWindowOptions({
        title: '年报',
        preload: '/p/preload.cjs',
        bounds: { x: 1, y: 2, width: 1200, height: 700 },
        isPackaged: true,
      }),
    ).toEqual({
      title: '年报',
      x: 1,
      y: 2,
      width: 1200,
      height: 700,
      minWidth: 1024,
      minHeight: 600,
      show: false,
      backgroundColor: '#ffffff',
      autoHideMenuBar: false,
      webPreferences: { ...page, preload: '/p/preload.cjs', devTools: false },
    })
  })

  it('opens at the usual size of an office screen where no place is remembered', () => {
    expect(mainWindowOptions({ title: '', preload: '', bounds: null, isPackaged: false })).toMatchObject({
      width: 1366,
      height: 768,
      webPreferences: { devTools: true },
    })
  })
})

describe('printWindowOptions()', () => {
  it('runs no script, has no preload and is never seen', () => {
    expect(printWindowOptions()).toEqual({
      width: 794,
      height: 1123,
      show: false,
      webPreferences: { ...page, javascript: false, devTools: false },
    })
  })
})
