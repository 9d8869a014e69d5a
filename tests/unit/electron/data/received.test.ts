import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ReceivedFiles } from '../../../../electron/data/received.ts'
import { systemError } from '../../../fixtures/system-error.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'

const bytes = Buffer.from('报送文件')

describe('ReceivedFiles', () => {
  it('keeps a file whole under its sha-256, however often', async () => {
    const folder = path.join(temporaryFolder(), 'received')
    const received = new ReceivedFiles(folder)
    const kept = await received.keep(bytes)
    const sha256 = kept.ok ? kept.value : ''
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await received.keep(bytes)).toEqual(kept)
    expect(readdirSync(folder)).toEqual([`${sha256}.ogi`])
    expect(await received.read(sha256)).toEqual({ ok: true, value: bytes })
  })

  it('does not hand out what changed on disk, and mends it when the file comes again', async () => {
    const folder = path.join(temporaryFolder(), 'received')
    const received = new ReceivedFiles(folder)
    const kept = await received.keep(bytes)
    const sha256 = kept.ok ? kept.value : ''
    writeFileSync(path.join(folder, `${sha256}.ogi`), 'damaged')
    expect(await received.read(sha256)).toMatchObject({ ok: false, problem: { code: 'verify-failed' } })
    await received.keep(bytes)
    expect(readFileSync(path.join(folder, `${sha256}.ogi`))).toEqual(bytes)
  })

  it('says what the disk said', async () => {
    const full = new ReceivedFiles(temporaryFolder(), () => Promise.reject(systemError('ENOSPC')))
    expect(await full.keep(bytes)).toEqual({ ok: false, problem: { code: 'disk-full', detail: 'ENOSPC write' } })
    expect(await full.read('0'.repeat(64))).toMatchObject({ ok: false, problem: { code: 'file-missing' } })
  })
})
