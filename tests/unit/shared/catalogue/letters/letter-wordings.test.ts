import { describe, expect, it } from 'vitest'
import { membersOf } from '../../../../../shared/catalogue/forms/form-sets.ts'
import { letterWordingsSchema } from '../../../../../shared/catalogue/letters/letter-schema.ts'
import { letterWordings } from '../../../../../shared/catalogue/letters/letter-wordings.ts'
import { catalogue } from '../../../../fixtures/catalogue.ts'

describe('letterWordings', () => {
  it('is data: a county can send it as JSON', () => {
    expect(letterWordingsSchema.parse(JSON.parse(JSON.stringify(letterWordings)))).toEqual(letterWordings)
  })

  it('refuses a placeholder that no letter can fill', () => {
    const wrong = { ...letterWordings, contact: '{telephone}' }
    expect(letterWordingsSchema.safeParse(wrong).success).toBe(false)
  })

  it('has an answer of its own for every outcome that a form offers', () => {
    const offered = catalogue.forms.flatMap(({ sets }) =>
      membersOf(sets, { table: 'requests', rows: 'outcome' }).flatMap(({ choices }) => choices),
    )
    expect(offered.length).toBeGreaterThan(40)
    for (const { value } of offered) expect(Object.keys(letterWordings.answers)).toContain(value)
  })

  it('asks the clerk exactly where an answer has something to be written', () => {
    for (const answers of Object.values(letterWordings.answers)) {
      for (const { ask, paragraphs } of answers) {
        expect(paragraphs.some((text) => text.includes('{matter}'))).toBe(ask !== '')
      }
    }
  })
})
