import { describe, expect, it } from 'vitest'
import {
  type Placeholder,
  placeholders,
  unknownPlaceholders,
} from '../../../../../shared/catalogue/letters/placeholders.ts'
import { BLANK, fillIn, type PlaceholderValues } from '../../../../../shared/steps/letters/fill-in.ts'
import { placeholderNames } from '../../../../../shared/wording/letter-words.ts'

const values = (given: Partial<PlaceholderValues>): PlaceholderValues => ({
  ...(Object.fromEntries(placeholders.map((name) => [name, ''])) as Record<Placeholder, string>),
  ...given,
})
const fill = (text: string, given: Partial<PlaceholderValues>) => {
  const missing = new Set<Placeholder>()
  return { text: fillIn(text, values(given), missing), missing: [...missing] }
}

describe('fillIn()', () => {
  it('puts the values into a wording', () => {
    expect(fill('{applicant}：{number}', { applicant: '李小明', number: '3' })).toEqual({
      text: '李小明：3',
      missing: [],
    })
  })

  it('leaves room to write where a value is missing, and says which', () => {
    expect(fill('{applicant}于{received}', { applicant: '  ' })).toEqual({
      text: `${BLANK}于${BLANK}`,
      missing: ['applicant', 'received'],
    })
  })

  it('does not read braces or dollar signs that somebody typed as placeholders', () => {
    expect(fill('{matter}', { matter: '{number} $& $1', number: '3' }).text).toBe('{number} $& $1')
  })

  it('lets a typed stop give way to the one of the wording, and else keeps it', () => {
    expect(fill('因{matter}，延期', { matter: '材料较多。' }).text).toBe('因材料较多，延期')
    expect(fill('{matter}', { matter: '材料较多。' }).text).toBe('材料较多。')
  })

  it('throws on a placeholder that there is not', () => {
    expect(() => fill('{nobody}', {})).toThrow('nobody')
    expect(unknownPlaceholders('{nobody}{applicant}')).toEqual(['nobody'])
  })

  it('has a name on screen for each', () => {
    const names = placeholders.map((name) => placeholderNames[name])
    expect(new Set(names).size).toBe(placeholders.length)
  })
})
