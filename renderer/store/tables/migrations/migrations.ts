import { firstTables } from './0001-first-tables.ts'
import { entriesTable } from './0002-entries.ts'
import { entryFacts } from './0003-entry-facts.ts'
import { entryLists } from './0004-entry-lists.ts'
import { flawedEntries } from './0005-flawed-entries.ts'
import { runsAndCatalogue } from './0006-runs-and-catalogue.ts'
import { desksTable } from './0007-desks.ts'
import { summariesTables } from './0008-summaries.ts'
import { conflictsTable } from './0009-conflicts.ts'
import type { Migration } from './migration.ts'

/** In order, 1, 2, 3 … without gaps. */
export const migrations: readonly Migration[] = [
  firstTables,
  entriesTable,
  entryFacts,
  entryLists,
  flawedEntries,
  runsAndCatalogue,
  desksTable,
  summariesTables,
  conflictsTable,
]
