import type { Form } from '../../catalogue/forms/form.ts'
import { derivationsOf } from './compile-derivations.ts'
import { eachMatch, yearText } from './each-match.ts'
import type { Facts } from './entry-facts.ts'

/** What an entry adds to one figure. */
export interface Contribution {
  /** A cell of the form, or a figure of the supplement. */
  readonly figure: string
  /** `1`, or the amount that the entry holds; exact. Null where that can't be read. */
  readonly amount: string | null
  readonly sign: 1 | -1
}

/** The figures in which an entry counts in a year, in the order of the form's derivations; totals not among them. */
export function contributions(form: Form, year: number, register: string, facts: Facts | null): Contribution[] {
  if (facts === null) return []
  const { targets, measures } = derivationsOf(form)
  const found: { place: number; contribution: Contribution }[] = []
  eachMatch(measures.get(register) ?? [], yearText(year), facts, ({ target, sign, summed }) => {
    const amount = summed === null ? '1' : (facts[summed] ?? null)
    found.push({ place: target, contribution: { figure: targets[target]?.key ?? '', amount, sign } })
  })
  return found.sort((a, b) => a.place - b.place).map(({ contribution }) => contribution)
}

/** What stands behind a figure. */
export interface Sources {
  /** The registers whose entries can count in it; none for a figure that does not derive. */
  readonly registers: readonly string[]
  /** Keys of the openings that it starts from. */
  readonly stocks: readonly string[]
  /** Whether an entry counts in it. */
  counts(register: string, facts: Facts | null): boolean
}

/** The entries behind a figure in a year; behind a total stand those behind its parts. */
export function entriesBehind(form: Form, year: number, figure: string): Sources {
  const { targets, measures } = derivationsOf(form)
  const wanted = partsOf(form, figure)
  const behind = targets.filter(({ key }) => wanted.has(key))
  const places = new Set(behind.map((target) => targets.indexOf(target)))
  const text = yearText(year)
  return {
    registers: [...new Set(behind.flatMap(({ registers }) => registers))],
    stocks: behind.flatMap(({ stocks }) => stocks.map(({ key }) => key)),
    counts: (register, facts) => {
      let found = false
      if (facts === null) return found
      eachMatch(measures.get(register) ?? [], text, facts, ({ target }) => {
        if (places.has(target)) found = true
      })
      return found
    },
  }
}

function partsOf(form: Form, figure: string): ReadonlySet<string> {
  const parts = form.totals.find(({ key }) => key === figure)?.parts ?? []
  return new Set([figure, ...parts.flatMap((part) => [...partsOf(form, part)])])
}
