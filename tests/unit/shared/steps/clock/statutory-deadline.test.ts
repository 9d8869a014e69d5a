import { describe, expect, it } from 'vitest'
import { statutoryDeadline } from '../../../../../shared/steps/clock/statutory-deadline.ts'

describe('C21: statutoryDeadline() (art. 49)', () => {
  it.each([
    ['province', '2027-03-31'],
    ['city', '2027-03-31'],
    ['county', '2027-03-31'],
    ['department', '2027-01-31'],
    ['township', null],
    ['village', null],
  ] as const)('of a %s is %s of the year after', (level, day) => {
    expect(statutoryDeadline(level, 2026)).toBe(day)
  })
})
