import { canonicalJson } from '../values/canonical-json.ts'
import type { Result } from '../values/result.ts'
import type { Catalogue } from './catalogue.ts'
import type { CatalogueData } from './catalogue-data.ts'
import type { CatalogueProblem } from './catalogue-problem.ts'
import { compileCatalogue } from './compile-catalogue.ts'

/** The catalogue with one form more, or why that form does not hold together with the rest of it. */
export function addForm(data: CatalogueData, form: unknown): Result<Catalogue, readonly CatalogueProblem[]> {
  return compileCatalogue({ ...data, forms: [...data.forms, form] })
}

export interface OpenedCatalogue {
  readonly catalogue: Catalogue
  /** What is wrong with the forms that were left out. */
  readonly problems: readonly CatalogueProblem[]
}

/**
 * Opens a catalogue with the forms that were brought to it, in the order in which they came. One that does not hold
 * together (made for a newer program) is left out and named: its reports cannot be read until then, all others can. One
 * that the program has by now brings nothing. Throws where the program's own data does not hold together.
 */
export function openCatalogue(data: CatalogueData, brought: readonly unknown[]): OpenedCatalogue {
  const known = new Set(data.forms.map(canonicalJson))
  const unknown = brought.filter((form) => !known.has(canonicalJson(form)))
  const whole = compileCatalogue({ ...data, forms: [...data.forms, ...unknown] })
  if (whole.ok) return { catalogue: whole.value, problems: [] }
  const own = compileCatalogue(data)
  if (!own.ok) throw new Error(`the catalogue does not hold together: ${JSON.stringify(own.problem)}`)
  let catalogue = own.value
  const problems: CatalogueProblem[] = []
  for (const form of unknown) {
    const more = addForm(catalogue.data, form)
    if (more.ok) catalogue = more.value
    else problems.push(...more.problem)
  }
  return { catalogue, problems }
}
