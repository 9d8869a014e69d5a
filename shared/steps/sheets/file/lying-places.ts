import { sheetLimits } from '../sheet-problem.ts'

/** What the largest sheet has: ECMA-376 part 1, 18.18.7 and the limits of Excel 2007. */
const LAST = { row: 1_048_576, column: 16_384 } as const

/** Of a tag of a sheet's XML, as far as it says where it stands. */
const TAG = 200

/**
 * Whether a tag names a place that no sheet has: a row 2 000 000 000 costs a program that believes it all its memory.
 * `start`: where the tag begins; `name`: `row`, `col`, `c`.
 */
export function isLyingTag(xml: Uint8Array, start: number, name: 'row' | 'col'): boolean {
  const end = xml.indexOf(0x3e, start)
  const tag = String.fromCharCode(...xml.subarray(start, Math.min(end < 0 ? xml.length : end, start + TAG)))
  const attribute = name === 'row' ? /\sr="(\d+)"/ : /\smax="(\d+)"/
  return Number(attribute.exec(tag)?.[1] ?? 0) > LAST[name === 'row' ? 'row' : 'column']
}

/** The same of a merged range (A1:C3); how many rows it covers, null where it lies. */
export function mergedRows(xml: Uint8Array, start: number): number | null {
  const tag = String.fromCharCode(...xml.subarray(start, start + TAG))
  const [, top, bottom] = /\sref="[A-Z]{1,3}(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/.exec(tag) ?? []
  return top === undefined || bottom === undefined ? null : Number(bottom) - Number(top) + 1
}

/** A cell's place has three letters at most: `AAA1`. */
export function isLyingCell(xml: Uint8Array, start: number): boolean {
  // `<c r="`
  if (xml[start + 2] !== 0x72 || xml[start + 4] !== 0x22) return false
  const fourth = xml[start + 8] ?? 0
  return fourth >= 0x41 && fourth <= 0x5a
}

const jumps = /<(?:[a-z]+:)?(Row|Cell|Column)\b[^>]*?\b(?:Index|MergeAcross|MergeDown|Span)="(\d+)"/gi

/** The same of the XML of Excel 2003, which jumps over cells and rows by their number. */
export function hasLyingJump(text: string): boolean {
  for (const [, name = '', number] of text.matchAll(jumps)) {
    const most = /row/i.test(name) ? LAST.row : LAST.column
    if (Number(number) > most) return true
  }
  // A tag may name several.
  return /(Index|MergeAcross|MergeDown|Span)="\d{8,}"/i.test(text)
}

/** Merged ranges: so many that reading them costs minutes, or over more rows than a list has. */
export const isTooMerged = (ranges: number, rows: number): boolean =>
  ranges > sheetLimits.mergedRanges || rows > sheetLimits.merged
