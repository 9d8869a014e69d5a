import { readUnit, type Unit } from '../../../shared/model/unit/unit-record.ts'
import type { Database, UnitRow } from './database.ts'

/** Every unit this PC knows, top down: each one followed by the units below it, siblings in their order. */
export async function readUnits(database: Database): Promise<Unit[]> {
  const units = unitsOf(await database.units.toArray())
  const known = new Set(units.map(({ code }) => code))
  const below = Map.groupBy(units, ({ profile }) =>
    profile.parent !== null && known.has(profile.parent) ? profile.parent : null,
  )
  const listed: Unit[] = []
  const list = (parent: string | null): void => {
    for (const unit of below.get(parent) ?? []) {
      listed.push(unit)
      list(unit.code)
    }
  }
  list(null)
  // Units that stand above each other in a circle hang on nothing; they are shown all the same.
  const reached = new Set(listed)
  return [...listed, ...units.filter((unit) => !reached.has(unit))]
}

/** Null: no such unit. */
export async function readOneUnit(database: Database, code: string): Promise<Unit | null> {
  const row = await database.units.get(code)
  return row === undefined ? null : readUnit(code, row.groups)
}

/** The units right below one. */
export async function readChildren(database: Database, parent: string): Promise<Unit[]> {
  return unitsOf(await database.units.where('parent').equals(parent).toArray())
}

function unitsOf(rows: readonly UnitRow[]): Unit[] {
  return rows
    .flatMap(({ id, groups }) => readUnit(id, groups) ?? [])
    .sort((a, b) => a.profile.order - b.profile.order || (a.code < b.code ? -1 : 1))
}
