import { describe, expect, it } from 'vitest'
import type { RequestStage } from '../../../../../shared/model/entry/request.ts'
import { statutoryClock } from '../../../../../shared/steps/clock/statutory-clock.ts'
import { nationalHolidays } from '../../../../fixtures/catalogue.ts'
import { handedIn } from '../../../../fixtures/dated-request.ts'

const seen = (day: string, today: string, ...stages: RequestStage[]) =>
  statutoryClock(handedIn(day, ...stages), nationalHolidays, today)

const codes = (clock: ReturnType<typeof statutoryClock>) => clock.problems.map(({ code }) => code)

describe('C11: a fee notice (国办函〔2020〕109号: 收到收费通知次日起20个工作日)', () => {
  const fee = (received: string | null): RequestStage => ({
    kind: 'fee',
    date: '2024-04-25',
    amount: '100',
    received,
    paid: null,
  })
  const unpaid = (date: string): RequestStage => ({
    kind: 'decision',
    date,
    outcome: 'other.feeOverdue',
    documentNumber: '',
  })

  it('received on Sunday 28 April, which is worked, can be paid until 28 May', () => {
    expect(seen('2024-04-08', '2024-05-06', fee('2024-04-28')).waits).toEqual([
      { waitingFor: 'payment', since: '2024-04-25', due: '2024-05-28' },
    ])
  })

  it('C12: can’t be closed as unpaid on 27 May, and can on 29 May', () => {
    const on = (day: string) => seen('2024-04-08', '2024-06-03', fee('2024-04-28'), unpaid(day)).problems
    expect(on('2024-05-27')).toEqual([{ code: 'closedTooEarly', date: '2024-05-27', due: '2024-05-28' }])
    expect(on('2024-05-29')).toEqual([])
  })

  it('shows the earliest day as such while nobody knows when it was received, and asks before it is closed', () => {
    expect(seen('2024-04-08', '2024-05-06', fee(null)).waits).toEqual([
      { waitingFor: 'payment', since: '2024-04-25', due: '2024-05-24', earliest: true },
    ])
    expect(codes(seen('2024-04-08', '2024-06-03', fee(null), unpaid('2024-05-29')))).toEqual(['feeReceiptOpen'])
  })
})

describe('C8: a consultation (art. 32, 34: 自收到征求意见书之日起15个工作日)', () => {
  const ask = (received: string | null): RequestStage => ({
    kind: 'consultation',
    date: '2025-06-03',
    whom: 'thirdParty',
    received,
    answered: null,
  })

  it('sent on 3 June and received on 6 June is due on 27 June: nobody may stop waiting on the 25th', () => {
    const on = (today: string, received: string | null) => seen('2025-05-26', today, ask(received))
    expect(on('2025-06-25', '2025-06-06').waits).toEqual([
      { waitingFor: 'thirdParty', since: '2025-06-03', due: '2025-06-27' },
    ])
    expect(codes(on('2025-06-25', '2025-06-06'))).toEqual([])
    expect(codes(on('2025-06-30', '2025-06-06'))).toEqual(['consultationLong'])
  })

  it('asks for the day of receipt, and never says that the time is over without it', () => {
    const clock = seen('2025-05-26', '2025-06-25', ask(null))
    expect(clock.waits).toEqual([{ waitingFor: 'thirdParty', since: '2025-06-03', due: '2025-06-24', earliest: true }])
    expect(codes(clock)).toEqual(['consultationReceiptOpen'])
  })

  it.each([
    ['2025-06-02', 'receivedBeforeSent'],
    ['2025-07-01', 'receivedInFuture'],
  ])('received on %s: %s', (received, code) => {
    expect(codes(seen('2025-05-26', '2025-06-20', ask(received)))).toContain(code)
  })
})

describe('C13: punctuality (国办公开办函〔2016〕235号, 四: signed for, or posted)', () => {
  // 20 working days after Monday 3 March 2025.
  const decided: RequestStage = { kind: 'decision', date: '2025-03-31', outcome: 'granted', documentNumber: '' }
  const sent = (date: string): RequestStage => ({ kind: 'delivery', date, way: 'mail' })

  it('decided on the last day and posted two days later is late', () => {
    expect(seen('2025-03-03', '2025-04-03', decided, sent('2025-04-02'))).toMatchObject({
      lastDay: '2025-03-31',
      punctuality: 'late',
      sendBy: null,
    })
    expect(seen('2025-03-03', '2025-04-03', decided, sent('2025-03-31')).punctuality).toBe('onTime')
  })

  it('is judged by the day of the decision until it goes out, and says by when it must', () => {
    expect(seen('2025-03-03', '2025-03-31', decided)).toMatchObject({ punctuality: 'onTime', sendBy: '2025-03-31' })
  })

  it('does not take a delivery before the decision for its delivery', () => {
    expect(seen('2025-03-03', '2025-04-03', sent('2025-03-20'), decided).sendBy).toBe('2025-03-31')
  })
})

describe('C6: extensions (art. 33: 延长的期限最长不得超过20个工作日)', () => {
  const extend = (date: string, workingDays: number): RequestStage => ({ kind: 'extension', date, workingDays })

  it('may be 10 and 10', () => {
    const clock = seen('2024-09-05', '2024-10-20', extend('2024-10-08', 10), extend('2024-10-15', 10))
    expect(clock).toMatchObject({ lastDay: '2024-11-06', problems: [] })
  })

  it('count up to 20 in all', () => {
    const clock = seen('2024-09-05', '2024-10-20', extend('2024-10-08', 15), extend('2024-10-15', 10))
    expect(clock.lastDay).toBe('2024-11-06')
    expect(clock.problems).toEqual([{ code: 'extensionBeyond', date: '2024-10-15', workingDays: 10, counted: 5 }])
  })
})

describe('C16: a restart after an extension', () => {
  it('says the day without the extension as the safe one: whether it outlives the restart is open', () => {
    const clock = seen(
      '2024-03-01',
      '2024-04-01',
      { kind: 'extension', date: '2024-03-15', workingDays: 20 },
      { kind: 'fee', date: '2024-03-20', amount: '100', received: '2024-03-20', paid: '2024-03-29' },
    )
    expect(clock.lastDay).toBe('2024-05-28')
    expect(clock.steps.at(-1)).toMatchObject({ code: 'paid', lastDay: '2024-05-28', safeLastDay: '2024-04-28' })
  })
})

describe('C15: excessive requests (art. 35)', () => {
  const reasons: RequestStage = { kind: 'reasons', date: '2025-03-10', answered: '2025-03-20' }
  const delay: RequestStage = { kind: 'delay', date: '2025-03-25', until: '2025-05-15' }

  it('reasons asked for leave the last day as it is; the delayed day that was told takes its place', () => {
    expect(seen('2025-03-03', '2025-03-21', reasons)).toMatchObject({ lastDay: '2025-03-31', problems: [] })
    expect(seen('2025-03-03', '2025-03-26', reasons, delay)).toMatchObject({ lastDay: '2025-05-15', problems: [] })
  })

  it('a delay without reasons is said', () => {
    expect(codes(seen('2025-03-03', '2025-03-26', delay))).toEqual(['delayWithoutReasons'])
  })
})
