import { describe, expect, it } from 'vitest'
import type { SealedFields } from '../../../../shared/model/entry/entry-record.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { type Fault, faultyFiles } from '../journal/faulty-files.ts'
import { record, startKeyring, unseal } from './keyring-fixture.ts'

const none: Fault = { at: -1, code: '', isFinal: false }

/** Seals three texts and drops the first one's key, on a disk with a fault; gives what was promised. */
async function work(folder: string, fault: Fault) {
  const { files, calls } = faultyFiles(fault)
  const keyring = startKeyring(folder, { files })
  const sealed = new Map<string, SealedFields>()
  const problems: string[] = []
  for (const text of ['a', 'b', 'c']) {
    const result = await keyring.seal(text, record)
    if (result.ok) sealed.set(text, result.value)
    else problems.push(result.problem.code)
  }
  const first = sealed.get('a')
  const dropped = first !== undefined && (await keyring.dropKeys([first.keyId])).ok
  return { sealed, dropped, problems, calls: calls() }
}

describe('a keyring on a failing disk', () => {
  it.each([
    ['ENOSPC', false],
    ['EROFS', false],
    ['EIO', true],
  ])(
    'keeps every key that it gave out, and none that it dropped, when any one call fails: %s, final %s',
    async (code, isFinal) => {
      const { calls } = await work(temporaryFolder(), none)
      expect(calls).toBeGreaterThan(12)
      for (let at = 1; at <= calls; at++) {
        const folder = temporaryFolder()
        const { sealed, dropped, problems } = await work(folder, { at, code, isFinal })
        expect(sealed.size + problems.length).toBe(3)
        if (isFinal) expect(dropped).toBe(false)
        const later = startKeyring(folder)
        for (const [text, one] of sealed) {
          const [read] = await unseal(later, one)
          // What was refused half way may be gone already: it was to go.
          if (text === 'a') expect([at, dropped ? [null] : ['a', null]]).toEqual([at, expect.arrayContaining([read])])
          else expect([at, read]).toEqual([at, text])
        }
      }
    },
  )
})
