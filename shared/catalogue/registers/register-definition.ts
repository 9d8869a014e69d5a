import { z } from '../../values/parse.ts'
import { setReference } from '../forms/rule-definition.ts'
import { figureKind } from '../forms/table-definition.ts'

/**
 * A register (台账) as data: what its entries hold. The editor, the list, import and export, and the facts from which
 * the report derives read it; a new register is one file like `documents.ts` and one line in `built-in.ts`.
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
  /** The years whose form has it, and what that form calls it; absent: always there. */
  years: z.array(z.strictObject({ from: z.int(), to: z.int().nullable(), label: z.string().min(1) })).optional(),
})
export type Choice = z.infer<typeof choice>

/** Characters that a text takes, as many as a cell of a sheet that is imported. All of an entry's personal texts go into one seal. */
export const MOST_IN_FIELD = 20_000
/** Characters of 文号. */
export const MOST_IN_DOCUMENT_NUMBER = 100

const stageField = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  label: z.string().min(1),
  also,
  kind: z.enum(fieldKinds),
  required: z.boolean().optional(),
  choices: z.array(choice).min(1).optional(),
  /**
   * The choices are rows or columns of the form; `yearOf`: the date field (of a stage, `date`) that says in which year the
   * choice counts, and so in which form it must stand.
   */
  choicesFrom: z.strictObject({ of: setReference, yearOf: z.string() }).optional(),
  /** The value a new entry starts with; `today` in a date is the day of typing, in a month its year. */
  default: z.string().optional(),
  hint: z.string().optional(),
  /** Characters that a text takes; absent: `MOST_IN_FIELD`. */
  most: z.int().positive().optional(),
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
  /** Filled by an import alone: what no column could take, or the names of the columns that a person has yet to settle. */
  fromSheet: z.enum(['leftover', 'unsettled']).optional(),
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

/**
 * What entries say to the report under one name, where that is no field of theirs. `of`: the field, or `stage.field`,
 * whose choices it holds; `values`: what else it may hold.
 */
const fact = z.strictObject({
  kind: z.enum(['date', 'choice', 'amount']),
  of: z.string().optional(),
  values: z.array(z.string()).optional(),
})
export type FactDefinition = z.infer<typeof fact>

export const registerDefinition = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  label: z.string().min(1),
  /** What is kept in it, where its name does not say it all. */
  about: z.string().optional(),
  /** One entry of it: 件, 条. */
  unit: z.string().min(1),
  /** Where it stands: always in sight, or under 更多台账 until it is used. */
  place: z.enum(['first', 'more']),
  /** The fields that make an entry's id, so that a figure typed on two PCs is one entry and not two. */
  identity: z.array(z.string()).min(1).optional(),
  /** Sets of fields: two entries in which all fields of a set are filled and equal are likely one, written twice. */
  same: z.array(z.array(z.string()).min(1)).optional(),
  /** Fields that, filled and unlike in both, tell two entries apart that agree in a set of several fields. */
  apart: z.array(z.string()).optional(),
  fields: z.array(registerField).min(1),
  stages: z.array(stageDefinition).optional(),
  /** Where entries are read before they count (the clock of a request); absent: their fields are what they say. */
  facts: z.record(z.string(), fact).optional(),
})
export type RegisterDefinition = z.infer<typeof registerDefinition>

/** The field of this key; throws where the register has none. */
export function fieldOf(register: RegisterDefinition, key: string): RegisterField {
  const field = register.fields.find((one) => one.key === key)
  if (field === undefined) throw new Error(`register ${register.id} has no field ${key}`)
  return field
}
