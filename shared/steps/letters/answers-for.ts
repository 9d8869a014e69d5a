import { type Catalogue, formForYear } from '../../catalogue/catalogue.ts'
import { HEADING_ENDS } from '../../catalogue/forms/cell-name.ts'
import { GENERAL_ANSWER, membersOf } from '../../catalogue/forms/form-sets.ts'
import type { AnswerWording } from '../../catalogue/letters/letter-schema.ts'
import { choiceLabel, yearTyped } from '../../catalogue/registers/choices-in.ts'
import { fieldNamed } from '../../catalogue/registers/facts-of-register.ts'
import type { RequestStage } from '../../model/entry/request.ts'

/** What answers a decision, and what its wordings say of the outcome. */
export interface Answers {
  /** The first one where the clerk chooses none; never empty. */
  readonly wordings: readonly AnswerWording[]
  /** As the form's row is called, without its number and the heading over it. */
  readonly outcome: string
  /** What the row says that it rests on; empty where it says nothing. */
  readonly article: string
}

/** The answers for a decision, as the form of its year says: those that its row names, else those of the row's group. */
export function answersFor(catalogue: Catalogue, decision: Extract<RequestStage, { kind: 'decision' }>): Answers {
  const { forms, registers, letters } = catalogue
  const field = registers.flatMap((register) => fieldNamed(register, 'decision.outcome') ?? [])[0]
  const year = yearTyped(decision.date)
  const form = year === null ? null : formForYear(forms, year)
  const rows = form === null || field?.choicesFrom === undefined ? [] : membersOf(form.sets, field.choicesFrom.of)
  const choice = rows.flatMap(({ choices }) => choices).find(({ value }) => value === decision.outcome)
  const names = choice?.answers ?? [decision.outcome, GENERAL_ANSWER]
  const wordings = names.flatMap((name) => (letters.answers[name] === undefined ? [] : [letters.answers[name]]))[0]
  return {
    wordings: wordings ?? [],
    outcome: bare(choiceLabel(field ?? {}, year, decision.outcome)),
    article: choice?.article ?? '',
  }
}

/** 属于国家秘密, of （三）不予公开：1.属于国家秘密. */
function bare(label: string): string {
  return (label.split(HEADING_ENDS).at(-1) ?? label).replace(/^(（.+?）|\d+\.)/, '')
}
