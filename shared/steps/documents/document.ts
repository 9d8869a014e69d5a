import type { CellKey, GridBox } from '../../catalogue/forms/form.ts'

/** A box of a printed table: a label as the form has it, or a figure as it is printed. */
export type PrintedBox =
  | Extract<GridBox, { kind: 'label' }>
  | {
      readonly kind: 'figure'
      readonly key: CellKey
      /** `28`, `--`, `1592万元`, or what a blank is printed as. */
      readonly text: string
      /** Printed behind the figure with its brackets: `（含自然失效29件）`; else empty. */
      readonly remark: string
      readonly colSpan: number
      readonly rowSpan: number
    }

export interface PrintedLine {
  readonly kind: 'head' | 'body'
  readonly boxes: readonly PrintedBox[]
}

/** A box of a form that is filled in by hand or by us: a label, or what stands behind it (empty: room to write). */
export interface FormBox {
  readonly kind: 'label' | 'text'
  readonly text: string
  readonly colSpan: number
}

/** A finished document, independent of paper and file type, from top to bottom. */
export type DocumentNode =
  /** `newPage`: of a part that is torn off, which begins on a page of its own. */
  | { readonly kind: 'title'; readonly text: string; readonly newPage?: true }
  /** The document number (文号), centred under the title. */
  | { readonly kind: 'reference'; readonly text: string }
  /** Whom a letter addresses: from the left edge. */
  | { readonly kind: 'salutation'; readonly text: string }
  /** Level 1 is a section (一、), level 2 a heading inside it (（一）). */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  /** `lead` is a heading that runs on into its text: `（一）主动公开。`; else empty. */
  | { readonly kind: 'paragraph'; readonly lead: string; readonly text: string }
  | {
      readonly kind: 'table'
      readonly id: string
      /** For those who cannot see it: the section's title. */
      readonly caption: string
      /** Relative widths of the grid's columns. */
      readonly widths: readonly number[]
      readonly lines: readonly PrintedLine[]
    }
  /** A form to fill in: `widths` as in a table; a line with `room` is high enough to sign or write in. */
  | {
      readonly kind: 'form'
      readonly id: string
      readonly caption: string
      readonly widths: readonly number[]
      readonly lines: readonly { readonly room: boolean; readonly boxes: readonly FormBox[] }[]
    }
  /** Stands under a table. */
  | { readonly kind: 'note'; readonly text: string }
  /** `date` as printed; either may be empty. */
  | { readonly kind: 'sign-off'; readonly unit: string; readonly date: string }
