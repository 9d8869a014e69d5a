import { describe, expect, it } from 'vitest'
import { statutoryDeadline } from '../../../../../shared/steps/clock/statutory-deadline.ts'

describe('statutoryDeadline()', () => {
  it.each([
    ['province', '2027-03-31'],
    ['city', '2027-03-31'],
    ['county', '2027-03-31'],
    ['department', '2027-01-31'],
    ['township', '2027-01-31'],
    ['village', '2027-01-31'],
  ] as const)('of a %s is %s of the year after', (level, day) => {
    expect(statutoryDeadline(level, 2026)).toBe(day)
  })
})
