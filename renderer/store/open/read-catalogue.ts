import type { CatalogueData } from '../../../shared/catalogue/catalogue-data.ts'
import { type OpenedCatalogue, openCatalogue } from '../../../shared/catalogue/open-catalogue.ts'
import { readFormRecord } from '../../../shared/model/catalogue/form-record.ts'
import type { Database } from '../tables/database.ts'

/** The catalogue with the forms that the journal brought, as the store has them. */
export async function readCatalogue(database: Database, data: CatalogueData): Promise<OpenedCatalogue> {
  const rows = await database.catalogue.toArray()
  const forms = rows.map(({ id, groups }) => readFormRecord(id, groups)).filter((form) => form !== null)
  return openCatalogue(data, forms)
}
