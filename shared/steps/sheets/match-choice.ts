import type { Choice } from '../../catalogue/registers/register-definition.ts'
import { plainWords } from './plain-words.ts'

/** Finds the choice that a text names: its value, or null. */
export type MatchChoice = (text: string) => string | null

/**
 * By label, value and what offices also call it; then by parts of the label (`（三）不予公开 1.属于国家秘密` by
 * 属于国家秘密) where no other choice has that part.
 */
export function choiceMatcher(choices: readonly Choice[]): MatchChoice {
  const known = new Map<string, string>()
  for (const { value, label } of choices) for (const name of [label, value]) known.set(plainWords(name), value)
  for (const { value, also = [] } of choices) {
    for (const name of also) if (!known.has(plainWords(name))) known.set(plainWords(name), value)
  }
  const parts = new Map<string, Set<string>>()
  for (const { value, label } of choices) {
    for (const part of partsOf(label)) parts.set(part, (parts.get(part) ?? new Set()).add(value))
  }
  for (const [part, values] of parts) {
    const [only] = values
    if (values.size === 1 && only !== undefined && !known.has(part)) known.set(part, only)
  }
  const seen = new Map<string, string | null>()
  return (text) => {
    const before = seen.get(text)
    if (before !== undefined) return before
    const plain = plainWords(text)
    const found = known.get(plain) ?? known.get(withoutNumber(plain)) ?? null
    // Few texts stand in a column of choices; a column that was mapped wrongly must not fill the memory.
    if (seen.size < 1000) seen.set(text, found)
    return found
  }
}

const withoutNumber = (text: string): string => text.replace(/^([一二三四五六七八九十]+|\d+)[、.．)）]?/, '')

function partsOf(label: string): string[] {
  const words = label.normalize('NFKC').split(' ')
  const bare = words.map((word) => word.replace(/^(\([一二三四五六七八九十]+\)|\d+\.)/, ''))
  const own = bare.at(-1) ?? ''
  return [bare.join(''), own, own.replace(/^(属于|危及|保护|要求)/, '')].map(plainWords).filter((part) => part !== '')
}
