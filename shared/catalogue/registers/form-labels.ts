import type { Cell } from '../forms/form.ts'
import { forms } from '../forms/forms.ts'
import type { Choice } from './register-definition.ts'

function cellOf(key: string): Cell {
  const form = forms.find(({ definition }) => definition.years.to === null)
  const known = form?.key(key) ?? null
  const cell = known === null ? undefined : form?.cells.get(known)
  if (cell === undefined) throw new Error(`the form in force has no cell ${key}`)
  return cell
}

/** Choices labelled as the form in force prints its rows, without the heading over all of them. */
export function rowChoices(values: readonly string[], keyOf: (value: string) => string): Choice[] {
  return values.map((value) => ({ value, label: cellOf(keyOf(value)).rowLabels.slice(1).join(' ') }))
}

/** Choices labelled as the form in force prints its columns: from the heading at `depth` on. */
export function columnChoices(values: readonly string[], keyOf: (value: string) => string, depth: number): Choice[] {
  return values.map((value) => ({ value, label: cellOf(keyOf(value)).columnLabels.slice(depth).join(' ') }))
}
