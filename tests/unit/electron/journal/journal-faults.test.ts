import { describe, expect, it } from 'vitest'
import { openJournal } from '../../../../electron/journal/journal.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { type Fault, faultyFiles } from './faulty-files.ts'
import { draft, open, said, tools, values } from './journal-fixture.ts'

const typed = ['1', '2', '3', '4', '5', '6', '7']

/** Types everything on a disk with a fault; gives what was 已保存, and how many calls the disk saw. */
async function typeOn(folder: string, fault: Fault): Promise<{ saved: string[]; problems: string[]; calls: number }> {
  const { files, calls } = faultyFiles(fault)
  const opened = await tools(folder, { files, segmentLimit: 1000 }).then(
    (all) => openJournal(folder, all),
    () => ({ ok: false as const }),
  )
  const saved: string[] = []
  const problems: string[] = []
  if (!opened.ok) return { saved, problems: ['not opened'], calls: calls() }
  for (const value of typed) {
    const appended = await opened.value.append(draft(value))
    if (appended.ok) saved.push(value)
    else problems.push(appended.problem.code)
  }
  await opened.value.close()
  return { saved, problems, calls: calls() }
}

const none = { at: -1, code: '', isFinal: false }

describe('a journal on a failing disk', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EIO', 'io'],
  ])('loses nothing saved and shows nothing refused when any one call fails with %s', async (code, problem) => {
    const { calls } = await typeOn(temporaryFolder(), none)
    expect(calls).toBeGreaterThan(20)
    for (let at = 1; at <= calls; at++) {
      const folder = temporaryFolder()
      const { saved, problems } = await typeOn(folder, { at, code, isFinal: false })
      expect(problems.length).toBeLessThanOrEqual(1)
      expect(problems[0] ?? problem).toBeOneOf([problem, 'not opened'])
      if (problems[0] !== 'not opened') expect(saved.length + problems.length).toBe(typed.length)
      const journal = await open(folder)
      expect([at, await values(journal)]).toEqual([at, saved])
      expect([at, await said(folder)]).toEqual([at, []])
      await journal.close()
    }
  })

  it('J10: keeps everything saved when the power goes at any call', async () => {
    const { calls } = await typeOn(temporaryFolder(), none)
    for (let at = 1; at <= calls; at++) {
      const folder = temporaryFolder()
      const { saved } = await typeOn(folder, { at, code: 'EIO', isFinal: true })
      const journal = await open(folder)
      const found = await values(journal)
      // The frame in flight may be whole on disk although nobody was told.
      expect([at, found]).toBeOneOf([
        [at, saved],
        [at, typed.slice(0, saved.length + 1)],
      ])
      expect((await journal.append(draft('after'))).ok).toBe(true)
      await journal.close()
    }
  })
})
