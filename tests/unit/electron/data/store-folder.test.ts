import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { randomId } from '../../../../electron/data/random.ts'
import { StoreFolder, type StoreFolderTools } from '../../../../electron/data/store-folder.ts'
import type { KeptNotice, StartNotice } from '../../../../shared/start-notice.ts'
import { systemError } from '../../../fixtures/system-error.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'

const DATABASE = 'app_bundle_0.indexeddb.leveldb'

/** A folder as Chromium keeps it, and what is done with it. */
function made(over: Partial<StoreFolderTools> = {}) {
  const data = temporaryFolder()
  const folder = path.join(data, 'IndexedDB')
  const database = path.join(folder, DATABASE)
  mkdirSync(database, { recursive: true })
  const files = { CURRENT: 'MANIFEST-000001\n', 'MANIFEST-000001': 'm', '000003.log': 'rows', LOCK: '', LOG: 'l' }
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(database, name), text)
  const list: KeptNotice[] = []
  const tools: StoreFolderTools = {
    folder,
    asideFolder: path.join(data, 'aside'),
    markFile: path.join(data, 'store-aside.json'),
    notices: {
      list,
      put: async (key, notice) => void list.push({ key, notice }),
      drop: async (keys) => void list.splice(0, list.length, ...list.filter(({ key }) => !keys.includes(key))),
    },
    randomId,
    now: () => 0,
    ...over,
  }
  return { data, folder, database, list, said: () => said(list), tools, store: new StoreFolder(tools) }
}

const said = (list: readonly KeptNotice[]): StartNotice[] => list.map(({ notice }) => notice)

const asides = (data: string) => {
  const aside = path.join(data, 'aside')
  return existsSync(aside) ? readdirSync(aside).map((name) => path.join(aside, name, 'IndexedDB', DATABASE)) : []
}

describe('StoreFolder.check()', () => {
  it('leaves a store alone that looks whole, one that was only begun, and none', async () => {
    const { store, database, folder, data, said } = made()
    await store.check()
    expect(readdirSync(database)).toHaveLength(5)
    for (const name of ['CURRENT', 'MANIFEST-000001', '000003.log']) rmSync(path.join(database, name))
    await store.check()
    rmSync(folder, { recursive: true })
    await store.check()
    expect([asides(data), said()]).toEqual([[], []])
  })

  const harms: readonly [string, (database: string) => void][] = [
    ['whose MANIFEST is gone', (database) => rmSync(path.join(database, 'MANIFEST-000001'))],
    ['whose MANIFEST is empty', (database) => writeFileSync(path.join(database, 'MANIFEST-000001'), '')],
    ['whose CURRENT is gone', (database) => rmSync(path.join(database, 'CURRENT'))],
    [
      'whose MANIFEST is a folder',
      (database) => {
        rmSync(path.join(database, 'MANIFEST-000001'))
        mkdirSync(path.join(database, 'MANIFEST-000001'))
      },
    ],
    ['that is noise', (database) => writeFileSync(path.join(database, 'CURRENT'), 'qqqqqqqqqqqqqqqq')],
  ]
  it.each(harms)('puts a store aside whole %s, and says so', async (_, harm) => {
    const { store, database, folder, data, said } = made()
    harm(database)
    const left = readdirSync(database)
    await store.check()
    expect(existsSync(folder)).toBe(false)
    expect(asides(data).map((aside) => readdirSync(aside))).toEqual([left])
    expect(said()).toMatchObject([{ code: 'store-unreadable', savedAs: expect.stringContaining('aside') }])
  })

  it('does what the system refused while the files were open', async () => {
    const busy = made({ rename: () => Promise.reject(systemError('EBUSY', 'rename')) })
    expect(await busy.store.moveAside()).toMatchObject({ ok: false, problem: { code: 'file-busy' } })
    expect(existsSync(busy.database)).toBe(true)
    const { rename: _, ...tools } = busy.tools
    await new StoreFolder(tools).check()
    expect(existsSync(busy.folder)).toBe(false)
    expect(asides(busy.data).flatMap((aside) => (existsSync(aside) ? readdirSync(aside) : []))).toHaveLength(5)
    expect(existsSync(busy.tools.markFile)).toBe(false)
    await new StoreFolder(tools).check()
  })
})

describe('StoreFolder.copyAside()', () => {
  it('says of a store that contradicts the journal how far both are, and where it lies', async () => {
    const { store, said } = made()
    const differs = { store: 21, journal: 11, brought: null }
    const copied = await store.copyAside(differs)
    expect(said()).toEqual([{ code: 'store-differs', ...differs, savedAs: copied.ok ? copied.value : '' }])
  })

  it('says of one that breaks while it is read that it cannot be opened', async () => {
    const { store, said } = made()
    await store.copyAside('unreadable')
    expect(said()).toMatchObject([{ code: 'store-unreadable' }])
  })

  it('says of one that another version left that it was made anew, also where it could not be kept', async () => {
    const { store, said } = made()
    const copied = await store.copyAside('other-program')
    expect(said()).toEqual([{ code: 'store-renewed', savedAs: copied.ok ? copied.value : '' }])
    const gone = made()
    rmSync(gone.folder, { recursive: true })
    expect((await gone.store.copyAside('other-program')).ok).toBe(false)
    expect(gone.said()).toEqual([{ code: 'store-renewed', savedAs: null }])
  })

  it.each([
    [21, []],
    [22, ['journal-short']],
  ])('says no more that the journal is short once all %i steps are there again', async (known, left) => {
    const { store, list, said } = made()
    list.push({ key: 'journal-length', notice: { code: 'journal-short', found: 11, known } })
    await store.copyAside({ store: 21, journal: 11, brought: { places: 10, conflicts: 0 } })
    expect(said().map(({ code }) => code)).toEqual([...left, 'store-differs'])
  })

  it('copies all but the lock, once a start', async () => {
    const { store, database, data, said } = made()
    const copied = await store.copyAside(null)
    expect(await store.copyAside(null)).toEqual(copied)
    const [aside = '', ...others] = asides(data)
    expect(others).toEqual([])
    expect(copied).toEqual({ ok: true, value: path.dirname(path.dirname(aside)) })
    expect(readdirSync(aside).sort()).toEqual(
      readdirSync(database)
        .filter((name) => name !== 'LOCK')
        .sort(),
    )
    expect(readFileSync(path.join(aside, '000003.log'), 'utf8')).toBe('rows')
    expect(said()).toEqual([])
  })

  it('fails where there is nothing to copy', async () => {
    const { store, folder } = made()
    rmSync(folder, { recursive: true })
    expect(await store.copyAside(null)).toMatchObject({ ok: false, problem: { code: 'file-missing' } })
  })
})
