import { utimesSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type FolderLock, LOCK_NAME, lockFolder } from '../../../../electron/data/folder-lock.ts'
import { randomId } from '../../../../electron/data/random.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { draft, open, said, values } from './journal-fixture.ts'

async function take(folder: string, host: string): Promise<FolderLock> {
  const tools = { host, account: '', pid: process.pid, now: Date.now, randomId, isAlive: () => true }
  const locked = await lockFolder(folder, tools)
  if (!locked.ok) throw new Error('held')
  onTestFinished(() => locked.value.release())
  return locked.value
}

function fallAsleep(folder: string): void {
  const then = new Date(Date.now() - 60_000)
  utimesSync(path.join(folder, LOCK_NAME), then, then)
}

describe('two programs that write to one folder', () => {
  it('J12: lose nothing that either was told is saved: who was taken over says so and writes no more', async () => {
    const folder = temporaryFolder()
    const saved: string[] = []
    const first = await open(folder, { lock: await take(folder, 'PC-1'), device: 'device000001' })
    for (const value of ['a1', 'a2', 'a3']) if ((await first.append(draft(value))).ok) saved.push(value)
    fallAsleep(folder)
    const second = await open(folder, { lock: await take(folder, 'PC-2'), device: 'device000002' })
    for (let round = 0; round < 6; round++) {
      const late = await first.append(draft(`late${round}`))
      expect(late).toMatchObject({ ok: false, problem: { code: 'taken-over' } })
      const value = `b${round}`
      if ((await second.append(draft(value))).ok) saved.push(value)
    }
    await first.close()
    await second.close()
    expect(saved).toHaveLength(9)
    const again = await open(folder)
    expect(await values(again)).toEqual(saved)
    expect(await said(folder)).toEqual([])
  })

  it('begins a file of its own where it took over, also with nothing in the last one', async () => {
    const folder = temporaryFolder()
    const first = await open(folder, { lock: await take(folder, 'PC-1') })
    fallAsleep(folder)
    const second = await open(folder, { lock: await take(folder, 'PC-2') })
    await second.append(draft('b'))
    await first.close()
    await second.close()
    const again = await open(folder)
    expect(await values(again)).toEqual(['b'])
    expect(await said(folder)).toEqual([])
  })
})
