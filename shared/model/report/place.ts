import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { z } from '../../values/parse.ts'
import { isSupplementKey } from './report-json.ts'

/** What a finding, a reason or a comment is about. A screen goes there, and it is told apart by `placeId`. */
export type Place =
  /** The report as a whole: its form, its year. */
  | { readonly kind: 'report' }
  | { readonly kind: 'cell'; readonly cell: CellKey }
  /** A table as a whole, by the id that its section has too. */
  | { readonly kind: 'table'; readonly table: string }
  /** A text, by its section; the preface has none in the form and is one all the same. */
  | { readonly kind: 'section'; readonly section: string }
  /** A figure of 补充数字, by its key. */
  | { readonly kind: 'supplement'; readonly figure: string }
  | { readonly kind: 'entry'; readonly register: string; readonly entry: string }

const name = z.string().min(1).max(200)

/** A place as a file names it; `readPlace` says whether the form has it. */
export const placeJson = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('report') }),
  z.strictObject({ kind: z.literal('cell'), cell: name }),
  z.strictObject({ kind: z.literal('table'), table: name }),
  z.strictObject({ kind: z.literal('section'), section: name }),
  z.strictObject({ kind: z.literal('supplement'), figure: name }),
  z.strictObject({ kind: z.literal('entry'), register: name, entry: name }),
])
export type PlaceJson = z.infer<typeof placeJson>

/** The place that a file names; null where the form has no such cell, table or figure. */
export function readPlace(form: Form, json: PlaceJson): Place | null {
  switch (json.kind) {
    case 'cell': {
      const cell = form.key(json.cell)
      return cell === null ? null : { kind: 'cell', cell }
    }
    case 'table':
      return form.tables.some(({ id }) => id === json.table) ? json : null
    case 'supplement':
      return isSupplementKey(form, json.figure) ? json : null
    default:
      return json
  }
}

/** Tells places apart, the same from one check to the next: `cell:requests.granted.person`, `table:disputes`. */
export function placeId(place: Place): string {
  switch (place.kind) {
    case 'report':
      return 'report'
    case 'cell':
      return `cell:${place.cell}`
    case 'table':
      return `table:${place.table}`
    case 'section':
      return `section:${place.section}`
    case 'supplement':
      return `supplement:${place.figure}`
    case 'entry':
      return `entry:${place.register}/${place.entry}`
  }
}

/** The section of the form that a place lies in; null where it lies in none. */
export function sectionOf(form: Form, place: Place): string | null {
  switch (place.kind) {
    case 'cell':
      return form.cells.get(place.cell)?.table ?? null
    case 'table':
      return place.table
    case 'section':
      return place.section
    case 'report':
    case 'supplement':
    case 'entry':
      return null
  }
}
