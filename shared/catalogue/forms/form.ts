import type { Falls } from './derivation-definition.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormSets } from './form-sets.ts'
import type { FigureKind } from './table-definition.ts'

declare const cellKey: unique symbol
/** `table.row.column`, known to belong to a form: only `compileForm` and `Form.key` make one. */
export type CellKey = string & { readonly [cellKey]: true }

/** One figure of a form. */
export interface Cell {
  readonly key: CellKey
  readonly table: string
  readonly row: string
  readonly column: string
  readonly kind: FigureKind
  readonly unit: string
  /** Labels from the outer group to the row itself, verbatim. */
  readonly rowLabels: readonly string[]
  readonly columnLabels: readonly string[]
  readonly mayNotApply: boolean
  readonly optionalRow: boolean
  /** Nothing derives it, and no total need take it in. */
  readonly typed: boolean
}

/** One box of a printed table. */
export type GridBox =
  | {
      readonly kind: 'label'
      /** `heading` spans the table; `corner` stands over the row labels. */
      readonly role: 'heading' | 'corner' | 'column' | 'row'
      readonly text: string
      readonly colSpan: number
      readonly rowSpan: number
      readonly vertical: boolean
    }
  | { readonly kind: 'figure'; readonly key: CellKey; readonly colSpan: number; readonly rowSpan: number }

/** One line of a printed table. `optional` lines are left out where all their figures are empty. */
export interface GridLine {
  readonly kind: 'head' | 'body'
  readonly boxes: readonly GridBox[]
  readonly optional: boolean
}

/** A table as it is printed, typed into and exported: lines of boxes with spans, figures in printed order. */
export interface Table {
  readonly id: string
  readonly numeral: string
  /** 表三. */
  readonly name: string
  readonly title: string
  readonly widths: readonly number[]
  readonly lines: readonly GridLine[]
  /** Cells in the order of the form, line by line. */
  readonly cells: readonly CellKey[]
}

/** One summand: a cell of this year's report or of last year's. Last year's key may be of another form. */
export type Term =
  | { readonly of: 'this-year'; readonly key: CellKey; readonly minus: boolean }
  | { readonly of: 'last-year'; readonly key: string; readonly minus: boolean }

/** A rule of the form `left = right` or `left ≥ right`, with its cells filled in. */
export interface Equation {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly occasion: 'always' | 'last-year'
  readonly relation: 'equal' | 'at-least'
  readonly left: readonly Term[]
  readonly right: readonly Term[]
}

/** A total and its parts, from rules marked `totals`. */
export interface Total {
  /** The rule that it is of. */
  readonly code: string
  readonly key: CellKey
  readonly parts: readonly CellKey[]
}

/** Which entries a measure takes: a fact holds one of some values, or a date falls (or does not) in a stretch. */
export type Condition =
  | { readonly field: string; readonly oneOf: readonly string[] }
  | { readonly date: string; readonly falls: Falls; readonly holds: boolean }

/** What a figure is made of: entries counted (`summed` null) or a fact of theirs summed, or a stock carried in. */
export type Measure =
  | { readonly register: string; readonly summed: string | null; readonly where: readonly Condition[] }
  | { readonly opening: string; readonly lastYear: readonly string[] }

/** How one figure derives: a cell of the form, or with `cell` null a figure of its supplement. */
export interface Derivation {
  readonly key: string
  readonly cell: CellKey | null
  readonly plus: readonly Measure[]
  readonly minus: readonly Measure[]
}

/** A form ready for use: every expansion done, every key known. */
export interface Form {
  readonly id: string
  /** Report years for which it is the right one; `to` is null while it is in force. */
  readonly years: { readonly from: number; readonly to: number | null }
  readonly definition: FormDefinition
  readonly sets: FormSets
  readonly tables: readonly Table[]
  /** In the order of the form. */
  readonly cells: ReadonlyMap<CellKey, Cell>
  readonly equations: readonly Equation[]
  /** In an order in which each can be computed after the ones it is made of. */
  readonly totals: readonly Total[]
  readonly derivations: readonly Derivation[]
  /** The branded key, or null where the form has no such cell. */
  key(text: string): CellKey | null
}
