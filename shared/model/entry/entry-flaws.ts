import type { Choice, RegisterDefinition, RegisterField } from '../../catalogue/registers/register-definition.ts'
import type { Entry, FieldValue } from './entry-record.ts'
import { type FieldFlaw, fieldValueFlaw, formFlaw } from './field-flaw.ts'
import { stageValues } from './stage-values.ts'

/**
 * What is wrong with an entry, by field key; of its stages `decision.outcome`. A flawed field does not count, as if it were
 * empty; the entry stays as it was typed. Sealed fields are not looked into.
 */
export function entryFlaws(
  register: RegisterDefinition,
  { fields, stages = [] }: Pick<Entry, 'fields'> & Partial<Pick<Entry, 'stages'>>,
): Map<string, FieldFlaw> {
  const flaws = new Map<string, FieldFlaw>()
  for (const field of register.fields) {
    const value = fields[field.key]
    const flaw =
      value === undefined
        ? field.required && !field.personal
          ? 'missing'
          : null
        : fieldValueFlaw(field, value, chosen(register, field, fields))
    if (flaw !== null) flaws.set(field.key, flaw)
  }
  // What a field must agree with is looked at once each is known to be sound by itself.
  for (const { key, needs, notBefore } of register.fields) {
    const value = fields[key]
    if (value === undefined || flaws.has(key)) continue
    const earlier = notBefore === undefined || flaws.has(notBefore) ? undefined : fields[notBefore]
    if (earlier !== undefined && value < earlier) flaws.set(key, 'too-early')
    else if (needs !== undefined && fields[needs] === undefined) flaws.set(key, 'alone')
  }
  for (const field of register.fields) {
    const flaw = flaws.has(field.key) ? null : formFlaw(field, fields)
    if (flaw !== null) flaws.set(field.key, flaw)
  }
  for (const { stage } of stages) {
    for (const field of register.stages?.find(({ kind }) => kind === stage.kind)?.fields ?? []) {
      const flaw = formFlaw(field, stageValues(stage))
      if (flaw !== null) flaws.set(`${stage.kind}.${field.key}`, flaw)
    }
  }
  return flaws
}

/** The choice that decides what a `figure` or a `month` holds. */
function chosen(
  register: RegisterDefinition,
  { figureOf }: RegisterField,
  fields: Readonly<Record<string, FieldValue>>,
): Choice | null {
  if (figureOf === undefined) return null
  const choices = register.fields.find(({ key }) => key === figureOf)?.choices
  return choices?.find(({ value }) => value === fields[figureOf]) ?? null
}

/**
 * The id of a new entry: made of its identity where the register has one and those fields are sound, so that the same
 * figure typed twice is one entry; else `fresh`, which the caller draws at random.
 */
export function newEntryId(
  register: RegisterDefinition,
  fields: Readonly<Record<string, FieldValue>>,
  fresh: string,
): string {
  const { identity } = register
  if (identity === undefined) return fresh
  const flaws = entryFlaws(register, { fields })
  if (identity.some((key) => flaws.has(key) || fields[key] === undefined)) return fresh
  return identity.map((key) => fields[key]).join('/')
}
