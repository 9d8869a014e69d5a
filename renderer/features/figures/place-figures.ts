import { fail, ok, type Result } from '../../../shared/values/result.ts'
import { type FigureRow, isTyped, type TypedFigure } from './figure-grid.ts'

/** A column of the grid: a month from 0, or the whole year. */
export type FigureColumn = number | 'year'

/** Why a block was not pasted. Nothing of it is then taken. Row and column count from 1 within the block. */
export type PlaceProblem =
  | { readonly code: 'nothing' }
  | { readonly code: 'too-wide' | 'too-tall'; readonly room: number }
  | { readonly code: 'no-figure'; readonly row: number; readonly column: number; readonly text: string }

export interface PlacedFigures {
  readonly figures: readonly TypedFigure[]
  /** Names that came along and are no subject's: their figures are not taken. */
  readonly unknown: readonly string[]
}

/**
 * Puts a block as Excel copies it right of and below a cell. Where its first column holds names of subjects, rows are taken
 * by name, in whatever order they are, and what no subject is called is left out and named; else line by line. Blank cells
 * empty their figure.
 */
export function placeFigures(
  rows: readonly FigureRow[],
  columns: readonly FigureColumn[],
  start: { readonly row: number; readonly column: number },
  block: readonly (readonly string[])[],
): Result<PlacedFigures, PlaceProblem> {
  const pasted = withoutEmptyEnd(block)
  if (pasted.length === 0) return fail({ code: 'nothing' })
  const named = byName(rows, columns, pasted)
  const lines =
    named?.lines ?? pasted.map((texts, index) => ({ at: start.row + index, texts, place: start.column, line: index }))
  const placed: TypedFigure[] = []
  for (const { at, texts, place, line } of lines) {
    const row = rows[at]
    if (row === undefined) return fail({ code: 'too-tall', room: rows.length - start.row })
    for (const [index, text] of texts.entries()) {
      const column = columns[place + index]
      if (column === undefined) {
        // Beside names stand units and remarks: only figures need room.
        if (text.trim() === '' || (named !== null && !isFigure(text))) continue
        return fail({ code: 'too-wide', room: columns.length - place })
      }
      if (isTyped(row, column)) {
        const { period } = column === 'year' ? row.year : (row.months[column] ?? row.year)
        placed.push({ subject: row.subject, period, text })
      } else if (text.trim() !== '' && !isSum(row, column)) {
        return fail({ code: 'no-figure', row: line + 1, column: index + 1, text })
      }
    }
  }
  return ok({ figures: placed, unknown: named?.unknown ?? [] })
}

/** Whether a text begins as a number does: 86, 1,234, 86件. */
const isFigure = (text: string): boolean => /^[+-−]?\d/.test(text.normalize('NFKC').trim())

/** The column of sums may come along with its months: the program adds them itself. */
function isSum(row: FigureRow, column: FigureColumn): boolean {
  return column === 'year' && row.subject.yearly !== true
}

interface Line {
  readonly at: number
  readonly texts: readonly string[]
  readonly place: number
  readonly line: number
}

/**
 * Null where the first column holds no subject's name, or figures. The figures start at the grid's first column; where the
 * grid has one column, the first figure of a row is its own, wherever it stands.
 */
function byName(
  rows: readonly FigureRow[],
  columns: readonly FigureColumn[],
  pasted: readonly (readonly string[])[],
): { readonly lines: readonly Line[]; readonly unknown: readonly string[] } | null {
  const lines: Line[] = []
  const unknown: string[] = []
  for (const [line, [name = '', ...texts]] of pasted.entries()) {
    if (isFigure(name) || texts.length === 0) return null
    const at = rows.findIndex(({ subject }) => sameName(subject.label, name))
    const own = columns.length === 1 ? [texts.find(isFigure) ?? texts[0] ?? ''] : texts
    if (at >= 0) lines.push({ at, texts: own, place: 0, line })
    // A heading has no figures, and nothing of it is lost.
    else if (texts.some(isFigure)) unknown.push(name.trim())
  }
  return lines.length === 0 ? null : { lines, unknown }
}

/** 网站 is 网站公开: offices write their sheets shorter. */
function sameName(label: string, name: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').replace(/\s|\(.*\)/g, '')
  const [own, given] = [plain(label), plain(name)]
  return given !== '' && (own === given || own === `${given}公开`)
}

/** Without the empty rows and columns at the end that a wide selection in Excel brings along. */
function withoutEmptyEnd(block: readonly (readonly string[])[]): string[][] {
  const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === ''
  const height = block.findLastIndex((texts) => !texts.every(isEmpty)) + 1
  const kept = block.slice(0, height)
  const width = Math.max(0, ...kept.map((texts) => texts.findLastIndex((text) => !isEmpty(text)) + 1))
  return kept.map((texts) => Array.from({ length: width }, (_, index) => texts[index] ?? ''))
}
