import { expand } from '../../catalogue/forms/expand.ts'
import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import type { Condition, Measure } from '../../catalogue/forms/form-definition.ts'
import type { FigureSpec } from '../../model/report/figure.ts'
import { figuresKey } from '../../model/unit/kept-registers.ts'

export interface DateCondition {
  readonly field: string
  readonly falls: 'within' | 'before' | 'by-end'
  readonly holds: boolean
}

/** One way in which entries of a register count in a figure, its placeholders filled in. */
export interface EntryMeasure {
  /** Place of the figure in `Derivations.targets`. */
  readonly target: number
  readonly sign: 1 | -1
  /** The fact that is summed; null where entries are counted. */
  readonly summed: string | null
  readonly dates: readonly DateCondition[]
}

/** Measures found by the values of the same facts: an entry meets only those that its own values name. */
export interface MeasureIndex {
  readonly facts: readonly string[]
  readonly byValues: ReadonlyMap<string, readonly EntryMeasure[]>
}

export interface Stock {
  /** Key in the opening register. */
  readonly key: string
  readonly sign: 1 | -1
  /** Cells of last year's report that give it. */
  readonly lastYear: readonly string[]
}

/** A figure that derives: a cell of the form or a figure of the supplement. */
export interface Target {
  readonly key: string
  /** Null for a figure of the supplement. */
  readonly cell: CellKey | null
  readonly spec: FigureSpec
  readonly registers: readonly string[]
  /** Keep keys that must hold for it to derive: a register, or a group of the register of figures. */
  readonly keptBy: readonly string[]
  readonly stocks: readonly Stock[]
}

/** A form's derivations, ready for use. */
export interface Derivations {
  readonly targets: readonly Target[]
  /** By register. */
  readonly measures: ReadonlyMap<string, readonly MeasureIndex[]>
}

const compiled = new WeakMap<Form, Derivations>()

/** The derivations of a form, expanded once. Throws where two of them give the same figure or one has no figure. */
export function derivationsOf(form: Form): Derivations {
  const known = compiled.get(form)
  if (known !== undefined) return known
  const derivations = compile(form)
  compiled.set(form, derivations)
  return derivations
}

type Fill = (text: string) => string

function compile(form: Form): Derivations {
  const targets: Target[] = []
  const indexes = new Map<string, Map<string, { facts: string[]; byValues: Map<string, EntryMeasure[]> }>>()
  const keys = new Set<string>()

  const put = (register: string, where: readonly Condition[], fill: Fill, measure: EntryMeasure): void => {
    const equal = where.flatMap((condition) => ('field' in condition ? [readEqual(condition, fill)] : []))
    equal.sort((a, b) => (a.field < b.field ? -1 : 1))
    const facts = equal.map(({ field }) => field)
    const ofRegister =
      indexes.get(register) ?? new Map<string, { facts: string[]; byValues: Map<string, EntryMeasure[]> }>()
    indexes.set(register, ofRegister)
    const index = ofRegister.get(facts.join()) ?? { facts, byValues: new Map<string, EntryMeasure[]>() }
    ofRegister.set(facts.join(), index)
    for (const values of combinations(equal.map(({ oneOf }) => oneOf))) {
      const key = joinValues(values)
      index.byValues.set(key, [...(index.byValues.get(key) ?? []), measure])
    }
  }

  for (const { forEach, cell, plus, minus } of form.definition.derivations) {
    expand(forEach, (fill) => {
      const key = fill(cell)
      if (keys.has(key)) throw new Error(`form ${form.id} derives ${key} twice`)
      keys.add(key)
      const registers = new Set<string>()
      const keptBy = new Set<string>()
      const stocks: Stock[] = []
      const target = targets.length
      const read = (sign: 1 | -1) => (measure: Measure) => {
        if ('opening' in measure) {
          stocks.push({ key: fill(measure.opening), sign, lastYear: measure.lastYear.map(fill) })
          return
        }
        const [register, summed] = 'count' in measure ? [measure.count, null] : [measure.sum, measure.field]
        registers.add(register)
        for (const key of keepKeys(register, measure.where, fill)) keptBy.add(key)
        const dates = measure.where.flatMap((condition) => ('date' in condition ? [readDates(condition, fill)] : []))
        put(register, measure.where, fill, { target, sign, summed, dates })
      }
      plus.forEach(read(1))
      minus?.forEach(read(-1))
      targets.push({ ...figureOf(form, key), key, registers: [...registers], keptBy: [...keptBy], stocks })
    })
  }
  return { targets, measures: new Map([...indexes].map(([register, index]) => [register, [...index.values()]])) }
}

function figureOf(form: Form, key: string): Pick<Target, 'cell' | 'spec'> {
  const cell = form.key(key)
  const spec = cell === null ? form.definition.supplement.find((one) => one.key === key) : form.cells.get(cell)
  if (spec === undefined) throw new Error(`form ${form.id} has no figure ${key}`)
  return { cell, spec }
}

function readEqual(condition: Extract<Condition, { field: string }>, fill: Fill): { field: string; oneOf: string[] } {
  const oneOf = 'is' in condition ? [condition.is] : condition.oneOf
  return { field: fill(condition.field), oneOf: [...new Set(oneOf.map(fill))] }
}

/** A measure of figures needs the groups of the subjects that it names, any other one its register. */
function keepKeys(register: string, where: readonly Condition[], fill: Fill): string[] {
  const subjects = where.flatMap((condition) =>
    register === 'figures' && 'field' in condition && condition.field === 'subject'
      ? readEqual(condition, fill).oneOf
      : [],
  )
  return subjects.length === 0 ? [register] : subjects.map(figuresKey)
}

function readDates(condition: Extract<Condition, { date: string }>, fill: Fill): DateCondition {
  const field = fill(condition.date)
  return 'falls' in condition
    ? { field, falls: condition.falls, holds: true }
    : { field, falls: condition.fallsNot, holds: false }
}

function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>((built, list) => built.flatMap((head) => list.map((one) => [...head, one])), [[]])
}

/** No fact holds this character. */
const BETWEEN = '\u0000'

export function joinValues(values: readonly string[]): string {
  return values.join(BETWEEN)
}
