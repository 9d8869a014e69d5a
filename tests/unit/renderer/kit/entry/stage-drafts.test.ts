import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type StageDraft, StageDrafts } from '../../../../../renderer/kit/entry/stage-drafts.ts'
import type { KeyringProblem } from '../../../../../shared/desktop.ts'
import { fail, ok } from '../../../../../shared/values/result.ts'
import { type MemoryKeys, memoryKeyring } from '../../../../fixtures/memory-keyring.ts'

const RECORD = 'u|requests|e'
const PERSON = 'requests|e'
const locked = { code: 'locked', keyring: '7KQM-2XPA', canRestore: true } as const
const half: StageDraft = { kind: 'decision', stage: null, values: { date: '2025-03-05', documentNumber: '致张三的函' } }
let keys: MemoryKeys
let shelf: Map<string, string>
let keyring: ReturnType<typeof memoryKeyring>

const storage = () => ({
  getItem: (key: string) => shelf.get(key) ?? null,
  setItem: (key: string, value: string) => void shelf.set(key, value),
  removeItem: (key: string) => void shelf.delete(key),
})
const start = () => new StageDrafts(keyring, storage())
/** Lets the pause in typing pass, and what is done then. */
const pause = async (drafts: StageDrafts) => {
  await vi.advanceTimersByTimeAsync(1000)
  await drafts.read(RECORD)
}
const ignore = () => {}

beforeEach(() => {
  keys = { keys: new Map(), dropped: new Set(), code: null }
  shelf = new Map()
  keyring = memoryKeyring(keys)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => vi.useRealTimers())

describe('StageDrafts', () => {
  it('has what was typed at once, and sealed after a pause, also for the next start', async () => {
    const drafts = start()
    drafts.keep(RECORD, half, null, ignore)
    expect(await drafts.read(RECORD)).toEqual(half)
    await pause(drafts)
    expect([...shelf.values()].join()).not.toMatch(/张三|decision/)
    expect(await start().read(RECORD)).toEqual(half)
    expect(await start().read('u|requests|other')).toBeNull()
  })

  it('seals all of one draft under one key, which goes with it', async () => {
    const drafts = start()
    for (const documentNumber of ['一', '二', '三']) {
      drafts.keep(RECORD, { ...half, values: { documentNumber } }, null, ignore)
      await pause(drafts)
    }
    expect(keys.keys.size).toBe(1)
    await drafts.forget(RECORD)
    expect([keys.keys.size, shelf.size]).toEqual([0, 0])
    expect(await drafts.read(RECORD)).toBeNull()
  })

  it('seals under the key of the person, which stays when the draft is done with, and erases it when it goes', async () => {
    const person = await keyring.seal('{"name":"张三"}', PERSON)
    if (!person.ok) throw new Error()
    const drafts = start()
    drafts.keep(RECORD, half, person.value.keyId, ignore)
    await pause(drafts)
    await drafts.forget(RECORD)
    expect(keys.keys.size).toBe(1)
    drafts.keep(RECORD, half, person.value.keyId, ignore)
    await pause(drafts)
    await keyring.dropKeys([person.value.keyId])
    expect(await start().read(RECORD)).toBeNull()
    expect(shelf.size).toBe(0)
  })

  it('gives the key of its own up for that of the person, once there is one', async () => {
    const drafts = start()
    drafts.keep(RECORD, half, null, ignore)
    await pause(drafts)
    const person = await keyring.seal('{"name":"张三"}', PERSON)
    if (!person.ok) throw new Error()
    drafts.keep(RECORD, half, person.value.keyId, ignore)
    await pause(drafts)
    expect([...keys.keys.keys()]).toEqual([person.value.keyId])
  })

  it('never takes the key of a person for its own, also where that person was taken back meanwhile', async () => {
    const person = await keyring.seal('{"name":"张三"}', PERSON)
    if (!person.ok) throw new Error()
    const drafts = start()
    drafts.keep(RECORD, half, person.value.keyId, ignore)
    await pause(drafts)
    // Undone: nothing is sealed with the request for now, and redo may bring it back.
    drafts.keep(RECORD, half, null, ignore)
    await pause(drafts)
    await drafts.forget(RECORD)
    expect(await keyring.unseal([{ record: PERSON, sealed: person.value }])).toEqual({
      ok: true,
      value: [{ text: '{"name":"张三"}' }],
    })
    expect(keys.keys.size).toBe(1)
  })

  it('does not put away what was recorded in the meantime', async () => {
    const drafts = start()
    drafts.keep(RECORD, half, null, ignore)
    await drafts.forget(RECORD)
    await pause(drafts)
    expect(shelf.size).toBe(0)
  })

  it('says why what is half typed is in the window alone, and keeps it there', async () => {
    const drafts = new StageDrafts({ ...keyring, seal: async () => fail(locked) }, storage())
    const problems: KeyringProblem[] = []
    drafts.keep(RECORD, half, null, (problem) => problems.push(problem))
    await pause(drafts)
    await vi.advanceTimersByTimeAsync(0)
    expect(problems).toEqual([locked])
    expect(await drafts.read(RECORD)).toEqual(half)
  })

  it('is bound to its request: put in the place of another one’s it is not shown there', async () => {
    const drafts = start()
    drafts.keep(RECORD, half, null, ignore)
    await pause(drafts)
    shelf.set('stage-draft|u|requests|other', shelf.get(`stage-draft|${RECORD}`) ?? '')
    expect(await start().read('u|requests|other')).toBeNull()
  })

  it('keeps what it cannot open now', async () => {
    const drafts = start()
    drafts.keep(RECORD, half, null, ignore)
    await pause(drafts)
    const shut = new StageDrafts({ ...keyring, unseal: async () => fail(locked) }, storage())
    expect(await shut.read(RECORD)).toBeNull()
    const unseal = async () => ok([{ text: null, why: 'key-absent' } as const])
    expect(await new StageDrafts({ ...keyring, unseal }, storage()).read(RECORD)).toBeNull()
    expect(await start().read(RECORD)).toEqual(half)
  })
})
