/** Why a form, a register or the rest of a catalogue does not hold together. Wording: `catalogueProblemText()`. */
export const catalogueProblemCodes = [
  /** Not of the shape that its data has; `detail`: where. */
  'bad-shape',
  /** A form or register of this id is there already. */
  'same-id',
  /** Another form begins in the same year. */
  'same-year',
  /** A table without its section, or a section that is not one of a report's; `detail`: its id. */
  'unknown-section',
  /** Two cells have the same key. */
  'same-cell',
  /** A table has fewer columns for labels than its rows have levels. */
  'narrow-labels',
  /** A rule or derivation names a cell or a figure of the supplement that the form has not. */
  'unknown-cell',
  /** A rule, derivation or register names a table, row or set of rows or columns that the form has not. */
  'unknown-set',
  /** A row in no total, that derives from nothing, and is not said to be typed. */
  'uncounted-row',
  /** A register offers something, or a stage ends an entry, that no row counts. */
  'uncounted-choice',
  /** A total is part of itself. */
  'endless-total',
  /** A figure derives twice, or is a total too. */
  'derived-twice',
  /** A derivation or field names a register that is not there. */
  'unknown-register',
  /** A derivation names a field that its register has not. */
  'unknown-field',
  /** A derivation asks for a value that its field never holds. */
  'unknown-value',
  /** A rule that the program has neither logic nor words for. */
  'unknown-rule',
  /** A row names an answer that the letters have not. */
  'unknown-answer',
  /** A register contradicts itself. */
  'bad-register',
  /** Days off that are not a year's. */
  'bad-days',
] as const
export type CatalogueProblemCode = (typeof catalogueProblemCodes)[number]

export interface CatalogueProblem {
  readonly code: CatalogueProblemCode
  /** Id of the form or register that it is of; empty: of neither. */
  readonly of: string
  /** What it is about: a cell key, a field, a path in the data. */
  readonly detail: string
}

/** Gathers what is wrong with one form or register. */
export type Tell = (code: CatalogueProblemCode, detail: string) => void
