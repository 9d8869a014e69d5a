import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ReceivedFiles } from '../../../../electron/data/received.ts'
import { ok } from '../../../../shared/values/result.ts'
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

  it('says which files are missing, damaged or unknown, and puts damaged ones aside as they are', async () => {
    const data = temporaryFolder()
    const [folder, aside] = [path.join(data, 'received'), path.join(data, 'aside')]
    const received = new ReceivedFiles(folder)
    expect(await received.check([], aside)).toEqual(ok({ missing: [], unlisted: [], savedAs: null }))
    const names: string[] = []
    for (const text of ['甲', '乙', '丙']) {
      const kept = await received.keep(Buffer.from(text))
      if (kept.ok) names.push(kept.value)
    }
    const [whole = '', damaged = '', unknown = ''] = names
    const gone = '0'.repeat(64)
    writeFileSync(received.fileOf(damaged), 'damaged')
    writeFileSync(path.join(folder, 'notes.txt'), 'not ours')
    const found = await received.check([whole, damaged, gone], aside)
    expect(found).toEqual(ok({ missing: [damaged, gone], unlisted: [unknown], savedAs: aside }))
    expect(readFileSync(path.join(aside, `${damaged}.ogi`), 'utf8')).toBe('damaged')
    expect(readdirSync(folder).sort()).toEqual([`${unknown}.ogi`, `${whole}.ogi`, 'notes.txt'].sort())
    // The file comes again.
    await received.keep(Buffer.from('乙'))
    expect(await received.check([whole, damaged], aside)).toEqual(
      ok({ missing: [], unlisted: [unknown], savedAs: null }),
    )
  })
})
