import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../../electron/cli/run.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ogi-clock-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(content: unknown): string {
  const file = path.join(folder, 'clock.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

/** A request handed in on a day. */
const handedIn = (arrived: string, today: string, ...stages: object[]) => ({
  receipt: { arrived, way: 'inPerson', applicant: 'person' },
  stages,
  today,
})

async function clock(content: unknown): Promise<Record<string, unknown>> {
  const { stdout, exit } = await run(['clock', put(content)])
  expect(exit).toBe(0)
  return JSON.parse(stdout)
}

describe('ogi clock', () => {
  it('prints every field of the contract, as a process, and what is wrong in words beside it', () => {
    const file = put({
      receipt: { arrived: '2024-04-03', way: 'ordinaryMail', confirmed: '2024-04-08', applicant: 'person' },
      stages: [
        { kind: 'fee', date: '2024-04-25', amount: '100', received: '2024-04-28' },
        { kind: 'decision', date: '2024-05-27', outcome: 'other.feeOverdue' },
      ],
      today: '2024-05-27',
    })
    const { status, stdout, stderr } = spawnSync(process.execPath, ['electron/cli.ts', 'clock', file], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    const said = JSON.parse(stdout)
    expect(said).toMatchObject({
      state: 'decided',
      received: '2024-04-08',
      lastDay: null,
      due: [],
      problems: ['mailConfirmedLater', 'closedTooEarly'],
      punctuality: 'onTime',
      provisional: [],
    })
    expect(said.steps.map(({ code }: { code: string }) => code)).toEqual(['received', 'base', 'feeAsked', 'decided'])
    for (const { text } of said.steps) expect(text).toMatch(/。$/)
    expect(stderr).toContain('给申请人的期限到2024年5月28日')
  }, 60_000)

  it('says until when can be paid, from the receipt of the notice, and the earliest day where that is not known', async () => {
    const fee = { kind: 'fee', date: '2024-04-25', amount: '100' }
    expect((await clock(handedIn('2024-04-08', '2024-05-06', { ...fee, received: '2024-04-28' }))).due).toEqual([
      { what: 'payment', day: '2024-05-28' },
    ])
    expect((await clock(handedIn('2024-04-08', '2024-05-06', fee))).due).toEqual([
      { what: 'payment', day: '2024-05-24', earliest: true },
    ])
  })

  it('says how long others have for comments, from the receipt of the letter', async () => {
    const ask = { kind: 'consultation', date: '2025-06-03', whom: 'thirdParty', received: '2025-06-06' }
    const on = (today: string) => clock(handedIn('2025-05-26', today, ask))
    expect(await on('2025-06-25')).toMatchObject({
      state: 'stopped',
      due: [{ what: 'thirdParty', day: '2025-06-27' }],
      problems: [],
      punctuality: null,
    })
    expect((await on('2025-06-30')).problems).toEqual(['consultationLong'])
  })

  it('judges by what went out, and says by when it must', async () => {
    const decided = { kind: 'decision', date: '2025-03-31', outcome: 'granted', documentNumber: '' }
    expect(await clock(handedIn('2025-03-03', '2025-03-31', decided))).toMatchObject({
      lastDay: '2025-03-31',
      punctuality: 'onTime',
      due: [{ what: 'delivery', day: '2025-03-31' }],
    })
    const posted = { kind: 'delivery', date: '2025-04-02', way: 'mail' }
    expect(await clock(handedIn('2025-03-03', '2025-04-02', decided, posted))).toMatchObject({
      punctuality: 'late',
      due: [],
    })
  })

  it('names the years whose days off are not known', async () => {
    const { provisional, steps } = await clock(handedIn('2026-12-15', '2026-12-15'))
    expect(provisional).toEqual([2027])
    expect(steps).toContainEqual(expect.objectContaining({ code: 'provisional', years: [2027] }))
  })

  it.each([
    ['no stages', { receipt: {} }],
    ['a stage that is none', handedIn('2025-03-03', '2025-03-31', { kind: 'phoneCall', date: '2025-03-04' })],
    ['a day that is none', handedIn('2025-02-30', '2025-03-31')],
    ['a field that nobody knows', { ...handedIn('2025-03-03', '2025-03-31'), tomorrow: '2025-04-01' }],
  ])('refuses %s', async (_, content) => {
    expect(await run(['clock', put(content)])).toMatchObject({ exit: 2, stdout: '' })
  })
})
