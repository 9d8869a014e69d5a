import { describe, expect, it } from 'vitest'
import type { StorageProblem } from '../../../shared/desktop.ts'
import { type StartError, startErrorMessage } from '../../../shared/wording/start-error.ts'
import { startNoticeMessage } from '../../../shared/wording/start-notice.ts'
import { storageProblemMessage } from '../../../shared/wording/storage-problem.ts'

const codes: StorageProblem['code'][] = [
  'disk-full',
  'read-only',
  'file-busy',
  'file-missing',
  'file-too-large',
  'verify-failed',
  'io',
]
const problems = codes.map((code) => ({ code, detail: 'ENOSPC write' }))
const errors: StartError[] = [
  ...problems.flatMap((problem) => [
    { code: 'folder-not-writable' as const, folder: '/data', problem },
    { code: 'journal-not-opened' as const, folder: '/data', problem },
  ]),
  { code: 'newer-data', folder: '/data', madeBy: '3.0.0' },
  { code: 'newer-data', folder: '/data', madeBy: null },
  { code: 'unexpected', detail: 'TypeError' },
]

describe('startNoticeMessage()', () => {
  it('writes the time as people read it', () => {
    expect(startNoticeMessage({ code: 'clock-behind', lastSaved: '2026-11-03T09:05' })).toContain('2026年11月3日09:05')
  })

  it('says how much was kept and where the rest lies', () => {
    const message = startNoticeMessage({ code: 'journal-damaged', keptFrames: 120, savedAs: '/data/aside/x' })
    expect(message).toContain('120步')
    expect(message).toContain('/data/aside/x')
  })
})

describe('what is said of the disk', () => {
  const said = [
    ...problems.map(storageProblemMessage),
    ...errors.map((error) => Object.values(startErrorMessage(error)).join('\n')),
    startNoticeMessage({ code: 'journal-tail-dropped', bytes: 27 }),
  ]

  it.each(said)('tells what to do, in words of the office: %s', (sentence) => {
    expect(sentence).toMatch(/请/)
    expect(sentence).not.toMatch(/签名|派生|修订|冲突|勾稽|哈希|ENOSPC/)
  })
})
