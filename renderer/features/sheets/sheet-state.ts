import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { UnknownWord, WordAnswers } from '../../../shared/steps/sheets/cells/unknown-words.ts'
import type { Proposal } from '../../../shared/steps/sheets/columns/propose-plan.ts'
import { isShared } from '../../../shared/steps/sheets/columns/sheet-columns.ts'
import { type CheckedRow, type CheckedSheet, placeKey } from '../../../shared/steps/sheets/rows/check-rows.ts'
import type { KnownRow } from '../../../shared/steps/sheets/rows/match-rows.ts'
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
  /** Of entries that are there already and say something else. */
  readonly changed: readonly CheckedRow[]
  readonly same: readonly CheckedRow[]
  /** Like a row above them, which is a new one. */
  readonly duplicate: readonly CheckedRow[]
  /** Hidden in the file and not in the register: imported only where a person says so. */
  readonly hidden: readonly CheckedRow[]
  /** By `placeKey` of a row, what is there already. */
  readonly known: ReadonlyMap<string, KnownRow>
  /** Every row in the order of the file. */
  readonly all: readonly CheckedRow[]
  readonly passedOver: CheckedSheet['passedOver']
}

/** Which rows the clerk takes besides those that are new and sound. */
export interface Chosen {
  readonly bad: boolean
  readonly duplicates: boolean
  readonly hidden: boolean
  /** By `placeKey`, rows whose entries are updated. */
  readonly updated: ReadonlySet<string>
}

/** The rows that make entries, in the order of the file, and those that change one. */
export function chosenRows({ good, bad, duplicate, hidden, known, all }: SortedRows, chosen: Chosen) {
  const taken = new Set([
    ...good,
    ...(chosen.bad ? bad : []),
    ...(chosen.duplicates ? duplicate : []),
    ...(chosen.hidden ? hidden : []),
  ])
  const updates = all.flatMap((row) => {
    const one = chosen.updated.has(placeKey(row)) ? known.get(placeKey(row)) : undefined
    return one === undefined ? [] : [{ ...one.update, row: row.row, id: one.stored.entry.id }]
  })
  return { rows: all.filter((row) => taken.has(row)), updates }
}

/** Each row into one pile: what is there already first, whatever else is wrong with it. */
export function sortRows({ rows, passedOver }: CheckedSheet, known: ReadonlyMap<string, KnownRow>): SortedRows {
  const knownOf = (row: CheckedRow): KnownRow | undefined => known.get(placeKey(row))
  const isChanged = (row: CheckedRow): boolean => (knownOf(row)?.changes.length ?? 0) > 0
  const there = rows.filter((row) => knownOf(row) !== undefined)
  const others = rows.filter((row) => knownOf(row) === undefined)
  const seen = others.filter(({ isHidden }) => !isHidden)
  const fresh = seen.filter(({ likeRow }) => likeRow === null)
  return {
    good: fresh.filter(({ flaws }) => flaws.length === 0),
    bad: fresh.filter(({ flaws }) => flaws.length > 0),
    changed: there.filter(isChanged),
    same: there.filter((row) => !isChanged(row)),
    duplicate: seen.filter(({ likeRow }) => likeRow !== null),
    hidden: others.filter(({ isHidden }) => isHidden),
    known,
    all: rows,
    passedOver,
  }
}

/** Whether an update of the entry would write anything: something differs that the entry does not keep. */
export const isUpdatable = ({ changes }: KnownRow): boolean => changes.some(({ kept }) => kept === null)

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
