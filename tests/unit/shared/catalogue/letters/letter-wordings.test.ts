import { describe, expect, it } from 'vitest'
import { letterWordingsSchema } from '../../../../../shared/catalogue/letters/letter-schema.ts'
import { letterWordings } from '../../../../../shared/catalogue/letters/letter-wordings.ts'

describe('letterWordings', () => {
  it('is data: a county can send it as JSON', () => {
    expect(letterWordingsSchema.parse(JSON.parse(JSON.stringify(letterWordings)))).toEqual(letterWordings)
  })

  it('refuses a placeholder that no letter can fill', () => {
    const wrong = { ...letterWordings, contact: '{telephone}' }
    expect(letterWordingsSchema.safeParse(wrong).success).toBe(false)
  })

  it('refuses wordings without an answer for one of the outcomes', () => {
    const { granted: _, ...answers } = letterWordings.answers
    expect(letterWordingsSchema.safeParse({ ...letterWordings, answers }).success).toBe(false)
  })

  it('asks the clerk exactly where an answer has something to be written', () => {
    for (const answers of Object.values(letterWordings.answers)) {
      for (const { ask, paragraphs } of answers) {
        expect(paragraphs.some((text) => text.includes('{matter}'))).toBe(ask !== '')
      }
    }
  })
})
