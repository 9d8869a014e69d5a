import { Big } from 'big.js'
import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { toCellValue } from '../../model/report/figure.ts'
import { type CellValue, NOT_APPLICABLE } from '../../model/report/report.ts'
import { isKept } from '../../model/unit/kept-registers.ts'
import type { RuleRow } from '../../model/unit/unit-record.ts'
import { type Derivations, derivationsOf, type Target } from './compile-derivations.ts'
import { eachMatch, yearText } from './each-match.ts'
import type { Facts } from './entry-facts.ts'

/** Stocks at the beginning of the year (年初存量), by key of the opening register; exact decimals, null where it can't be read. */
export type Openings = Readonly<Record<string, string | null>>

/** What a unit's derived figures depend on beside its entries. */
export interface DerivedFrom {
  /** Keep keys of what the unit keeps: registers, or groups of the register of figures (`figures:publications`). */
  readonly kept: ReadonlySet<string>
  readonly openings: Openings
  /** What stands in a row that may not apply (规章). */
  readonly ruleRow: RuleRow
}

export interface Derived {
  /** Only cells that derive: of a register that is not kept, and where an opening is unknown, they are absent. */
  readonly cells: ReadonlyMap<CellKey, CellValue>
  readonly supplement: Readonly<Record<string, CellValue>>
}

/** The register whose entries are openings: where it is kept, a stock that was not typed is 0. */
const OPENINGS = 'openings'

/** Counts as plain data: places are those of the form's derivations at the time, sums exact decimals by place. */
export interface CountsSnapshot {
  readonly counts: readonly number[]
  readonly sums: Readonly<Record<string, string>>
  /** By place, how many amounts could not be read. */
  readonly unread: Readonly<Record<string, number>>
}

/** Stands for a figure of which an amount can't be read: no number, so that the check leads there and no total covers it. */
export const UNREADABLE = '读不出来'

const zero = new Big(0)
const wholeNumber = /^-?\d{1,9}$/
const decimal = /^-?\d{1,24}(\.\d{1,24})?$/

/**
 * The derived figures of one year as entries come and go: after any additions and removals they are what counting
 * from scratch gives. An entry that does not count (null) changes nothing.
 */
export class DerivedCounts {
  readonly #derivations: Derivations
  readonly #year: string
  /** By target: counts and small whole numbers; the rest of a sum is exact in `#sums`. */
  readonly #counts: number[]
  readonly #sums: Big[]
  readonly #unread: Map<number, number>

  constructor(form: Form, year: number) {
    this.#derivations = derivationsOf(form)
    this.#year = yearText(year)
    this.#counts = this.#derivations.targets.map(() => 0)
    this.#sums = this.#derivations.targets.map(() => zero)
    this.#unread = new Map()
  }

  /** Counts as `snapshot()` gave them. Throws where they are of other derivations. */
  static restore(form: Form, year: number, { counts, sums, unread }: CountsSnapshot): DerivedCounts {
    const restored = new DerivedCounts(form, year)
    const length = restored.#counts.length
    if (counts.length !== length) throw new Error(`form ${form.id} derives ${length} figures, not ${counts.length}`)
    for (const [place, count] of counts.entries()) restored.#counts[place] = count
    for (const [place, sum] of Object.entries(sums)) restored.#sums[Number(place)] = new Big(sum)
    for (const [place, count] of Object.entries(unread)) restored.#unread.set(Number(place), count)
    return restored
  }

  snapshot(): CountsSnapshot {
    const sums: Record<string, string> = {}
    for (const [place, sum] of this.#sums.entries()) if (!sum.eq(zero)) sums[place] = sum.toFixed()
    const unread = Object.fromEntries([...this.#unread].filter(([, count]) => count !== 0))
    return { counts: [...this.#counts], sums, unread }
  }

  addEntry(register: string, facts: Facts | null): void {
    this.#count(register, facts, 1)
  }

  removeEntry(register: string, facts: Facts | null): void {
    this.#count(register, facts, -1)
  }

  replaceEntry(register: string, before: Facts | null, after: Facts | null): void {
    this.#count(register, before, -1)
    this.#count(register, after, 1)
  }

  #count(register: string, facts: Facts | null, by: 1 | -1): void {
    const indexes = this.#derivations.measures.get(register)
    if (indexes === undefined || facts === null) return
    eachMatch(indexes, this.#year, facts, ({ target, sign, summed }) => {
      const amount = summed === null ? '1' : (facts[summed] ?? null)
      if (amount === null) this.#unread.set(target, (this.#unread.get(target) ?? 0) + by)
      else if (wholeNumber.test(amount)) this.#counts[target] = (this.#counts[target] ?? 0) + Number(amount) * sign * by
      else if (decimal.test(amount)) {
        this.#sums[target] = (this.#sums[target] ?? zero).plus(new Big(amount).times(sign * by))
      }
    })
  }

  /** The figures as they stand. */
  figures(from: DerivedFrom): Derived {
    const cells = new Map<CellKey, CellValue>()
    const supplement: Record<string, CellValue> = {}
    for (const [place, target] of this.#derivations.targets.entries()) {
      if (!target.keptBy.every((key) => isKept(from.kept, key))) continue
      const opening = openingOf(target, from)
      if (opening === null) continue
      const isUnread = (this.#unread.get(place) ?? 0) > 0
      const value = isUnread ? UNREADABLE : cellValueOf(target, this.#amount(place, opening), from.ruleRow)
      if (target.cell === null) supplement[target.key] = value
      else cells.set(target.cell, value)
    }
    return { cells, supplement }
  }

  /** A plain number where nothing but entries was counted, as in nearly every cell. */
  #amount(place: number, opening: Big): Big | number {
    const count = this.#counts[place] ?? 0
    const sum = this.#sums[place] ?? zero
    return opening === zero && sum === zero ? count : opening.plus(count).plus(sum)
  }
}

/** The stocks that a figure starts from, 0 where it has none; null where one is unknown. */
function openingOf({ stocks }: Target, { kept, openings }: DerivedFrom): Big | null {
  let sum = zero
  for (const { key, sign } of stocks) {
    const opening = openings[key]
    const stock = opening === undefined && kept.has(OPENINGS) ? '0' : (opening ?? null)
    if (stock === null) return null
    sum = sum.plus(new Big(stock).times(sign))
  }
  return sum
}

/** A rule that was made counts even in a unit said to make none: an entry is never left out in silence. */
function cellValueOf({ spec }: Target, amount: Big | number, ruleRow: RuleRow): CellValue {
  const isZero = typeof amount === 'number' ? amount === 0 : amount.eq(0)
  if (isZero) {
    if (spec.mayNotApply === true && ruleRow === 'not-applicable') return NOT_APPLICABLE
    return spec.kind === 'money' ? '0' : 0
  }
  if (typeof amount === 'number' && spec.kind !== 'money') return amount
  return toCellValue(spec, new Big(amount))
}
