import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, it } from 'vitest'
import { guardWebContents } from '../../../../electron/window/web-contents-guards.ts'

it('prevents going anywhere, opening anything and holding a foreign page', () => {
  let open: ((details: unknown) => unknown) | null = null
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: (details: unknown) => unknown) => {
      open = handler
    },
  })
  guardWebContents(contents as EventEmitter as WebContents)
  expect(open).not.toBeNull()
  expect(Reflect.apply(open ?? (() => {}), undefined, [{ url: 'https://example.com' }])).toEqual({ action: 'deny' })
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    let isPrevented = false
    contents.emit(name, { preventDefault: () => (isPrevented = true) })
    expect([name, isPrevented]).toEqual([name, true])
  }
})
