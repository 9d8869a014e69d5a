import { appendFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { durableFiles } from '../../../../electron/disk/durable-files.ts'
import { type Journal, openJournal } from '../../../../electron/journal/journal.ts'
import { encodeLine } from '../../../../electron/journal/line.ts'
import { MAX_CHANGES } from '../../../../shared/journal/frame.ts'
import { replay, runsOf } from '../../../../shared/journal/replay.ts'
import { firstLoss } from '../../../../shared/journal/say-again.ts'
import { parseHlc, runOf } from '../../../../shared/record/hlc.ts'
import { systemError } from '../../../fixtures/system-error.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { asideFiles, draft, fill, framesAfter, NOON, open, said, tools, values } from './journal-fixture.ts'

const first = (folder: string) => path.join(folder, '000001.ogij')

describe('openJournal()', () => {
  it('begins an empty journal and knows it again', async () => {
    const folder = temporaryFolder()
    const journal = await open(folder)
    expect(journal.head).toEqual({ seq: 0, hlc: null })
    expect(await said(folder)).toEqual([])
    await journal.close()
    const again = await open(folder, { randomId: () => 'other0000000' })
    expect(again.id).toBe(journal.id)
  })

  it('gives back after a restart what was appended, in order', async () => {
    const folder = temporaryFolder()
    await fill(folder, ['16', '２０件', '行\n换'])
    const journal = await open(folder)
    expect(journal.head.seq).toBe(3)
    expect(await values(journal)).toEqual(['16', '２０件', '行\n换'])
    expect(await said(folder)).toEqual([])
  })

  it('takes the largest action there can be, between small ones', async () => {
    const folder = temporaryFolder()
    await fill(folder, ['before'])
    const [change] = draft('').changes
    const large = Array.from({ length: MAX_CHANGES }, (_, index) => ({
      ...change,
      entity: 'entry' as const,
      record: `420921001000|requests|${index}`,
      group: 'main',
      value: { arrived: '2026-03-01', organ: '政务公开办' },
      previous: null,
    }))
    const journal = await open(folder)
    expect((await journal.append({ ...draft(''), changes: large })).ok).toBe(true)
    await journal.close()
    await fill(folder, ['after'])
    const again = await open(folder)
    expect(again.head.seq).toBe(3)
    expect(await said(folder)).toEqual([])
    const [, imported, last] = await framesAfter(again, 0)
    expect(JSON.stringify(imported?.changes)).toBe(JSON.stringify(large))
    expect(last?.changes[0]?.value).toBe('after')
  })

  it('stamps each start with a run of its own, also over the same disk, and grows within it', async () => {
    const folder = temporaryFolder()
    let starts = 0
    const start = (now: number) =>
      open(folder, { now: () => now, randomId: () => `run${String(++starts).padStart(9, '0')}` })
    const stamp = async (journal: Journal) => {
      const appended = await journal.append(draft('1'))
      return appended.ok ? appended.value.hlc : ''
    }
    const first = await start(NOON)
    const stamps = [await stamp(first), await stamp(first)]
    await first.close()
    const second = await start(NOON)
    stamps.push(await stamp(second))
    await second.close()
    expect(stamps).toEqual([...stamps].sort())
    expect([runOf(stamps[0] ?? ''), runOf(stamps[1] ?? ''), runOf(stamps[2] ?? '')]).toEqual([
      first.run,
      first.run,
      second.run,
    ])
    expect(first.run).not.toBe(second.run)
  })

  it('goes on from a stamp up to a day ahead, and from its own clock where one is further', async () => {
    const HOUR = 3_600_000
    const nextAfter = async (ahead: number) => {
      const folder = temporaryFolder()
      await fill(folder, ['1'], { now: () => NOON + ahead })
      const journal = await open(folder)
      const appended = await journal.append(draft('2'))
      return appended.ok ? parseHlc(appended.value.hlc)?.time : null
    }
    expect(await nextAfter(24 * HOUR)).toBe(NOON + 24 * HOUR)
    expect(await nextAfter(9 * 365 * 24 * HOUR)).toBe(NOON)
  })

  it('writes an action under the stamp that was given for it, and none where another came between', async () => {
    const folder = temporaryFolder()
    const journal = await open(folder)
    const stamp = await journal.nextStamp(null)
    expect(await journal.appendAs(stamp, draft('1'))).toEqual({ ok: true, value: { ...stamp, ...draft('1') } })
    const next = await journal.nextStamp(null)
    expect(next.seq).toBe(2)
    expect((await journal.append(draft('2'))).ok).toBe(true)
    expect(await journal.appendAs(next, draft('3'))).toMatchObject({ ok: false, problem: { code: 'io' } })
    expect(await journal.appendAs(stamp, draft('4'))).toMatchObject({ ok: false })
    expect((await journal.append(draft('5'))).ok).toBe(true)
    await journal.close()
    const again = await open(folder)
    expect(await said(folder)).toEqual([])
    expect(await values(again)).toEqual(['1', '2', '5'])
  })

  it('J11: cuts off a torn last line, keeps its bytes aside and says so', async () => {
    const folder = temporaryFolder()
    await fill(folder, ['1', '2'])
    const whole = readFileSync(first(folder))
    appendFileSync(first(folder), '1234abcd {"v":1,"seq":3,"hl')
    const journal = await open(folder)
    const notice = { code: 'journal-tail-dropped', savedAs: expect.stringContaining('aside') }
    expect(await said(folder)).toEqual([notice])
    expect(await values(journal)).toEqual(['1', '2'])
    expect(readFileSync(first(folder))).toEqual(whole)
    const [aside = ''] = asideFiles(folder)
    expect(readFileSync(path.join(folder, 'aside', aside), 'utf8')).toBe('1234abcd {"v":1,"seq":3,"hl')
    expect((await journal.append(draft('3'))).ok).toBe(true)
    await journal.close()
    expect(await values(await open(folder))).toEqual(['1', '2', '3'])
    expect(await said(folder)).toEqual([notice])
  })

  it('J11: mends damage in the middle: loses that frame only, and keeps the damaged file whole', async () => {
    const folder = temporaryFolder()
    await fill(folder, ['1', '2', '3', '4'])
    const before = await open(folder)
    await before.close()
    const damaged = readFileSync(first(folder))
    const at = damaged.indexOf('"value":"2"') + 9
    damaged[at] = 0x39
    writeFileSync(first(folder), damaged)

    const journal = await open(folder)
    expect(await values(journal)).toEqual(['1', '3', '4'])
    const frames = await framesAfter(journal, 0)
    expect(frames.map(({ seq, action }) => [seq, action])).toEqual([
      [1, 'type'],
      [2, 'mend'],
      [3, 'type'],
      [4, 'type'],
    ])
    expect(firstLoss(frames, runsOf(replay(frames)))).toBe(2)
    expect(journal.id).not.toBe(before.id)
    const [notice] = await said(folder)
    expect(notice).toMatchObject({ code: 'journal-damaged', kept: 3, lost: 1 })
    const savedAs = notice?.code === 'journal-damaged' ? notice.savedAs : ''
    expect(readFileSync(path.join(savedAs, '000001.ogij'))).toEqual(damaged)
    await journal.append(draft('5'))
    await journal.close()
    const again = await open(folder)
    expect(await values(again)).toEqual(['1', '3', '4', '5'])
    expect(await said(folder)).toEqual([notice])
  })

  it('lets an undo point at its renumbered action, and at none that is lost', async () => {
    const folder = temporaryFolder()
    const made = await open(folder)
    for (const [value, undoOf] of [['1'], ['2'], ['3'], ['4', 3], ['5', 2]] as const)
      await made.append(draft(value, undoOf))
    await made.close()
    const damaged = readFileSync(first(folder))
    damaged[damaged.indexOf('"value":"2"') + 9] = 0x39
    writeFileSync(first(folder), damaged)
    const frames = await framesAfter(await open(folder), 0)
    expect(frames.map(({ seq, undoOf }) => [seq, undoOf])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, undefined],
      [4, 3],
      [5, undefined],
    ])
  })

  it('keeps what later files hold when one is gone', async () => {
    const folder = temporaryFolder()
    await fill(folder, ['1', '2', '3', '4', '5', '6'], { segmentLimit: 700 })
    const names = readdirSync(folder).filter((name) => name.endsWith('.ogij'))
    expect(names.length).toBeGreaterThan(2)
    rmSync(path.join(folder, names[1] ?? ''))
    const journal = await open(folder)
    const kept = await values(journal)
    expect(kept[0]).toBe('1')
    expect(kept.at(-1)).toBe('6')
    expect(journal.head.seq).toBe(kept.length + 1)
    expect(await said(folder)).toMatchObject([{ code: 'journal-damaged', kept: kept.length, lost: 6 - kept.length }])
  })

  it('takes up a mending that was broken off before the later files were removed', async () => {
    const folder = temporaryFolder()
    await fill(folder, ['1', '2', '3', '4', '5', '6'], { segmentLimit: 700 })
    const damaged = readFileSync(first(folder))
    damaged[damaged.indexOf('"value":"1"') + 9] = 0x39
    writeFileSync(first(folder), damaged)
    const cannotRemove = { ...durableFiles, remove: () => Promise.reject(systemError('EIO', 'unlink')) }
    expect((await openJournal(folder, await tools(folder, { files: cannotRemove }))).ok).toBe(false)
    expect(await values(await open(folder))).toEqual(['2', '3', '4', '5', '6'])
  })

  it('passes over a file that was begun and never got its first line', async () => {
    const folder = temporaryFolder()
    await fill(folder, ['1'])
    writeFileSync(path.join(folder, '000002.ogij'), '')
    const journal = await open(folder)
    expect(await said(folder)).toEqual([])
    expect(await values(journal)).toEqual(['1'])
    expect(readdirSync(folder)).not.toContain('000002.ogij')
  })

  it.each(['{"v":2,"seq":3,"hlc":"x"}', '{"v":2,"seq":3,"stamp":1}'])(
    'leaves %s of a newer program alone',
    async (line) => {
      const folder = temporaryFolder()
      await fill(folder, ['1', '2'])
      appendFileSync(first(folder), encodeLine(line))
      const bytes = readFileSync(first(folder))
      expect(await openJournal(folder, await tools(folder))).toEqual({ ok: false, problem: { code: 'newer-data' } })
      expect(readFileSync(first(folder))).toEqual(bytes)
    },
  )

  it('says the clock is behind when the last frame is later than now', async () => {
    const folder = temporaryFolder()
    await fill(folder, ['1'])
    const late = await open(folder, { now: () => NOON - 61_000 })
    expect(late.notices).toEqual([{ code: 'clock-behind', lastSaved: '2026-11-23T20:00' }])
    await late.close()
    expect((await open(folder, { now: () => NOON - 59_000 })).notices).toEqual([])
  })
})

describe('Journal.append()', () => {
  it('J5: begins another run where a clock that was years ahead is put right, and stamps go on from the true time', async () => {
    const folder = temporaryFolder()
    let now = NOON
    const journal = await open(folder, { now: () => now++ })
    const stampOf = async (value: string) => {
      const appended = await journal.append(draft(value))
      return appended.ok ? parseHlc(appended.value.hlc) : null
    }
    const first = await stampOf('1')
    now = Date.UTC(2035, 0, 1)
    const ahead = await stampOf('2')
    now = NOON + 60_000
    const right = await stampOf('3')
    expect(ahead?.run).toBe(first?.run)
    expect(right?.run).not.toBe(first?.run)
    expect(right?.run).toBe(journal.run)
    expect(right?.time).toBeLessThan(NOON + 120_000)
    now -= 30_000
    const next = await stampOf('4')
    expect([next?.run, (next?.time ?? 0) >= (right?.time ?? 0)]).toEqual([right?.run, true])
    expect(await values(journal)).toEqual(['1', '2', '3', '4'])
  })

  it('numbers without gaps and stamps upwards, also where the clock goes back and many are asked at once', async () => {
    const folder = temporaryFolder()
    let now = NOON
    const journal = await open(folder, { now: () => now-- })
    const frames = await Promise.all(Array.from({ length: 20 }, (_, index) => journal.append(draft(String(index)))))
    expect(journal.isIdle).toBe(true)
    const stamped = frames.map((result) => (result.ok ? result.value : null))
    expect(stamped.map((frame) => frame?.seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    const stamps = stamped.map((frame) => frame?.hlc ?? '')
    expect(stamps).toEqual([...new Set(stamps)].sort())
    expect(await framesAfter(journal, 0)).toEqual(stamped)
  })

  it('J10: has the frame on disk before it resolves', async () => {
    const folder = temporaryFolder()
    const calls: string[] = []
    const files = {
      ...durableFiles,
      openForWriting: async (file: string, create: boolean) => {
        const handle = await durableFiles.openForWriting(file, create)
        return {
          ...handle,
          write: (bytes: Uint8Array, position: number) => {
            calls.push('write')
            return handle.write(bytes, position)
          },
          datasync: async () => {
            await handle.datasync()
            calls.push('synced')
          },
        }
      },
    }
    const journal = await open(folder, { files })
    calls.length = 0
    await journal.append(draft('1'))
    expect(calls).toEqual(['write', 'synced'])
  })

  it('goes on when the disk takes a line piece by piece', async () => {
    const folder = temporaryFolder()
    const files = {
      ...durableFiles,
      openForWriting: async (file: string, create: boolean) => {
        const handle = await durableFiles.openForWriting(file, create)
        return {
          ...handle,
          write: (bytes: Uint8Array, position: number) => handle.write(bytes.subarray(0, 7), position),
        }
      },
    }
    await fill(folder, ['1', '2'], { files })
    expect(await values(await open(folder))).toEqual(['1', '2'])
  })

  it('begins a new file at the limit and reads across files', async () => {
    const folder = temporaryFolder()
    const all = Array.from({ length: 12 }, (_, index) => String(index))
    await fill(folder, all, { segmentLimit: 1000 })
    const journal = await open(folder, { segmentLimit: 1000 })
    expect(readdirSync(folder).filter((name) => name.endsWith('.ogij')).length).toBeGreaterThan(3)
    expect(await values(journal)).toEqual(all)
    for (const after of [0, 1, 5, 11, 12, 99]) {
      expect((await framesAfter(journal, after)).map(({ seq }) => seq)).toEqual(
        Array.from({ length: Math.max(0, 12 - after) }, (_, index) => after + 1 + index),
      )
    }
  })

  it('refuses after close', async () => {
    const journal = await open(temporaryFolder())
    await journal.close()
    expect((await journal.append(draft('1'))).ok).toBe(false)
  })

  it('refuses everything once a failed line can not be taken back', async () => {
    const folder = temporaryFolder()
    let isBroken = false
    const files = {
      ...durableFiles,
      openForWriting: async (file: string, create: boolean) => {
        const handle = await durableFiles.openForWriting(file, create)
        return {
          ...handle,
          datasync: () => (isBroken ? Promise.reject(systemError('EIO', 'fdatasync')) : handle.datasync()),
          truncate: () => Promise.reject(systemError('EIO', 'ftruncate')),
        }
      },
    }
    const journal = await open(folder, { files })
    await journal.append(draft('1'))
    isBroken = true
    const problem = { code: 'io', detail: 'EIO fdatasync' }
    expect(await journal.append(draft('2'))).toEqual({ ok: false, problem })
    isBroken = false
    expect(await journal.append(draft('3'))).toEqual({ ok: false, problem })
  })
})

describe('a journal cut at any byte', () => {
  it('opens with the frames that were whole', async () => {
    const source = temporaryFolder()
    await fill(source, ['1', '2'])
    const bytes = readFileSync(first(source))
    const ends = [...bytes.keys()].filter((at) => bytes[at] === 0x0a).map((at) => at + 1)
    for (let length = 0; length < bytes.length; length += 13) {
      const folder = temporaryFolder()
      writeFileSync(first(folder), bytes)
      truncateSync(first(folder), length)
      const journal = await open(folder)
      const whole = ends.filter((end) => end <= length).length - 1
      expect(await values(journal)).toEqual(['1', '2'].slice(0, Math.max(0, whole)))
      await journal.close()
    }
  })
})
