import { describe, expect, it } from 'vitest'
import type { Request, RequestStage } from '../../../../shared/model/entry/request.ts'
import type { KnownYear } from '../../../../shared/model/unit/unit-holidays.ts'
import { statutoryClock } from '../../../../shared/steps/clock/statutory-clock.ts'
import { holidayProblemText, holidaySourcesText } from '../../../../shared/wording/clock-calendar.ts'
import { clockProblemText } from '../../../../shared/wording/clock-problem.ts'
import { clockStepText } from '../../../../shared/wording/clock-step.ts'
import { clockSummary } from '../../../../shared/wording/clock-summary.ts'
import { articleName, yearsNamed } from '../../../../shared/wording/clock-words.ts'
import { nationalHolidays } from '../../../fixtures/catalogue.ts'
import { handedIn } from '../../../fixtures/dated-request.ts'

const said = (request: Request, today: string) => clockSummary(statutoryClock(request, nationalHolidays, today), today)

describe('articleName()', () => {
  it.each([
    [9, '第九条'],
    [10, '第十条'],
    [14, '第十四条'],
    [30, '第三十条'],
    [33, '第三十三条'],
    [42, '第四十二条'],
  ])('writes %s as %s', (article, name) => {
    expect(articleName(article)).toBe(name)
  })
})

describe('yearsNamed()', () => {
  it('shortens the many years of a mistyped date', () => {
    expect(yearsNamed([2027, 2028])).toBe('2027年、2028年')
    expect(yearsNamed([2015, 2016, 2017, 2018])).toBe('2015年至2018年')
  })
})

describe('clockSummary()', () => {
  it('names the last day, and what is left of the term', () => {
    const request = handedIn('2026-09-21')
    expect(said(request, '2026-09-21')).toBe('最后一天10月26日，还有20个工作日。')
    expect(said(request, '2026-10-26')).toBe('最后一天10月26日，就是今天。')
    expect(said(request, '2026-10-28')).toBe('最后一天10月26日，已逾期2天，请尽快答复。')
  })

  it('says that a day is provisional, and writes next year out', () => {
    expect(said(handedIn('2026-12-15'), '2026-12-15')).toBe(
      '最后一天2027年1月12日，还有20个工作日（2027年节假日安排未录入，暂按周一至周五计算，录入后自动更新）。',
    )
  })

  it('says whom it waits for', () => {
    const asked: RequestStage = { kind: 'rectification', date: '2022-01-20', period: 15, answered: null }
    expect(said(handedIn('2022-01-17', asked), '2022-02-16')).toBe(
      '等申请人补正（到2月15日），已逾期，收到补正材料后重新计算期限。',
    )
    const consulting: RequestStage = {
      kind: 'consultation',
      date: '2026-11-12',
      whom: 'thirdParty',
      received: '2026-11-12',
      answered: null,
    }
    expect(said(handedIn('2026-11-09', consulting), '2026-11-16')).toBe(
      '等第三方回复意见（到12月3日），这期间不计入期限；若今天回复，最后一天12月9日，还有17个工作日。',
    )
  })
})

describe('clockStepText()', () => {
  it('explains the last day with its articles', () => {
    const request = handedIn('2024-09-05', { kind: 'extension', date: '2024-10-08', workingDays: 20 })
    expect(statutoryClock(request, nationalHolidays, '2024-10-08').steps.map(clockStepText)).toEqual([
      '2024年9月5日收到申请：当面提交的，以提交当天为收到之日（《条例》第三十一条）。',
      '自2024年9月5日的下一个工作日起，第20个工作日是2024年10月10日（《条例》第三十三条）。',
      '2024年10月8日告知延期20个工作日，最后一天改为2024年11月6日（《条例》第三十三条）。',
    ])
  })
})

describe('clockProblemText() and holidayProblemText()', () => {
  it('say what to do', () => {
    expect(clockProblemText({ code: 'extensionBeyond', date: '2024-10-15', workingDays: 15, counted: 10 })).toBe(
      '延长的期限合计不能超过20个工作日（《条例》第三十三条），2024年10月15日延长的15个工作日只计入10个。请核对天数，按算出的截止日期答复。',
    )
    expect(holidayProblemText({ code: 'other-year', date: '2026-12-31' })).toBe(
      '2026年12月31日不是这一年的日期。请移到所属的年度里。',
    )
  })
})

describe('C24: holidaySourcesText()', () => {
  const written = { author: '王芳', time: Date.UTC(2026, 11, 3, 2), actingUnit: null }
  const program: KnownYear = { source: 'program', days: { holidays: ['2026-01-01'], workdays: [] }, by: null }
  const ticked: KnownYear = {
    source: 'ticked',
    days: { holidays: ['2026-01-01', '2026-04-20'], workdays: [] },
    by: written,
  }

  it('says who set what holds, and when, and on which days the other differs', () => {
    expect(holidaySourcesText(2026, [ticked, program])).toBe(
      '2026年节假日安排按本单位的更正计算（王芳，2026年12月3日）。程序录入的安排有1天不同，没有采用：2026年4月20日。',
    )
    expect(holidaySourcesText(2026, [program, ticked])).toContain(
      '本单位勾选的安排（王芳，2026年12月3日）有1天不同，没有采用：2026年4月20日。',
    )
    expect(holidaySourcesText(2026, [program, { ...ticked, days: program.days }])).not.toContain('没有采用')
  })
})
