import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RECOVERY_CODE_BYTES, readRecoveryCode, recoveryCode } from '../../shared/values/recovery-code.ts'

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const code = fc
  .uint8Array({ minLength: RECOVERY_CODE_BYTES, maxLength: RECOVERY_CODE_BYTES })
  .map((bytes) => recoveryCode(bytes))
const place = fc.nat({ max: 23 })

const letters = (text: string) => Array.from(text.replaceAll('-', ''))

describe('readRecoveryCode()', () => {
  it('reads what was printed, however it is typed', () => {
    fc.assert(
      fc.property(code, (printed) => {
        expect(printed).toMatch(/^([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}$/)
        const wide = letters(printed).map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
        for (const typed of [printed, printed.toLowerCase(), letters(printed).join(' '), ` ${wide.join('')}　`]) {
          expect(readRecoveryCode(typed)).toBe(printed)
        }
      }),
    )
  })

  it('notices any one wrong character', () => {
    fc.assert(
      fc.property(code, place, fc.constantFrom(...ALPHABET), (printed, at, other) => {
        const typed = letters(printed)
        fc.pre(typed[at] !== other)
        expect(readRecoveryCode(typed.with(at, other).join(''))).toBeNull()
      }),
    )
  })

  it('notices any two characters exchanged', () => {
    fc.assert(
      fc.property(code, place, place, (printed, a, b) => {
        const typed = letters(printed)
        const [left = '', right = ''] = [typed[a], typed[b]]
        fc.pre(left !== right)
        expect(readRecoveryCode(typed.with(a, right).with(b, left).join(''))).toBeNull()
      }),
    )
  })

  it.each(['', '2222', '0000-0000-0000-0000-0000-0000', 'O'.repeat(24), '2'.repeat(25)])('takes no %j', (typed) => {
    expect(readRecoveryCode(typed)).toBeNull()
  })
})
