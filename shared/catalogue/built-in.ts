import type { Catalogue } from './catalogue.ts'
import type { CatalogueData } from './catalogue-data.ts'
import { compileCatalogue } from './compile-catalogue.ts'
import { nationalNotices } from './days/holidays.ts'
import { movableFeasts } from './days/movable-feasts.ts'
import { form2019 } from './forms/form-2019.ts'
import { form2021 } from './forms/form-2021.ts'
import { letterWordings } from './letters/letter-wordings.ts'
import { disputesRegister } from './registers/disputes.ts'
import { documentsRegister } from './registers/documents.ts'
import { figuresRegister } from './registers/figures.ts'
import { openingsRegister } from './registers/openings.ts'
import { requestsRegister } from './registers/requests.ts'

/** What this program brings. A new year's form or a new register is one more file and one more line here. */
export const builtInData: CatalogueData = {
  forms: [form2019, form2021],
  registers: [requestsRegister, figuresRegister, documentsRegister, disputesRegister, openingsRegister],
  letters: letterWordings,
  days: { notices: nationalNotices, feasts: movableFeasts },
}

/**
 * The catalogue that this program brings, for those who open one: the store, the command line, the sample, tests. Everybody
 * else is handed the catalogue that was opened, which an assignment may have added to.
 */
export function openBuiltIn(): Catalogue {
  const compiled = compileCatalogue(builtInData)
  if (!compiled.ok) throw new Error(`the catalogue does not hold together: ${JSON.stringify(compiled.problem)}`)
  return compiled.value
}
