import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { CheckedRow, CheckedSheet } from '../../../shared/steps/sheets/check-rows.ts'
import type { Proposal } from '../../../shared/steps/sheets/propose-plan.ts'
import { sheetColumns } from '../../../shared/steps/sheets/sheet-columns.ts'
import type { UnknownWord, WordAnswers } from '../../../shared/steps/sheets/unknown-words.ts'
import type { RegisterFit } from './sheet-work.ts'

/** What a clerk has told about the columns of a sheet. */
export interface ColumnChoices {
  readonly proposal: Proposal
  readonly columns: readonly (string | null)[]
  readonly constants: Readonly<Record<string, string>>
}

/** Words of the file that are none of a column's choices, and what the clerk said of them, now or before. */
export interface AskedWords {
  readonly words: readonly UnknownWord[]
  readonly answers: WordAnswers
}

/** Whether every word was answered. */
export function allAnswered({ words, answers }: AskedWords): boolean {
  return words.every(({ column, word }) => answers.get(column)?.has(word))
}

/** A word means this choice, or with `''` nothing; with null nobody knows. */
export function answerWord(
  { words, answers }: AskedWords,
  { column, word }: UnknownWord,
  answer: string | null,
): AskedWords {
  const own = new Map(answers.get(column))
  if (answer === null) own.delete(word)
  else own.set(word, answer)
  return { words, answers: new Map(answers).set(column, own) }
}

/** Where an import stands. */
export type SheetStep =
  | {
      readonly step: 'working'
      readonly what: 'reading' | 'checking' | 'saving'
      readonly done: number
      readonly total: number
    }
  | { readonly step: 'register'; readonly fits: readonly RegisterFit[] }
  | { readonly step: 'columns'; readonly proposals: readonly Proposal[]; readonly told: ColumnChoices }
  | {
      readonly step: 'words'
      readonly proposals: readonly Proposal[]
      readonly told: ColumnChoices
      readonly asked: AskedWords
    }
  | {
      readonly step: 'preview'
      readonly proposals: readonly Proposal[]
      readonly told: ColumnChoices
      readonly asked: AskedWords
      readonly sorted: SortedRows
    }
  | { readonly step: 'failed'; readonly message: string }

export interface SortedRows {
  readonly good: readonly CheckedRow[]
  readonly bad: readonly CheckedRow[]
  readonly duplicate: readonly CheckedRow[]
  /** What the entry that is there already is called, by row of the file. */
  readonly stored: ReadonlyMap<number, string>
  readonly sums: readonly number[]
}

/** Each row into one pile: what is there already first, whatever else is wrong with it. */
export function sortRows({ rows, sums }: CheckedSheet, stored: ReadonlyMap<number, string>): SortedRows {
  const isDuplicate = ({ row, likeRow }: CheckedRow): boolean => likeRow !== null || stored.has(row)
  const fresh = rows.filter((row) => !isDuplicate(row))
  return {
    good: fresh.filter(({ flaws }) => flaws.length === 0),
    bad: fresh.filter(({ flaws }) => flaws.length > 0),
    duplicate: rows.filter(isDuplicate),
    stored,
    sums,
  }
}

/** Columns that must be filled and that the file has not. Of a stage none: it need not be in the file. */
export function missingColumns(register: RegisterDefinition, columns: readonly (string | null)[]) {
  return sheetColumns(register).filter(
    ({ id, field, stage }) => stage === null && field.required === true && !columns.includes(id),
  )
}

/** A file's column means this column of the register, which no other then means. */
export function tellColumn(told: ColumnChoices, at: number, id: string | null): ColumnChoices {
  const columns = told.columns.map((other, i) => (i === at ? id : other === id ? null : other))
  return { ...told, columns }
}
