import { describe, expect, it } from 'vitest'
import { toStorageProblem } from '../../../../electron/disk/system-problem.ts'
import { systemError } from '../../../fixtures/system-error.ts'

describe('toStorageProblem()', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EBUSY', 'file-busy'],
    ['ENOENT', 'file-missing'],
    ['EFBIG', 'file-too-large'],
    ['EIO', 'io'],
    ['EWHATEVER', 'io'],
  ])('reads %s as %s', (code, expected) => {
    expect(toStorageProblem(systemError(code), 'linux')).toEqual({ code: expected, detail: `${code} write` })
  })

  it('knows a file held open on Windows from a folder that may not be written', () => {
    expect(toStorageProblem(systemError('EPERM', 'rename'), 'win32').code).toBe('file-busy')
    expect(toStorageProblem(systemError('EPERM', 'open'), 'win32').code).toBe('read-only')
    expect(toStorageProblem(systemError('EPERM', 'rename'), 'linux').code).toBe('read-only')
  })

  it('names no path in its detail', () => {
    const error = Object.assign(new Error("ENOENT: open '/home/王芳'"), {
      code: 'ENOENT',
      syscall: 'open',
      path: '/home/王芳',
    })
    expect(JSON.stringify(toStorageProblem(error))).not.toContain('王芳')
  })
})
