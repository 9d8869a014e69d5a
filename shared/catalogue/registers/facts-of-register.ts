import type { FactDefinition, FieldKind, RegisterDefinition, StageField } from './register-definition.ts'

const kinds: Readonly<Partial<Record<FieldKind, FactDefinition['kind']>>> = {
  date: 'date',
  month: 'date',
  choice: 'choice',
  link: 'choice',
  count: 'amount',
  money: 'amount',
  figure: 'amount',
}

/** What the entries of a register say to the report, by name: what conditions and sums of derivations may ask for. */
export function factsOfRegister(register: RegisterDefinition): ReadonlyMap<string, FactDefinition> {
  if (register.facts !== undefined) return new Map(Object.entries(register.facts))
  return new Map(
    register.fields.flatMap(({ key, kind, personal, many }) => {
      const fact = personal === true || many === true ? undefined : kinds[kind]
      return fact === undefined ? [] : [[key, { kind: fact, ...(kind === 'choice' ? { of: key } : {}) }] as const]
    }),
  )
}

/** The field whose choices a fact holds: `kind`, or `decision.outcome` of a stage; null where the register has none. */
export function fieldNamed(register: RegisterDefinition, name: string): StageField | null {
  const [first = '', second] = name.split('.')
  const fields =
    second === undefined ? register.fields : (register.stages?.find(({ kind }) => kind === first)?.fields ?? [])
  return fields.find(({ key }) => key === (second ?? first)) ?? null
}
