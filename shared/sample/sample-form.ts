import { formById } from '../catalogue/catalogue.ts'
import type { Form } from '../catalogue/forms/form.ts'
import { xiaochang2020 } from './xiaochang-2020-figures.ts'

/** The form that the sample's reports are of. Throws where it is not among those that are known. */
export function sampleForm(forms: readonly Form[]): Form {
  const form = formById(forms, xiaochang2020.form)
  if (form === null) throw new Error(`the sample is of form ${xiaochang2020.form}`)
  return form
}
