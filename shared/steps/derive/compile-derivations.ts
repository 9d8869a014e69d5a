import type { CellKey, Condition, Form, Measure } from '../../catalogue/forms/form.ts'
import type { FigureSpec } from '../../model/report/figure.ts'
import { figuresKey } from '../../model/unit/kept-registers.ts'

export interface DateCondition {
  readonly field: string
  readonly falls: 'within' | 'before' | 'by-end'
  readonly holds: boolean
}

/** One way in which entries of a register count in a figure. */
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

/** The derivations of a form, found by what entries say; made once. */
export function derivationsOf(form: Form): Derivations {
  const known = compiled.get(form)
  if (known !== undefined) return known
  const derivations = compile(form)
  compiled.set(form, derivations)
  return derivations
}

type Equal = Extract<Condition, { field: string }>

function compile(form: Form): Derivations {
  const indexes = new Map<string, Map<string, { facts: string[]; byValues: Map<string, EntryMeasure[]> }>>()

  const put = (register: string, where: readonly Condition[], measure: EntryMeasure): void => {
    const equal = where.filter(isEqual).sort((a, b) => (a.field < b.field ? -1 : 1))
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

  const targets = form.derivations.map(({ key, cell, plus, minus }, target): Target => {
    const registers = new Set<string>()
    const keptBy = new Set<string>()
    const stocks: Stock[] = []
    const read = (sign: 1 | -1) => (measure: Measure) => {
      if ('opening' in measure) {
        stocks.push({ key: measure.opening, sign, lastYear: measure.lastYear })
        return
      }
      const { register, summed, where } = measure
      registers.add(register)
      for (const kept of keepKeys(register, where)) keptBy.add(kept)
      put(register, where, { target, sign, summed, dates: where.flatMap(dateOf) })
    }
    plus.forEach(read(1))
    minus.forEach(read(-1))
    return { key, cell, spec: specOf(form, key), registers: [...registers], keptBy: [...keptBy], stocks }
  })
  return { targets, measures: new Map([...indexes].map(([register, index]) => [register, [...index.values()]])) }
}

function specOf(form: Form, key: string): FigureSpec {
  const cell = form.key(key)
  const spec = cell === null ? form.definition.supplement.find((one) => one.key === key) : form.cells.get(cell)
  if (spec === undefined) throw new Error(`form ${form.id} has no figure ${key}`)
  return spec
}

function isEqual(condition: Condition): condition is Equal {
  return 'field' in condition
}

function dateOf(condition: Condition): DateCondition[] {
  return 'date' in condition ? [{ field: condition.date, falls: condition.falls, holds: condition.holds }] : []
}

/** A measure of figures needs the groups of the subjects that it names, any other one its register. */
function keepKeys(register: string, where: readonly Condition[]): readonly string[] {
  const subjects = where.flatMap((condition) =>
    register === 'figures' && isEqual(condition) && condition.field === 'subject' ? condition.oneOf : [],
  )
  return subjects.length === 0 ? [register] : subjects.map(figuresKey)
}

function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>((built, list) => built.flatMap((head) => list.map((one) => [...head, one])), [[]])
}

/** No fact holds this character. */
const BETWEEN = '\u0000'

export function joinValues(values: readonly string[]): string {
  return values.join(BETWEEN)
}
