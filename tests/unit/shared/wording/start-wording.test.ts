import { describe, expect, it } from 'vitest'
import { startErrorMessage } from '../../../../shared/wording/start-error.ts'
import { startNoticeMessage } from '../../../../shared/wording/start-notice.ts'
import { storageProblemMessage } from '../../../../shared/wording/storage-problem.ts'
import { startErrors, startNotices, storageProblems } from '../../../fixtures/every-problem.ts'

describe('startNoticeMessage()', () => {
  it('writes the time as people read it', () => {
    expect(startNoticeMessage({ code: 'clock-behind', lastSaved: '2026-11-03T09:05' })).toContain('2026年11月3日09:05')
  })

  it('says how much was kept and where the rest lies', () => {
    const message = startNoticeMessage({ code: 'journal-damaged', kept: 120, lost: 2, savedAs: '/data/aside/x' })
    expect(message).toContain('120次操作')
    expect(message).toContain('2次操作')
    expect(message).toContain('/data/aside/x')
  })
})

describe('what is said of the disk', () => {
  const said = [
    ...storageProblems.map(storageProblemMessage),
    ...startErrors.map((error) => Object.values(startErrorMessage(error)).join('\n')),
    ...startNotices.map(startNoticeMessage),
  ]

  it.each(said)('tells what to do: %s', (sentence) => {
    expect(sentence).toMatch(/请/)
    expect(sentence).not.toContain('ENOSPC')
  })
})
