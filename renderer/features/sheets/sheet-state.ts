import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { type CheckedRow, type CheckedSheet, placeKey } from '../../../shared/steps/sheets/check-rows.ts'
import type { Proposal } from '../../../shared/steps/sheets/propose-plan.ts'
import { isShared, sheetColumns } from '../../../shared/steps/sheets/sheet-columns.ts'
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
  /** Hidden in the file: in none of the other piles, and imported only where a person says so. */
  readonly hidden: readonly CheckedRow[]
  /** What the entry that is there already is called, by `placeKey`. */
  readonly stored: ReadonlyMap<string, string>
  readonly passedOver: CheckedSheet['passedOver']
}

/** Which rows are taken besides those that are new. */
export interface MoreRows {
  readonly duplicates: boolean
  readonly hidden: boolean
}

/** Each row into one pile: what is there already first, whatever else is wrong with it. */
export function sortRows({ rows, passedOver }: CheckedSheet, stored: ReadonlyMap<string, string>): SortedRows {
  const isDuplicate = (row: CheckedRow): boolean => row.likeRow !== null || stored.has(placeKey(row))
  const seen = rows.filter(({ isHidden }) => !isHidden)
  const fresh = seen.filter((row) => !isDuplicate(row))
  return {
    good: fresh.filter(({ flaws }) => flaws.length === 0),
    bad: fresh.filter(({ flaws }) => flaws.length > 0),
    duplicate: seen.filter(isDuplicate),
    hidden: rows.filter(({ isHidden }) => isHidden),
    stored,
    passedOver,
  }
}

/** Columns that must be filled and that the file has not. Of a stage none: it need not be in the file. */
export function missingColumns(register: RegisterDefinition, columns: readonly (string | null)[]) {
  return sheetColumns(register).filter(
    ({ id, field, stage }) => stage === null && field.required === true && !columns.includes(id),
  )
}

/** A file's column means this column of the register, which no other then means, but where several may (姓名, 名称). */
export function tellColumn(
  register: RegisterDefinition,
  told: ColumnChoices,
  at: number,
  id: string | null,
): ColumnChoices {
  const isAlone = id !== null && !isShared(register, id)
  const columns = told.columns.map((other, i) => (i === at ? id : other === id && isAlone ? null : other))
  return { ...told, columns }
}
