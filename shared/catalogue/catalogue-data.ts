import type { DaysData } from './days/days.ts'
import type { FormDefinition } from './forms/form-definition.ts'
import type { LetterWordings } from './letters/letter-schema.ts'
import type { RegisterDefinition } from './registers/register-definition.ts'

/** What is known, as pure data: it serialises to JSON, and a worker is handed it as it is. */
export interface CatalogueData {
  readonly forms: readonly FormDefinition[]
  readonly registers: readonly RegisterDefinition[]
  readonly letters: LetterWordings
  readonly days: DaysData
}
