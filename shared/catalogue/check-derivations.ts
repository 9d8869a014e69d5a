import type { Tell } from './catalogue-problem.ts'
import type { Condition, Derivation, Form, Measure } from './forms/form.ts'
import { choicesIn } from './registers/choices-in.ts'
import { factsOfRegister, fieldNamed } from './registers/facts-of-register.ts'
import type { FactDefinition, RegisterDefinition } from './registers/register-definition.ts'

/** The register whose entries are openings (年初存量), and the field that says of what. */
const OPENINGS = { register: 'openings', field: 'stock' }

/** What a form's derivations ask of the registers: they are there, hold what is asked for, and nothing they offer is left out. */
export function checkDerivations(form: Form, registers: readonly RegisterDefinition[], tell: Tell): void {
  const asked = new Map<string, Set<string>>()
  for (const derivation of form.derivations) {
    for (const measure of measuresOf(derivation)) {
      if ('opening' in measure) checkOpening(measure.opening, registers, tell)
      else checkMeasure(measure, { form, registers, asked, tell })
    }
  }
  for (const register of registers) checkOffered(form, register, asked, tell)
}

const measuresOf = ({ plus, minus }: Derivation): readonly Measure[] => [...plus, ...minus]

interface Checking {
  readonly form: Form
  readonly registers: readonly RegisterDefinition[]
  /** Values that some condition asks for, by register and fact. */
  readonly asked: Map<string, Set<string>>
  readonly tell: Tell
}

const nameOf = (register: string, fact: string): string => `${register}.${fact}`

function checkOpening(stock: string, registers: readonly RegisterDefinition[], tell: Tell): void {
  const field = registers.find(({ id }) => id === OPENINGS.register)?.fields.find(({ key }) => key === OPENINGS.field)
  if (field === undefined) tell('unknown-register', OPENINGS.register)
  else if (!field.choices?.some(({ value }) => value === stock)) tell('unknown-value', `${OPENINGS.register} ${stock}`)
}

function checkMeasure(measure: Exclude<Measure, { opening: string }>, checking: Checking): void {
  const { registers, tell } = checking
  const register = registers.find(({ id }) => id === measure.register)
  if (register === undefined) {
    tell('unknown-register', measure.register)
    return
  }
  const facts = factsOfRegister(register)
  if (measure.summed !== null && facts.get(measure.summed)?.kind !== 'amount') {
    tell('unknown-field', nameOf(register.id, measure.summed))
  }
  for (const condition of measure.where) checkCondition(condition, register, facts, checking)
}

function checkCondition(
  condition: Condition,
  register: RegisterDefinition,
  facts: ReadonlyMap<string, FactDefinition>,
  { form, asked, tell }: Checking,
): void {
  const name = 'date' in condition ? condition.date : condition.field
  const fact = facts.get(name)
  if (fact === undefined || 'date' in condition !== (fact.kind === 'date')) {
    tell('unknown-field', nameOf(register.id, name))
    return
  }
  if ('date' in condition) return
  const values = asked.get(nameOf(register.id, name)) ?? new Set()
  asked.set(nameOf(register.id, name), values)
  const known = valuesOf(register, fact, form)
  for (const value of condition.oneOf) {
    values.add(value)
    if (known !== null && !known.includes(value)) tell('unknown-value', `${nameOf(register.id, name)} ${value}`)
  }
}

/** What a fact may hold in the form's years; null where that is not limited. */
function valuesOf(register: RegisterDefinition, { of, values = [] }: FactDefinition, form: Form): string[] | null {
  const field = of === undefined ? null : fieldNamed(register, of)
  if (field === null) return values.length === 0 ? null : values
  return [...choicesIn(field, form.years.from).map(({ value }) => value), ...values]
}

/** All that the form itself has the register offer must count in one of its rows. */
function checkOffered(
  form: Form,
  register: RegisterDefinition,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
  tell: Tell,
): void {
  for (const [name, fact] of factsOfRegister(register)) {
    const field = fact.of === undefined ? null : fieldNamed(register, fact.of)
    if (field?.choicesFrom === undefined) continue
    const counted = asked.get(nameOf(register.id, name)) ?? new Set()
    for (const value of valuesOf(register, fact, form) ?? []) {
      if (!counted.has(value)) tell('uncounted-choice', `${nameOf(register.id, name)} ${value}`)
    }
  }
}
