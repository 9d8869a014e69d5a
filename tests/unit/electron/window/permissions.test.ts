import { describe, expect, it } from 'vitest'
import { mayRequest, mayUse } from '../../../../electron/window/permissions.ts'

describe('mayUse()', () => {
  it('allows our own page to copy', () => {
    expect(mayUse('clipboard-sanitized-write', 'app://bundle/index.html')).toBe(true)
    expect(mayUse('clipboard-sanitized-write', 'https://example.com/')).toBe(false)
  })

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem', 'openExternal', 'usb', 'unknown'])(
    'denies %s',
    (permission) => {
      expect(mayUse(permission, 'app://bundle/index.html')).toBe(false)
    },
  )
})

describe('mayRequest()', () => {
  it.each(['app://bundle/file/x', 'blob:app://bundle/1-2', 'data:image/png;base64,'])('lets %s pass', (address) => {
    expect(mayRequest(address)).toBe(true)
  })

  it.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'app://other/',
    'blob:https://x/1',
    'ws://x',
  ])('stops %s', (address) => {
    expect(mayRequest(address)).toBe(false)
  })
})
