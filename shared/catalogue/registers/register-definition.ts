import { z } from '../../values/parse.ts'
import { figureKind } from '../forms/form-definition.ts'

/**
 * A register (台账) as data: what its entries hold. The editor, the list, import and export, and the facts from which
 * the report derives read it; a new register is one file like `documents.ts` and one line in `registers.ts`.
 */

/**
 * `month` holds a month or a whole year (`2020-03`, `2020`); `figure` a number whose kind follows from the choice in
 * `figureOf`; `link` the id of an entry of the register `to`; `flag` yes or no.
 */
export const fieldKinds = [
  'date',
  'choice',
  'text',
  'longText',
  'count',
  'money',
  'month',
  'figure',
  'link',
  'flag',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** What offices also call it in sheets of their own: an import finds it by these too. */
const also = z.array(z.string().min(1)).optional()

const choice = z.strictObject({
  value: z.string().min(1),
  label: z.string().min(1),
  also,
  /** What is typed where this is chosen, for a field of kind `figure`. */
  figure: z.strictObject({ kind: figureKind, unit: z.string().min(1) }).optional(),
  /** Stands for the year's end or has no months: its `month` field holds a whole year. */
  yearly: z.boolean().optional(),
})
export type Choice = z.infer<typeof choice>

const stageField = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  label: z.string().min(1),
  also,
  kind: z.enum(fieldKinds),
  required: z.boolean().optional(),
  choices: z.array(choice).min(1).optional(),
  /** The value a new entry starts with; `today` in a date is the day of typing, in a month its year. */
  default: z.string().optional(),
  hint: z.string().optional(),
})
export type StageField = z.infer<typeof stageField>

const registerField = z.strictObject({
  ...stageField.shape,
  /** The field group: what one person changes together, and what merges as one. */
  group: z.string().regex(/^[a-z]+$/),
  /** Names or reaches a person, or is free text: sealed, see entry-record.ts. Exactly the fields of group `personal`. */
  personal: z.boolean().optional(),
  /** A choice of several. */
  many: z.boolean().optional(),
  /** The field whose choice says what this `figure` is, or whether this `month` must be a year. */
  figureOf: z.string().optional(),
  /** The register that a `link` points into. */
  to: z.string().optional(),
  /** A field that must be filled where this one is. */
  needs: z.string().optional(),
  /** A date that this one may not precede. */
  notBefore: z.string().optional(),
  /** Filled by the program: counted on within the year of this date, see next-number.ts. */
  numberedBy: z.string().optional(),
})
export type RegisterField = z.infer<typeof registerField>

const stageDefinition = z.strictObject({
  kind: z.string().min(1),
  label: z.string().min(1),
  /** What the day of the stage is called. */
  dateLabel: z.string().min(1),
  dateAlso: also,
  fields: z.array(stageField),
})

export const registerDefinition = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  label: z.string().min(1),
  /** One entry of it: 件, 条. */
  unit: z.string().min(1),
  /** Where it stands: always in sight, or under 更多台账 until it is used. */
  place: z.enum(['first', 'more']),
  /** The fields that make an entry's id, so that a figure typed on two PCs is one entry and not two. */
  identity: z.array(z.string()).min(1).optional(),
  /** Sets of fields: two entries in which all fields of a set are filled and equal are likely one, written twice. */
  same: z.array(z.array(z.string()).min(1)).optional(),
  fields: z.array(registerField).min(1),
  stages: z.array(stageDefinition).optional(),
})
export type RegisterDefinition = z.infer<typeof registerDefinition>

/** Field groups with a shape of their own. */
const OWN_SHAPE = ['stage', 'bin', 'erased', 'gone']

/** Reads a register's data. Throws where it contradicts itself: a register is checked when it is made. */
export function defineRegister(data: RegisterDefinition): RegisterDefinition {
  const register = registerDefinition.parse(data)
  const keys = new Set(register.fields.map(({ key }) => key))
  if (keys.size !== register.fields.length) throw new Error(`register ${register.id} has a field twice`)
  for (const field of register.fields) {
    const where = `field ${field.key} of register ${register.id}`
    if (OWN_SHAPE.includes(field.group)) throw new Error(`${where}: no fields go into group ${field.group}`)
    if ((field.group === 'personal') !== (field.personal === true)) throw new Error(`${where}: personal or not?`)
    // People write names into it.
    if (field.kind === 'longText' && field.personal !== true) throw new Error(`${where}: free text is sealed`)
    if ((field.kind === 'choice') !== (field.choices !== undefined)) throw new Error(`${where}: choices?`)
    if ((field.kind === 'link') !== (field.to !== undefined)) throw new Error(`${where}: a link to what?`)
    if (field.kind === 'figure' && field.figureOf === undefined) throw new Error(`${where}: a figure of what?`)
    for (const other of [field.figureOf, field.needs, field.notBefore, field.numberedBy]) {
      if (other !== undefined && !keys.has(other)) throw new Error(`${where} speaks of ${other}`)
    }
  }
  for (const key of [...(register.identity ?? []), ...(register.same ?? []).flat()])
    if (!keys.has(key)) throw new Error(`register ${register.id}: ${key}`)
  return register
}

/** The field of this key; throws where the register has none. */
export function fieldOf(register: RegisterDefinition, key: string): RegisterField {
  const field = register.fields.find((one) => one.key === key)
  if (field === undefined) throw new Error(`register ${register.id} has no field ${key}`)
  return field
}
