import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { saveBytes } from '../../../../electron/chosen/save-bytes.ts'
import { writeAtomically } from '../../../../electron/disk/write-atomically.ts'
import { systemError } from '../../../fixtures/system-error.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'

const bytes = Buffer.from('a')

describe('saveBytes()', () => {
  it('writes, reads back and gives the sha-256; nothing else stays in the folder', async () => {
    const folder = temporaryFolder()
    const file = path.join(folder, '花园镇2026.ogi')
    writeFileSync(file, 'older and longer')
    expect(await saveBytes(file, bytes)).toEqual({
      ok: true,
      value: {
        path: file,
        name: '花园镇2026.ogi',
        sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
        verified: true,
      },
    })
    expect(readFileSync(file)).toEqual(bytes)
    expect(readdirSync(folder)).toEqual(['花园镇2026.ogi'])
  })

  it('does not call verified what reads back differently', async () => {
    const file = path.join(temporaryFolder(), 'a.ogi')
    const saved = await saveBytes(file, bytes, { write: writeAtomically, read: async () => Buffer.from('b') })
    expect(saved).toMatchObject({ ok: false, problem: { code: 'verify-failed' } })
  })

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EBUSY', 'file-busy'],
  ])('says %s as %s', async (code, expected) => {
    const write = () => Promise.reject(systemError(code))
    expect(await saveBytes('/x', bytes, { write, read: async () => bytes })).toMatchObject({
      ok: false,
      problem: { code: expected },
    })
  })

  it('leaves the folder as it was where the place is taken', async () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'a.ogi'))
    expect((await saveBytes(path.join(folder, 'a.ogi'), bytes)).ok).toBe(false)
    await expect.poll(() => readdirSync(folder)).toEqual(['a.ogi'])
  })

  it('takes a name as long as Linux allows', async () => {
    const file = path.join(temporaryFolder(), `${'年'.repeat(83)}.ogi`)
    expect((await saveBytes(file, bytes)).ok).toBe(true)
  })
})
