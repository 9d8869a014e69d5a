import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDevice } from '../../../../electron/data/device.ts'
import { openData } from '../../../../electron/data/open-data.ts'
import { randomId } from '../../../../electron/data/random.ts'
import { mayOpen, ownVersions } from '../../../../electron/data/version-file.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'

const own = ownVersions('0.1.0', '156.0')
const tools = { own, now: () => 0, randomId, sessionFolder: '/nowhere' }

describe('mayOpen()', () => {
  it('opens new data, its own, older, and data of a newer Chromium', () => {
    for (const found of [null, own, { ...own, app: '9.9.9' }, { ...own, chromium: '999.0' }])
      expect(mayOpen(found, own)).toBe(true)
    expect(mayOpen(own, { ...own, journal: own.journal + 1, store: own.store + 1 })).toBe(true)
  })

  it('refuses a newer journal or store', () => {
    expect(mayOpen({ ...own, journal: own.journal + 1 }, own)).toBe(false)
    expect(mayOpen({ ...own, store: own.store + 1 }, own)).toBe(false)
  })
})

describe('openData()', () => {
  it('leaves data of a newer program untouched', async () => {
    const folder = temporaryFolder()
    const version = JSON.stringify({ ...own, app: '3.0.0', store: 99 })
    writeFileSync(path.join(folder, 'version.json'), version)
    expect(await openData(folder, tools)).toEqual({
      ok: false,
      problem: { code: 'newer-data', folder, madeBy: '3.0.0' },
    })
    expect(readdirSync(folder)).toEqual(['version.json'])
    expect(readFileSync(path.join(folder, 'version.json'), 'utf8')).toBe(version)
  })

  it('notes its versions, is opened by one program at a time, and opens again as the same device', async () => {
    const folder = temporaryFolder()
    const first = await openData(folder, tools)
    const meanwhile = await openData(folder, tools)
    expect(meanwhile).toMatchObject({ ok: false, problem: { code: 'folder-in-use', by: { host: null } } })
    if (first.ok) await first.value.journal.close()
    if (first.ok) await first.value.lock.release()
    const second = await openData(folder, tools)
    if (second.ok) await second.value.journal.close()
    if (second.ok) await second.value.lock.release()
    expect(JSON.parse(readFileSync(path.join(folder, 'version.json'), 'utf8'))).toEqual(own)
    expect(first.ok && second.ok && first.value.device === second.value.device).toBe(true)
  })

  it('says which folder cannot be used', async () => {
    const file = path.join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(await openData(path.join(file, 'x'), tools)).toMatchObject({
      ok: false,
      problem: { code: 'folder-not-writable' },
    })
  })
})

describe('readDevice()', () => {
  it('gives a copied or moved profile a new id', async () => {
    const folder = temporaryFolder()
    const device = await readDevice(folder, 'pc1', randomId)
    expect(await readDevice(folder, 'pc1', randomId)).toBe(device)
    const onOtherPc = await readDevice(folder, 'pc2', randomId)
    expect(onOtherPc).not.toBe(device)
    const copy = temporaryFolder()
    writeFileSync(path.join(copy, 'device.json'), readFileSync(path.join(folder, 'device.json')))
    expect(await readDevice(copy, 'pc2', randomId)).not.toBe(onOtherPc)
  })
})
