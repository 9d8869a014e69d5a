import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  type FolderLock,
  isProcessAlive,
  LOCK_NAME,
  type LockTools,
  lockFolder,
} from '../../../../electron/data/folder-lock.ts'
import { randomId } from '../../../../electron/data/random.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'

const here: LockTools = {
  host: 'PC-1',
  account: '王芳',
  pid: 100,
  now: () => Date.UTC(2026, 10, 23),
  randomId,
  isAlive: () => true,
}
const elsewhere: LockTools = { ...here, host: 'PC-2', account: '李明', pid: 100 }

async function take(folder: string, tools: LockTools): Promise<FolderLock> {
  const locked = await lockFolder(folder, tools)
  if (!locked.ok) throw new Error(`held by ${locked.problem?.host}`)
  onTestFinished(() => locked.value.release())
  return locked.value
}

/** As if its holder had not written for so long. */
function leave(folder: string, seconds: number): void {
  const then = new Date(Date.now() - seconds * 1000)
  utimesSync(path.join(folder, LOCK_NAME), then, then)
}

describe('lockFolder()', () => {
  it('refuses a second one, whichever PC and account, and says who is there', async () => {
    const folder = temporaryFolder()
    const lock = await take(folder, here)
    for (const tools of [here, elsewhere, { ...here, account: '李明', pid: 7 }]) {
      expect(await lockFolder(folder, tools)).toMatchObject({
        ok: false,
        problem: { host: 'PC-1', account: '王芳', pid: 100, since: '2026-11-23T00:00:00.000Z' },
      })
    }
    expect(await lock.isOurs()).toBe(true)
    expect(lock.isTakenOver).toBe(false)
    expect(readdirSync(folder)).toEqual([LOCK_NAME])
  })

  it('is free again once released', async () => {
    const folder = temporaryFolder()
    await (await take(folder, here)).release()
    expect(readdirSync(folder)).toEqual([])
    expect((await take(folder, elsewhere)).isTakenOver).toBe(false)
  })

  it('takes over at once where the process is gone on this PC, and on no other', async () => {
    const folder = temporaryFolder()
    const killed = await take(folder, here)
    const isAlive = (pid: number) => pid !== 100
    expect((await lockFolder(folder, { ...elsewhere, isAlive })).ok).toBe(false)
    const lock = await take(folder, { ...here, pid: 200, isAlive })
    expect(lock.isTakenOver).toBe(true)
    expect(await killed.isOurs()).toBe(false)
  })

  it('takes over where nobody has written for a while, and not before', async () => {
    const folder = temporaryFolder()
    const asleep = await take(folder, here)
    leave(folder, 30)
    expect((await lockFolder(folder, elsewhere)).ok).toBe(false)
    leave(folder, 60)
    const lock = await take(folder, elsewhere)
    expect(lock.isTakenOver).toBe(true)
    expect(await asleep.isOurs()).toBe(false)
    // It wakes up and changes nothing.
    await asleep.renew()
    await asleep.release()
    expect(await lock.isOurs()).toBe(true)
  })

  it('asks no clock: a holder that goes on writing keeps the folder, whatever year its PC believes in', async () => {
    const folder = temporaryFolder()
    const lock = await take(folder, { ...here, now: () => Date.UTC(2035, 0) })
    leave(folder, 60)
    await lock.renew()
    expect((await lockFolder(folder, { ...elsewhere, now: () => Date.UTC(2001, 0) })).ok).toBe(false)
  })

  it('takes over a lock that was written in the future and left', async () => {
    const folder = temporaryFolder()
    await take(folder, here)
    leave(folder, -86_400)
    expect((await take(folder, elsewhere)).isTakenOver).toBe(true)
  })

  it.each(['', '{"host":"PC', 'noise'])('does not know who wrote %j, and waits until it is old', async (text) => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, LOCK_NAME), text)
    expect(await lockFolder(folder, here)).toEqual({ ok: false, problem: null })
    leave(folder, 60)
    await take(folder, here)
  })

  it('gives one of many that start at once the folder, also over a lock left behind', async () => {
    for (let round = 0; round < 20; round++) {
      const folder = temporaryFolder()
      writeFileSync(path.join(folder, LOCK_NAME), 'left')
      leave(folder, 60)
      const tried = await Promise.all(Array.from({ length: 6 }, () => lockFolder(folder, here)))
      const locks = tried.flatMap((locked) => (locked.ok ? [locked.value] : []))
      const ours = await Promise.all(locks.map((lock) => lock.isOurs()))
      expect(ours.filter(Boolean)).toHaveLength(1)
      for (const lock of locks) await lock.release()
    }
  })

  it('says so where the folder cannot be written', async () => {
    await expect(lockFolder(path.join(temporaryFolder(), 'gone'), here)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('FolderLock', () => {
  it('is not ours where the file has gone, and releasing it then does no harm', async () => {
    const folder = temporaryFolder()
    const lock = await take(folder, here)
    const other = temporaryFolder()
    await lock.release()
    expect(await lock.isOurs()).toBe(false)
    await lock.release()
    expect(existsSync(path.join(folder, LOCK_NAME))).toBe(false)
    expect(readdirSync(other)).toEqual([])
  })

  it('writes the same text again', async () => {
    const folder = temporaryFolder()
    const lock = await take(folder, here)
    const text = readFileSync(path.join(folder, LOCK_NAME), 'utf8')
    await lock.renew()
    expect(readFileSync(path.join(folder, LOCK_NAME), 'utf8')).toBe(text)
  })
})

describe('isProcessAlive()', () => {
  it('knows this process, and none that never was', () => {
    expect(isProcessAlive(process.pid)).toBe(true)
    expect(isProcessAlive(2 ** 22 + 1)).toBe(false)
  })
})
