import { fieldLimitText } from '../../../shared/wording/text-limit.ts'

/** What makes a text field take no more than so many characters, and say so where one types. */
export function limited(text: string, most: number): { readonly maxLength: number; readonly error: string | null } {
  return { maxLength: most, error: fieldLimitText(text.length, most) }
}
