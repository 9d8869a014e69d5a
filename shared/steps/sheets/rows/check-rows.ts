import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import { fail, ok, type Result } from '../../../values/result.ts'
import type { SheetTable } from '../cell.ts'
import { dayAnchor } from '../cells/day-anchor.ts'
import type { ReadSetting } from '../cells/read-cell.ts'
import { type WordAnswers, withAnswers } from '../cells/unknown-words.ts'
import { type FigureGiven, figureFields } from '../columns/figure-columns.ts'
import { type SheetProblem, sheetLimits } from '../sheet-problem.ts'
import { fileRows } from './file-rows.ts'
import type { PassedOver } from './passed-over.ts'
import { rowReader, type SheetRow } from './read-row.ts'
import { sameKeys } from './same-entries.ts'

/** A sheet of the file that is read, and its first row below the headings, from 0. */
export interface SheetPart {
  readonly sheet: number
  readonly firstRow: number
  /** The year that its title names: of which days without one are. */
  readonly year: number | null
}

/** How the rows of a file are to be read. */
export interface SheetPlan {
  readonly parts: readonly SheetPart[]
  /** By column of the file: id of the register's column, or null for one that is not imported. */
  readonly columns: readonly (string | null)[]
  /** By column of the file, what its heading says: the same line once more below is no row. */
  readonly headings: readonly string[]
  /** By column of the file, the unit of money that its heading names. */
  readonly units: readonly (string | null)[]
  /** By column of the file, what its heading says of each figure below it: a statistics sheet has months across. */
  readonly given: readonly (FigureGiven | null)[]
  /** The column that says in what each row is counted; null: none does. */
  readonly unitAt: number | null
  /** By id of a column that the file has not: what stands in every row. */
  readonly constants: Readonly<Record<string, string>>
  /** What the clerk said of words that are none of a column's choices. */
  readonly words?: WordAnswers
}

/**
 * Where a row stands. `sheet`: its name where several are read, and the heading of its figure where a row holds several,
 * else `''`; `row` of the file from 1.
 */
export interface RowPlace {
  readonly sheet: string
  readonly row: number
}

/** A row's place as a key. */
export const placeKey = ({ sheet, row }: RowPlace): string => `${row} ${sheet}`

export interface CheckedRow extends SheetRow, RowPlace {
  /** Where the same entry stands before in the file; null where it does not. */
  readonly likeRow: RowPlace | null
  /** A filter, or a person, has hidden it. */
  readonly isHidden: boolean
}

export interface CheckedSheet {
  readonly rows: readonly CheckedRow[]
  /** Rows that are no entries. */
  readonly passedOver: readonly (RowPlace & { readonly why: PassedOver })[]
}

/** What a check needs besides the tables; days count from where each of them says. */
export type CheckedBy = Omit<ReadSetting, 'from1904'>

/** Rows after which progress is told, and a cancelled check ends. */
const PORTION = 500

/** Reads and checks every row of a file. What is wrong with a row is its flaw, never a problem of the whole. */
export async function checkRows(
  register: RegisterDefinition,
  tables: readonly SheetTable[],
  plan: SheetPlan,
  setting: CheckedBy,
  onProgress: (done: number, total: number) => void | Promise<void> = () => {},
): Promise<Result<CheckedSheet, SheetProblem>> {
  const found = plan.parts.flatMap((part) => {
    const table = tables[part.sheet]
    return table === undefined ? [] : [{ table, part, lines: fileRows(register, table, part.firstRow, plan) }]
  })
  const total = found.reduce((sum, { lines }) => sum + lines.filter(({ why }) => why !== 'outside').length, 0)
  if (total > sheetLimits.rows) return fail({ code: 'too-many-rows', rows: total })
  if (total === 0) return fail({ code: 'empty' })
  const keysOf = sameKeys(register)
  const rows: CheckedRow[] = []
  const over: CheckedSheet['passedOver'][number][] = []
  const firstWith = new Map<string, RowPlace>()
  let done = 0
  for (const { table, part, lines } of found) {
    const { year } = part
    const anchor = year === null ? setting.anchor : dayAnchor(year, setting.today)
    const readers = readersOf(register, plan, { ...setting, anchor, from1904: table.from1904 })
    const name = found.length > 1 ? table.name : ''
    for (const { index, cells, why } of lines) {
      if (done % PORTION === 0) await onProgress(done, total)
      done += 1
      const row = index + 1
      if (why !== null) {
        over.push({ sheet: name, row, why })
        continue
      }
      const before = rows.length
      for (const { heading, read } of readers) {
        const made = read(cells, row)
        if (made === null) continue
        const place = { sheet: [name, heading].filter((text) => text !== '').join(' '), row }
        const keys = keysOf(made)
        const likeRow = keys.flatMap(({ sought }) => sought.flatMap((key) => firstWith.get(key) ?? []))[0] ?? null
        const isHidden = table.isHidden || table.hidden.has(index)
        // What is in sight is no repetition of what is not.
        for (const key of isHidden ? [] : keys.flatMap(({ own }) => own)) {
          if (!firstWith.has(key)) firstWith.set(key, place)
        }
        rows.push({ ...made, ...place, likeRow, isHidden })
      }
      if (rows.length === before) over.push({ sheet: name, row, why: 'no-figure' })
    }
  }
  if (rows.length > sheetLimits.rows) return fail({ code: 'too-many-rows', rows: rows.length })
  await onProgress(total, total)
  return ok({ rows, passedOver: over })
}

interface Reader {
  /** `''` where a row is one entry. */
  readonly heading: string
  /** Null where the row counts nothing in this column. */
  readonly read: (cells: SheetTable['rows'][number] & object, row: number) => SheetRow | null
}

/** One reader where a row is one entry; where headings say what the figures below them are, one for each of these columns. */
function readersOf(register: RegisterDefinition, plan: SheetPlan, setting: ReadSetting): readonly Reader[] {
  const { columns, headings, units, given, unitAt, constants, words } = plan
  const figure = figureFields(register)?.figure
  const across = columns.flatMap((id, at) => {
    const said = given[at] ?? null
    return id !== null && id === figure && said !== null ? [{ at, said }] : []
  })
  if (across.length === 0) {
    const read = rowReader(register, { columns, constants, units, unitAt }, setting)
    const answered = withAnswers(columns, words)
    return [{ heading: '', read: (cells, row) => read(answered(cells), row) }]
  }
  return across.map(({ at, said }): Reader => {
    const own = columns.map((id, i) => (id === figure && i !== at ? null : id))
    const read = rowReader(register, { columns: own, constants: { ...constants, ...said }, units, unitAt }, setting)
    const answered = withAnswers(own, words)
    return {
      heading: headings[at] ?? '',
      read: (cells, row) => {
        const made = read(answered(cells), row)
        return figure === undefined || made.fields[figure] === undefined ? null : made
      },
    }
  })
}
