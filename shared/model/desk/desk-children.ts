import type { Form } from '../../catalogue/forms/form.ts'
import { blankTablesOf, type PackageSummary } from '../package/package-summary.ts'
import { type Choice, sortPiles } from '../package/piles.ts'
import { codesOf, type Unit } from '../unit/unit-record.ts'
import { deskRecordId } from './choice-record.ts'

/** One unit below a desk, and what it has sent. */
export interface DeskChild {
  readonly unit: Unit
  /** `undecided`: it has sent several files, and none of them counts. `blank`: a table came with neither a figure nor 全表为0. */
  readonly state: 'missing' | 'undecided' | 'blank' | 'received'
  /** Ids of those tables. */
  readonly blankTables: readonly string[]
  /** What counts. */
  readonly current: PackageSummary | null
  /** What does not follow on it: a person has to say which is right. */
  readonly waiting: readonly PackageSummary[]
  /** How many different files of it are here, the current one included. */
  readonly files: number
  /** How many of the others carry the current one's number with other content. */
  readonly sameNumber: number
}

/**
 * What each unit has sent. A unit that gathers reports itself submits its total, so a file of layer `total` counts
 * before its own figures. `choices`: what the desk decided, by `deskRecordId()`.
 */
export function deskChildren(
  form: Form,
  year: number,
  units: readonly Unit[],
  packages: readonly PackageSummary[],
  choices: ReadonlyMap<string, Choice>,
): readonly DeskChild[] {
  const byUnit = Map.groupBy(packages, (received) => received.unit.code)
  return units.map((unit) => {
    const all = codesOf(unit)
      .flatMap((code) => byUnit.get(code) ?? [])
      .filter((one) => one.form === form.id)
    const layer = all.some((one) => one.layer === 'total') ? 'total' : 'own'
    const files = all.filter((one) => one.layer === layer)
    const choice = choices.get(deskRecordId({ unit: unit.code, year, layer })) ?? null
    const { counted, waiting } = sortPiles(files, choice)
    const blankTables = counted === null ? [] : blankTablesOf(counted)
    const numbered = files.filter(({ revision }) => revision === counted?.revision)
    return {
      unit,
      state: stateOf(all.length, counted, blankTables),
      blankTables,
      current: counted,
      waiting,
      files: all.length,
      sameNumber: Math.max(0, numbered.length - 1),
    }
  })
}

function stateOf(files: number, counted: unknown, blankTables: readonly string[]): DeskChild['state'] {
  if (counted === null) return files === 0 ? 'missing' : 'undecided'
  return blankTables.length > 0 ? 'blank' : 'received'
}
