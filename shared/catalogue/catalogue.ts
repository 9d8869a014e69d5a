import type { CatalogueData } from './catalogue-data.ts'
import type { Days } from './days/days.ts'
import type { Form } from './forms/form.ts'
import type { LetterWordings } from './letters/letter-schema.ts'
import type { RegisterDefinition } from './registers/register-definition.ts'

/**
 * What is known: the official forms, the registers, the letters' wordings and the days off, as one value that holds
 * together. It is opened with the store and passed on; who uses it imports no part of it.
 */
export interface Catalogue {
  /** What it was made from. */
  readonly data: CatalogueData
  /** Oldest first, each the right one until the next begins. */
  readonly forms: readonly Form[]
  /** In the order of the screens, with the choices that the forms give them. */
  readonly registers: readonly RegisterDefinition[]
  readonly letters: LetterWordings
  readonly days: Days
}

/** The form with this id, or null where it is not known. */
export function formById(forms: readonly Form[], id: string): Form | null {
  return forms.find((form) => form.id === id) ?? null
}

/** The form that a report of this year must use, or null before the first one. */
export function formForYear(forms: readonly Form[], year: number): Form | null {
  return forms.find(({ years: { from, to } }) => year >= from && (to === null || year <= to)) ?? null
}

/** The register of this id, or null where it is not known: entries of a newer program stay, and count nowhere. */
export function registerById(registers: readonly RegisterDefinition[], id: string): RegisterDefinition | null {
  return registers.find((register) => register.id === id) ?? null
}

/** The register of this id, for an edit. Throws where it is not known: a newer program's entries are shown, not edited. */
export function knownRegister(registers: readonly RegisterDefinition[], id: string): RegisterDefinition {
  const known = registerById(registers, id)
  if (known === null) throw new Error(`no register ${id}`)
  return known
}
