import { describe, expect, it } from 'vitest'
import { ClockWatch } from '../../../../electron/journal/clock-watch.ts'
import type { StartNotice } from '../../../../shared/start-notice.ts'
import { NOON } from './journal-fixture.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A program that runs; its clock and what has passed can be set. */
function running() {
  const said: StartNotice[] = []
  let heard = 0
  const time = { now: NOON, elapsed: 1000 }
  const watch = new ClockWatch({
    now: () => time.now,
    elapsed: () => time.elapsed,
    notices: { put: async (_key, notice) => void said.push(notice) },
    whenSaid: () => heard++,
  })
  const pass = async (elapsed: number, ahead = 0) => {
    time.elapsed += elapsed
    time.now += elapsed + ahead
    await watch.look()
  }
  return { said, pass, heard: () => heard }
}

describe('ClockWatch', () => {
  it('has nothing to say while the clock goes as the time passes, is corrected a little, or the PC slept', async () => {
    const { said, pass } = running()
    await pass(3 * DAY)
    await pass(MINUTE, -30_000)
    await pass(MINUTE, 12 * 60 * MINUTE)
    expect(said).toEqual([])
  })

  it('says once what the clock should have shown and what it shows, forwards and back', async () => {
    const { said, pass, heard } = running()
    await pass(MINUTE, 400 * DAY)
    await pass(MINUTE)
    expect(said).toEqual([{ code: 'clock-changed', expected: '2026-11-23T20:01', shown: '2027-12-28T20:01' }])
    expect(heard()).toBe(1)
    await pass(MINUTE, -400 * DAY)
    expect(said.at(-1)).toEqual({ code: 'clock-changed', expected: '2027-12-28T20:03', shown: '2026-11-23T20:03' })
  })
})
