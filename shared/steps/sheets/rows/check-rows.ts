import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import { fail, ok, type Result } from '../../../values/result.ts'
import { type Cell, cellText, isBlank, type SheetTable } from '../cell.ts'
import type { ReadSetting } from '../cells/read-cell.ts'
import { type WordAnswers, withAnswers } from '../cells/unknown-words.ts'
import { isRowCount } from '../columns/row-count.ts'
import { type SheetProblem, sheetLimits } from '../sheet-problem.ts'
import { type PassedOver, passedOver } from './passed-over.ts'
import { rowReader, type SheetRow } from './read-row.ts'
import { sameKeys } from './same-entries.ts'
import { spreadMerges } from './spread-merges.ts'

/** A sheet of the file that is read, and its first row below the headings, from 0. */
export interface SheetPart {
  readonly sheet: number
  readonly firstRow: number
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
  /** By id of a column that the file has not: what stands in every row. */
  readonly constants: Readonly<Record<string, string>>
  /** What the clerk said of words that are none of a column's choices. */
  readonly words?: WordAnswers
}

/** Where a row stands. `sheet`: its name where several are read, else `''`; `row` of the file from 1. */
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
  const { parts, columns, headings, units, constants, words } = plan
  const found = parts.flatMap(({ sheet, firstRow }) => {
    const table = tables[sheet]
    return table === undefined ? [] : [{ table, firstRow, ...filledRows(table, firstRow, plan) }]
  })
  const total = found.reduce((sum, { filled }) => sum + filled.length, 0)
  if (total > sheetLimits.rows) return fail({ code: 'too-many-rows', rows: total })
  if (total === 0) return fail({ code: 'empty' })
  const answered = withAnswers(columns, words)
  const keysOf = sameKeys(register)
  const rows: CheckedRow[] = []
  const over: CheckedSheet['passedOver'][number][] = []
  const firstWith = new Map<string, RowPlace>()
  let done = 0
  for (const { table, firstRow, filled, outside } of found) {
    const read = rowReader(register, columns, constants, { ...setting, from1904: table.from1904 }, units)
    const sheet = found.length > 1 ? table.name : ''
    const passed: CheckedSheet['passedOver'][number][] = outside.map((index) => ({
      sheet,
      row: index + 1,
      why: 'outside',
    }))
    const spread = spreadMerges(table, firstRow, filled)
    for (const index of filled) {
      if (done % PORTION === 0) await onProgress(done, total)
      done += 1
      const place = { sheet, row: index + 1 }
      const cells = spread.get(index) ?? table.rows[index] ?? []
      const why = passedOver(table.rows[index] ?? [], headings)
      if (why !== null) {
        passed.push({ ...place, why })
        continue
      }
      const row = read(answered(cells), place.row)
      const keys = keysOf(row)
      const likeRow = keys.flatMap(({ sought }) => sought.flatMap((key) => firstWith.get(key) ?? []))[0] ?? null
      for (const key of keys.flatMap(({ own }) => own)) if (!firstWith.has(key)) firstWith.set(key, place)
      rows.push({ ...row, ...place, likeRow, isHidden: table.hidden.has(index) })
    }
    over.push(...passed.sort((a, b) => a.row - b.row))
  }
  await onProgress(total, total)
  return ok({ rows, passedOver: over })
}

interface FilledRows {
  /** Something stands in a column that is imported. */
  readonly filled: readonly number[]
  /** Something stands there, but in none of them; a number of the row is nothing. */
  readonly outside: readonly number[]
}

function filledRows(table: SheetTable, firstRow: number, { columns, headings }: SheetPlan): FilledRows {
  const filled: number[] = []
  const outside: number[] = []
  for (let index = firstRow; index < table.rows.length; index += 1) {
    const row: readonly Cell[] | undefined = table.rows[index]
    if (row === undefined || isBlank(row)) continue
    const said = row.flatMap((cell, at) => (cellText(cell) === '' ? [] : [at]))
    if (said.some((at) => (columns[at] ?? null) !== null)) filled.push(index)
    else if (said.some((at) => !isRowCount(headings[at] ?? ''))) outside.push(index)
  }
  return { filled, outside }
}
