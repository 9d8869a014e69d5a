import { z } from '../values/parse.ts'
import { fail, ok, type Result } from '../values/result.ts'
import type { Catalogue } from './catalogue.ts'
import type { CatalogueData } from './catalogue-data.ts'
import type { CatalogueProblem, Tell } from './catalogue-problem.ts'
import { checkDerivations } from './check-derivations.ts'
import { compileDays, daysData } from './days/days.ts'
import { compileForm } from './forms/compile-form.ts'
import type { Form } from './forms/form.ts'
import { formDefinition } from './forms/form-definition.ts'
import { answersNamed, GENERAL_ANSWER } from './forms/form-sets.ts'
import { letterWordingsSchema } from './letters/letter-schema.ts'
import { compileRegister } from './registers/compile-register.ts'
import { registerDefinition } from './registers/register-definition.ts'

/** Whose problem it is; `''`: of no form or register. */
type TellOf = (of: string) => Tell

/** Makes pure data into the one value that everything reads, or says all that does not hold together in it. */
export function compileCatalogue(data: unknown): Result<Catalogue, readonly CatalogueProblem[]> {
  const problems: CatalogueProblem[] = []
  const tellOf: TellOf = (of) => (code, detail) => {
    const isTold = problems.some((one) => one.code === code && one.of === of && one.detail === detail)
    if (!isTold) problems.push({ code, of, detail })
  }
  const read = readData(data, tellOf)
  if (read === null) return fail(problems)
  checkOrder(read, tellOf)
  // Which form is whose year's is not known then: what else is said would be of the wrong one.
  if (problems.length > 0) return fail(problems)
  const forms = compileForms(read, tellOf)
  const registers = read.registers.map((register) => compileRegister(register, forms, tellOf(register.id)))
  const days = compileDays(read.days, tellOf(''))
  for (const form of forms) {
    checkDerivations(form, registers, tellOf(form.id))
    checkAnswers(form, read, tellOf(form.id))
  }
  return problems.length > 0 ? fail(problems) : ok({ data: read, forms, registers, letters: read.letters, days })
}

const parts = z.strictObject({
  forms: z.array(z.unknown()).min(1),
  registers: z.array(z.unknown()).min(1),
  letters: letterWordingsSchema,
  days: daysData,
})

/** The data in its shape, each form and register told of by its own name; null where something is not of its shape. */
function readData(data: unknown, tellOf: TellOf): CatalogueData | null {
  const whole = parts.safeParse(data)
  if (!whole.success) {
    tellOf('')('bad-shape', placeOf(whole.error))
    return null
  }
  const forms = whole.data.forms.map((form) => readPart(formDefinition, form, tellOf))
  const registers = whole.data.registers.map((register) => readPart(registerDefinition, register, tellOf))
  const isWhole = [...forms, ...registers].every((part) => part !== null)
  const { letters, days } = whole.data
  return isWhole
    ? {
        forms: forms.filter((form) => form !== null),
        registers: registers.filter((one) => one !== null),
        letters,
        days,
      }
    : null
}

const named = z.looseObject({ id: z.string() })

function readPart<T>(schema: z.ZodType<T>, part: unknown, tellOf: TellOf): T | null {
  const parsed = schema.safeParse(part)
  if (parsed.success) return parsed.data
  tellOf(named.safeParse(part).data?.id ?? '')('bad-shape', placeOf(parsed.error))
  return null
}

/** Where in the data, as far in as it is known: `tables.1.blocks.0.rows.2.key`. */
function placeOf({ issues: [issue] }: z.ZodError): string {
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : []
  return [...(issue?.path ?? []), ...keys].join('.')
}

/** Each form has an id and a first year of its own; of two that share one, the later in the data is told of. */
function checkOrder({ forms }: CatalogueData, tellOf: TellOf): void {
  for (const [place, { id, from }] of forms.entries()) {
    const before = forms.slice(0, place)
    if (before.some((one) => one.id === id)) tellOf(id)('same-id', id)
    else if (before.some((one) => one.from === from)) tellOf(id)('same-year', String(from))
  }
}

/** Oldest first; a form's first year ends the one before it. */
function compileForms({ forms }: CatalogueData, tellOf: TellOf): Form[] {
  const inOrder = forms.toSorted((a, b) => a.from - b.from)
  return inOrder.map((definition, place) => {
    const next = inOrder[place + 1]
    return compileForm(definition, next === undefined ? null : next.from - 1, tellOf(definition.id))
  })
}

function checkAnswers({ definition }: Form, { letters }: CatalogueData, tell: Tell): void {
  for (const name of [GENERAL_ANSWER, ...answersNamed(definition)]) {
    if (!Object.hasOwn(letters.answers, name)) tell('unknown-answer', name)
  }
}
