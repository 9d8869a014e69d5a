import { builtIn } from '../built-in.ts'
import { formById as byId, formForYear as forYear } from '../catalogue.ts'
import type { Form } from './form.ts'

/** The official forms this program knows, oldest first. */
export const forms: readonly Form[] = builtIn.forms

/** The form with this id, or null where it is not known. */
export const formById = (id: string): Form | null => byId(forms, id)

/** The form that a report of this year must use, or null before the first one. */
export const formForYear = (year: number): Form | null => forYear(forms, year)
