import { describe, expect, it } from 'vitest'
import { reminderText } from '../../../../../renderer/features/desk/reminder-text.ts'
import { unit } from '../../../../fixtures/test-store.ts'

const to = unit('c', '孝昌县人民政府办公室', 'county', null)
const missing = [unit('t1', '花园镇', 'township', 'c'), unit('t2', '周巷镇', 'township', 'c')]

describe('reminderText()', () => {
  it('names who is missing, to whom and by when: the last day of those below, not of the desk', () => {
    expect(reminderText({ to, year: 2026, unitsDay: null, today: '2027-01-20' }, missing)).toBe(
      '【催报】2026年政府信息公开工作年度报告，以下2个单位还没有报送：花园镇、周巷镇。请最迟于2027年1月31日报送孝昌县人民政府办公室。已报送的请回复，谢谢！',
    )
  })
})
