import { describe, expect, it } from 'vitest'
import { askedByText, reportDeadlineText } from '../../../../shared/wording/report-days.ts'

describe('C21: reportDeadlineText()', () => {
  it.each(['township', 'village'] as const)('tells a %s of no day of the Regulation, only of its county’s', (level) => {
    for (const today of ['2027-01-10', '2027-02-10']) {
      expect(reportDeadlineText(level, 2026, null, today)).toMatch(
        /^《条例》没有规定.+以上级通知为准（一般为1月31日）。$/,
      )
    }
    expect(reportDeadlineText(level, 2026, '2027-01-20', '2027-01-10')).toBe(
      '上级要求最迟于2027年1月20日报送，还有10天。',
    )
    expect(reportDeadlineText(level, 2026, '2027-01-20', '2027-01-21')).toBe(
      '上级要求的报送日期是2027年1月20日，已过期限，请尽快报送。',
    )
  })

  it('tells a department of 31 January and a county of 31 March, beside an earlier day that was set', () => {
    expect(reportDeadlineText('department', 2026, null, '2027-01-31')).toContain('2027年1月31日（第四十九条），还有0天')
    expect(reportDeadlineText('county', 2026, null, '2027-04-01')).toBe(
      '《条例》规定的公布期限是2027年3月31日（第四十九条），已过期限，请尽快报送并公布。',
    )
    expect(reportDeadlineText('county', 2026, '2027-02-20', '2027-02-19')).toBe(
      '上级要求最迟于2027年2月20日报送，还有1天。《条例》规定的公布期限是2027年3月31日（第四十九条）。',
    )
  })
})

describe('C22: askedByText()', () => {
  const about = { to: '市政府办公室', year: 2026, unitsDay: null, today: '2027-01-20' }

  it('asks departments and townships for 31 January, and counties for 31 March', () => {
    expect(askedByText(['department', 'township'], about)).toBe('请最迟于2027年1月31日报送市政府办公室')
    expect(askedByText(['county', 'county'], about)).toBe('请最迟于2027年3月31日报送市政府办公室')
    expect(askedByText(['county', 'department'], about)).toBe(
      '部门：请最迟于2027年1月31日报送市政府办公室；县（市、区）：请最迟于2027年3月31日报送市政府办公室',
    )
  })

  it('asks for the day that the desk set, whatever the level', () => {
    expect(askedByText(['county', 'township'], { ...about, unitsDay: '2027-01-22' })).toBe(
      '请最迟于2027年1月22日报送市政府办公室',
    )
  })

  it('says that a day has passed, and not on the day itself', () => {
    expect(askedByText(['township'], { ...about, today: '2027-01-31' })).toContain('请最迟于')
    expect(askedByText(['township'], { ...about, today: '2027-02-01' })).toBe(
      '报送期限（2027年1月31日）已过，请尽快报送市政府办公室',
    )
  })
})
