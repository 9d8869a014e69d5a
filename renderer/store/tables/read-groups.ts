import type { Entity } from '../../../shared/journal/frame.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import type { Database } from './database.ts'
import { readRows } from './read-rows.ts'

/** The groups of one record as the store has them; an unknown record has none. */
export async function readGroups(database: Database, entity: Entity, record: string): Promise<Groups> {
  const row = await tableOf(database, entity).get(record)
  return row?.groups ?? {}
}

/** The groups of records in their order. */
export async function readManyGroups(
  database: Database,
  entity: Entity,
  records: readonly string[],
): Promise<readonly Groups[]> {
  const rows = await readRows<{ readonly id: string; readonly groups: Groups }>(tableOf(database, entity), records)
  return rows.map((row) => row?.groups ?? {})
}

/** All records of an entity. */
export function readAllGroups(
  database: Database,
  entity: Entity,
): Promise<readonly { readonly id: string; readonly groups: Groups }[]> {
  return tableOf(database, entity).toArray()
}

function tableOf(database: Database, entity: Entity) {
  switch (entity) {
    case 'unit':
      return database.units
    case 'report':
      return database.reports
    case 'package':
      return database.packages
    case 'final':
      return database.finals
    case 'export':
      return database.exports
    case 'desk':
      return database.desks
    case 'entry':
      return database.entries
    case 'catalogue':
      return database.catalogue
    case 'run':
      return database.runs
  }
}
