import { HEADING_ENDS } from '../../../catalogue/forms/cell-name.ts'
import type { Choice } from '../../../catalogue/registers/register-definition.ts'
import { plainWords, splitBrackets } from '../columns/plain-words.ts'

/** Finds the choice that a text names: its value, or null. */
export type MatchChoice = (text: string) => string | null

/**
 * By label, value and what offices also call it; then by parts of the label (`（三）不予公开：1.属于国家秘密` by
 * 属于国家秘密) where no other choice has that part. What stands in brackets counts: see `inBrackets`.
 */
export function choiceMatcher(choices: readonly Choice[]): MatchChoice {
  const exact = new Map<string, string>()
  for (const { value, label } of choices) for (const name of [label, value]) exact.set(plainWords(name), value)
  const parts = new Map<string, Set<string>>()
  for (const { value, label } of choices) {
    for (const part of partsOf(label)) parts.set(part, (parts.get(part) ?? new Set()).add(value))
  }
  for (const [part, values] of parts) {
    const [only] = values
    if (values.size === 1 && only !== undefined && !exact.has(part)) exact.set(part, only)
  }
  const known = new Map(exact)
  for (const { value, also = [] } of choices) for (const name of also) known.set(plainWords(name), value)
  const look = (text: string): string | null => {
    const plain = plainWords(text)
    return known.get(plain) ?? known.get(withoutNumber(plain)) ?? null
  }
  const seen = new Map<string, string | null>()
  return (text) => {
    const before = seen.get(text)
    if (before !== undefined) return before
    const found = look(text) ?? inBrackets(text, look)
    // Few texts stand in a column of choices; a column that was mapped wrongly must not fill the memory.
    if (seen.size < 1000) seen.set(text, found)
    return found
  }
}

/** Words so wide that what stands in brackets is only the closer one: 信函（挂号信）, 公开（部分公开）. */
const vague = /^(其他|其它|公开|不予公开|无法提供|信函|来信|信件|书信|邮寄|邮件|邮政|法人|组织|单位|网络|网上|线上)/

/** What something is counted in says nothing of what it is. */
const measure = /^(单位[:：]?)?([亿万千百十]?元|件|条|项|次|个|篇|场|人次|起|件次)$/

/**
 * `公开（部分公开）` means 部分公开: what stands in brackets is the closer word. Where it is no choice (`公开（部分）`), or
 * what stands outside is another choice and no wide word, the text says two things: null, for a person to tell.
 */
function inBrackets(text: string, look: MatchChoice): string | null {
  const { outside, inside } = splitBrackets(text)
  // （三）不予公开: a number of the form's own.
  const words = inside.filter((one) => !/^([一二三四五六七八九十]+|\d+)$/.test(one) && !measure.test(one))
  const [closer, ...more] = words
  if (closer === undefined) return inside.length === 0 ? null : look(outside)
  if (more.length > 0) return null
  const found = look(closer)
  if (found === null || outside === '' || look(outside) === found) return found
  return look(outside) !== null && !vague.test(outside) ? null : found
}

const withoutNumber = (text: string): string => text.replace(/^([一二三四五六七八九十]+|\d+)[、.．)）]?/, '')

function partsOf(label: string): string[] {
  const words = label.split(HEADING_ENDS).map((word) => word.normalize('NFKC'))
  const bare = words.map((word) => word.replace(/^(\([一二三四五六七八九十]+\)|\d+\.)/, ''))
  const own = bare.at(-1) ?? ''
  const said = [bare.join(''), own, own.replace(/^(属于|危及|保护|要求)/, '')]
  // The form explains some rows in brackets: 部分公开（区分处理的，…）. The row is meant without them too.
  return [...said, ...[label, ...said].map((one) => splitBrackets(one).outside)]
    .map(plainWords)
    .filter((part) => part !== '')
}
