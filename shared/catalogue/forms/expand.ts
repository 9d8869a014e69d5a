import { type FormSets, membersOf } from './form-sets.ts'
import type { ForEach } from './rule-definition.ts'

/** Puts values in place of `{name}`. */
export type Fill = (text: string) => string

/** What each name of a `forEach` stands for in a form: the values as listed, or the keys of a set's members. */
export function namedValues(sets: FormSets, forEach: ForEach): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(forEach ?? {}).map(([name, listed]) => [
      name,
      Array.isArray(listed) ? listed : membersOf(sets, listed).map(({ key }) => key),
    ]),
  )
}

/**
 * Fills `{name}` placeholders: one result for each combination of the listed values, in order.
 * `expand({ row: ['a', 'b'] }, (fill) => fill('t.{row}'))` gives `['t.a', 't.b']`.
 */
export function expand<T>(names: Readonly<Record<string, readonly string[]>>, make: (fill: Fill) => T): T[] {
  const build = (chosen: Readonly<Record<string, string>>, rest: readonly string[]): T[] => {
    const [name, ...others] = rest
    if (name === undefined) {
      return [make((text) => text.replace(/\{(\w+)\}/g, (whole, key: string) => chosen[key] ?? whole))]
    }
    return (names[name] ?? []).flatMap((value) => build({ ...chosen, [name]: value }, others))
  }
  return build({}, Object.keys(names))
}
