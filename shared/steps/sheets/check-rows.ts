import type { RegisterDefinition } from '../../catalogue/registers/register-definition.ts'
import { fail, ok, type Result } from '../../values/result.ts'
import { type Cell, cellText, isBlank, type SheetTable } from './cell.ts'
import type { ReadSetting } from './read-cell.ts'
import { rowReader, type SheetRow } from './read-row.ts'
import { sameKeys } from './same-entries.ts'
import { type SheetProblem, sheetLimits } from './sheet-problem.ts'
import { type WordAnswers, withAnswers } from './unknown-words.ts'

/** How the rows of a sheet are to be read. */
export interface SheetPlan {
  /** First row below the headings, from 0. */
  readonly firstRow: number
  /** By column of the file: id of the register's column, or null for one that is not imported. */
  readonly columns: readonly (string | null)[]
  /** By id of a column that the file has not: what stands in every row. */
  readonly constants: Readonly<Record<string, string>>
  /** What the clerk said of words that are none of a column's choices. */
  readonly words?: WordAnswers
}

export interface CheckedRow extends SheetRow {
  /** Row of the file in which the same entry stands before; null where none does. */
  readonly likeRow: number | null
  /** See `sameKeys`. */
  readonly keys: readonly string[]
}

export interface CheckedSheet {
  readonly rows: readonly CheckedRow[]
  /** Rows of sums (合计) that were passed over, by their row of the file. */
  readonly sums: readonly number[]
}

/** Rows after which progress is told, and a cancelled check ends. */
const PORTION = 500

const sumWords = /^[合总小共累]\s*计\s*[:：]?$/

/** Reads and checks every row of a sheet. What is wrong with a row is its flaw, never a problem of the whole. */
export async function checkRows(
  register: RegisterDefinition,
  table: SheetTable,
  { firstRow, columns, constants, words }: SheetPlan,
  setting: ReadSetting,
  onProgress: (done: number, total: number) => void | Promise<void> = () => {},
): Promise<Result<CheckedSheet, SheetProblem>> {
  const filled = filledRows(table, firstRow, columns)
  if (filled.length > sheetLimits.rows) return fail({ code: 'too-many-rows', rows: filled.length })
  if (filled.length === 0) return fail({ code: 'empty' })
  const read = rowReader(register, columns, constants, setting)
  const answered = withAnswers(columns, words)
  const keysOf = sameKeys(register)
  const rows: CheckedRow[] = []
  const sums: number[] = []
  const firstWith = new Map<string, number>()
  for (const [done, index] of filled.entries()) {
    if (done % PORTION === 0) await onProgress(done, filled.length)
    const cells = table.rows[index] ?? []
    const row = read(answered(cells), index + 1)
    if (sumWords.test(firstText(cells))) {
      sums.push(index + 1)
      continue
    }
    const keys = keysOf(row)
    const likeRow = keys.reduce<number | null>((found, key) => found ?? firstWith.get(key) ?? null, null)
    for (const key of keys) if (!firstWith.has(key)) firstWith.set(key, index + 1)
    rows.push({ ...row, likeRow, keys })
  }
  await onProgress(filled.length, filled.length)
  return ok({ rows, sums })
}

/** Rows that hold something in a column that is imported: a list's formatted tail and its signature line are none. */
function filledRows(table: SheetTable, firstRow: number, columns: readonly (string | null)[]): number[] {
  const wanted = columns.flatMap((id, at) => (id === null ? [] : [at]))
  const filled: number[] = []
  for (let index = firstRow; index < table.rows.length; index += 1) {
    const row = table.rows[index]
    if (row === undefined || isBlank(row)) continue
    if (wanted.some((at) => cellText(row[at]) !== '')) filled.push(index)
  }
  return filled
}

const firstText = (cells: readonly Cell[]): string => cellText(cells.find((cell) => cellText(cell) !== ''))
