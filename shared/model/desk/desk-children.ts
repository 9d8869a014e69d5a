import type { Form } from '../../catalogue/forms/form.ts'
import type { ReceivedPackage } from '../package/package-record.ts'
import { currentRevision } from '../package/revision-order.ts'
import { NOT_APPLICABLE, type Report } from '../report/report.ts'
import { codesOf, type Unit } from '../unit/unit-record.ts'

/** One unit below a desk, and what it has sent. */
export interface DeskChild {
  readonly unit: Unit
  /** `blank`: a table came with neither a figure nor 全表为0. */
  readonly state: 'missing' | 'blank' | 'received'
  /** Ids of those tables. */
  readonly blankTables: readonly string[]
  /** What counts: the newest file. */
  readonly current: ReceivedPackage | null
  /** How many different files of it are here, the current one included. */
  readonly files: number
  /** How many of the others carry the current one's number with other content. */
  readonly sameNumber: number
}

/**
 * What each unit has sent. A unit that gathers reports itself submits its total, so a file of layer `total` counts
 * before its own figures.
 */
export function deskChildren(
  form: Form,
  units: readonly Unit[],
  packages: readonly ReceivedPackage[],
): readonly DeskChild[] {
  const byUnit = Map.groupBy(packages, (received) => received.unit.code)
  return units.map((unit) => {
    const all = codesOf(unit)
      .flatMap((code) => byUnit.get(code) ?? [])
      .filter(({ report }) => report.form === form.id)
    const totals = all.filter(({ layer }) => layer === 'total')
    const current = currentRevision(totals.length > 0 ? totals : all)
    if (current === null) {
      return { unit, state: 'missing', blankTables: [], current, files: 0, sameNumber: 0 }
    }
    const { layer, revision } = current
    const numbered = all.filter((one) => one.layer === layer && one.revision === revision)
    const blankTables = blankTablesOf(form, current.report)
    return {
      unit,
      state: blankTables.length > 0 ? 'blank' : 'received',
      blankTables,
      current,
      files: all.length,
      sameNumber: numbered.length - 1,
    }
  })
}

function blankTablesOf(form: Form, { cells, statements }: Report): string[] {
  return form.tables
    .filter(({ id, cells: keys }) => {
      const isBlank = keys.every((key) => (cells[key] ?? null) === null || cells[key] === NOT_APPLICABLE)
      return isBlank && !statements.includes(id)
    })
    .map(({ id }) => id)
}
