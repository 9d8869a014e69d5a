import { compileForm } from './compile-form.ts'
import type { Form } from './form.ts'
import { form2019 } from './form-2019.ts'
import { form2021 } from './form-2021.ts'

/** The official forms this program knows, oldest first. A new year's form is one more file and one more line. */
export const forms: readonly Form[] = [form2019, form2021].map(compileForm)

/** The form with this id, or null where it is not known. */
export function formById(id: string): Form | null {
  return forms.find((form) => form.id === id) ?? null
}

/** The form that a report of this year must use, or null before the first one. */
export function formForYear(year: number): Form | null {
  return (
    forms.find(({ definition: { years } }) => year >= years.from && (years.to === null || year <= years.to)) ?? null
  )
}
