import { z } from '../../values/parse.ts'
import { fail, ok, type Result } from '../../values/result.ts'

/** The personal fields of an entry in clear, by field key: only ever in memory. */
export type PersonalFields = Readonly<Record<string, string>>

const schema = z.record(z.string(), z.string())

/** The text that is sealed; null where every field is empty and nothing is to be sealed. */
export function personalText(fields: PersonalFields): string | null {
  const filled = Object.entries(fields).filter(([, text]) => text.trim() !== '')
  return filled.length === 0 ? null : JSON.stringify(Object.fromEntries(filled))
}

/** What was sealed; null where the text is not of that shape (a newer program's). */
export function readPersonalText(text: string): PersonalFields | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * Why sealed data does not open: its key was dropped on purpose; no copy of the keyring has it; or it is not what was
 * sealed for this record.
 */
export type WhyUnread = 'erased' | 'key-absent' | 'altered'

/** Sealed text, opened. */
export type Unsealed = { readonly text: string } | { readonly text: null; readonly why: WhyUnread }

/** The personal fields, of what was opened. */
export function readUnsealed(unsealed: Unsealed): Result<PersonalFields, WhyUnread> {
  if (unsealed.text === null) return fail(unsealed.why)
  const fields = readPersonalText(unsealed.text)
  return fields === null ? fail('altered') : ok(fields)
}
