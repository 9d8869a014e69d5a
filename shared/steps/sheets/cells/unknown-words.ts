import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import { type Cell, cellText } from '../cell.ts'
import { columnById } from '../columns/sheet-columns.ts'
import type { SheetRow } from '../rows/read-row.ts'

/** A word in a column of choices that is none of them: the clerk is asked once what it means. */
export interface UnknownWord {
  /** Id of the column, see sheet-columns.ts. */
  readonly column: string
  readonly word: string
  /** How many rows have it. */
  readonly rows: number
}

/** By column, then by word: the choice that it means, or `''` where it means nothing. What nobody said is absent. */
export type WordAnswers = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The words of checked rows that are among no choices, column by column, the most frequent first. */
export function unknownWords(register: RegisterDefinition, rows: readonly SheetRow[]): readonly UnknownWord[] {
  const byColumn = new Map<string, Map<string, number>>()
  for (const { fields, flaws } of rows) {
    for (const { column, code, text } of flaws) {
      if (code !== 'unknown-choice') continue
      const counts = byColumn.get(column) ?? new Map<string, number>()
      byColumn.set(column, counts)
      for (const word of wordsIn(register, column, fields[column], text)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...byColumn].flatMap(([column, counts]) =>
    [...counts].map(([word, count]) => ({ column, word, rows: count })).sort((a, b) => b.rows - a.rows),
  )
}

/** Of several choices in one cell those that are none. */
function wordsIn(register: RegisterDefinition, id: string, value: unknown, text: string): readonly string[] {
  if (!Array.isArray(value)) return [text]
  const choices = new Set(columnById(register, id)?.field.choices?.map((choice) => choice.value))
  return value.filter((one) => !choices.has(one))
}

/** What the cells of a row say once its words are answered. `columns`: by column of the file, the register's. */
export function withAnswers(
  columns: readonly (string | null)[],
  answers: WordAnswers | undefined,
): (cells: readonly Cell[]) => readonly Cell[] {
  const asked = columns.flatMap((id, at) => {
    const words = id === null ? undefined : answers?.get(id)
    return words === undefined ? [] : [{ at, words }]
  })
  if (asked.length === 0) return (cells) => cells
  return (cells) => {
    const said = [...cells]
    for (const { at, words } of asked) {
      const text = cellText(cells[at])
      if (text !== '') said[at] = words.get(text) ?? partsAnswered(text, words)
    }
    return said
  }
}

/** Several words in one cell, each with its answer. */
function partsAnswered(text: string, words: ReadonlyMap<string, string>): string {
  return text
    .split(/([、,，;；/|+\s]+)/)
    .map((part) => words.get(part) ?? part)
    .join('')
}
