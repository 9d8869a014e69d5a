import { BRACES, isPlaceholder, type Placeholder } from '../../catalogue/letters/placeholders.ts'

/** Empty where it is not known. */
export type PlaceholderValues = Readonly<Record<Placeholder, string>>

/** Room to write a missing value by hand. */
export const BLANK = '________'

/** A line and more, for what is told in sentences. */
const LONG_BLANK = '_'.repeat(96)

const STOPS = '。，；：、'

/**
 * A wording with its values; the names of those it misses are added to `missing`. A stop that the clerk has typed gives
 * way to the wording's own. Throws on an unknown placeholder.
 */
export function fillIn(text: string, values: PlaceholderValues, missing: Set<Placeholder>): string {
  return text.replace(BRACES, (braces: string, name: string, at: number) => {
    if (!isPlaceholder(name)) throw new Error(`unknown placeholder ${name}`)
    const value = values[name].trim()
    if (value === '') missing.add(name)
    const next = text.charAt(at + braces.length)
    const plain = next !== '' && STOPS.includes(next) ? value.replace(/[。，；、.,;\s]+$/u, '') : value
    return value === '' ? (name === 'matter' ? LONG_BLANK : BLANK) : plain
  })
}
