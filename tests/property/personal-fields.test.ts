import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeBox, KEY_BYTES, openBox } from '../../electron/keyring/cipher.ts'
import { personalText, readPersonalText } from '../../shared/model/entry/personal-fields.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 300 })
const fields = fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z]{0,12}$/), text, { noNullPrototype: true })
const key = fc.uint8Array({ minLength: KEY_BYTES, maxLength: KEY_BYTES })

describe('personal fields', () => {
  it('come out of the sealed box as they went in, without the empty ones', () => {
    fc.assert(
      fc.property(fields, key, fc.string(), (typed, secret, context) => {
        const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''))
        const content = personalText(typed)
        expect(content === null).toBe(Object.keys(filled).length === 0)
        if (content === null) return
        const closed = closeBox(secret, context, Buffer.from(content), randomBytes)
        const opened = openBox(secret, context, closed)
        expect(readPersonalText(opened?.toString() ?? '')).toEqual(filled)
        expect(openBox(secret, `${context}x`, closed)).toBeNull()
        expect(
          openBox(
            secret.map((byte) => byte ^ 1),
            context,
            closed,
          ),
        ).toBeNull()
      }),
    )
  })

  it('are not read from anything else', () => {
    for (const bad of ['', '[]', '{"a":1}', 'null']) expect(readPersonalText(bad)).toBeNull()
  })
})
