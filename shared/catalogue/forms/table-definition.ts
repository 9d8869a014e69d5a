import { z } from '../../values/parse.ts'

/** What a figure cell holds: a count ≥ 0, a change that may be negative, or an exact amount of money in `unit`. */
export const figureKind = z.enum(['count', 'change', 'money'])
export type FigureKind = z.infer<typeof figureKind>

/**
 * A set: rows or columns that registers, rules and derivations mean together (`outcome`, `applicant`), so that one that is
 * added to a form is meant too. A group's set holds for everything below it; an own one stands before it.
 */
const set = z.string().min(1).optional()

/** How a choice that a row or column is, is called beside its label in sheets of others, and what answers it. */
const choiceShape = {
  /** What offices also call it: an import finds it by these too. */
  also: z.array(z.string().min(1)).optional(),
  /** Which of the letters' answers is sent; absent: the one of the choice's own name, else the group's, else the general one. */
  answer: z.string().min(1).optional(),
  /** The article that such an answer rests on: 第十四条. */
  article: z.string().min(1).optional(),
}

const rowChoice = z.strictObject({ value: z.string().min(1), label: z.string().min(1), ...choiceShape })

const columnLeaf = z.strictObject({
  /** Last part of the cell key; may hold dots (`review.upheld`). */
  key: z.string().min(1),
  /** Verbatim, as printed. */
  label: z.string().min(1),
  kind: figureKind,
  /** Unit of the figure: 件, 项, 个, 万元. */
  unit: z.string().min(1),
  /** Grid columns that the figure spans in print; 1 where absent. */
  span: z.int().positive().optional(),
  set,
  /** What a register stores where this column is chosen; its key where absent. */
  value: z.string().min(1).optional(),
  ...choiceShape,
  /** Its cells are typed: nothing derives them and no total need take them in. */
  typed: z.boolean().optional(),
})

const columnGroup = z.strictObject({
  label: z.string().min(1),
  set,
  get columns(): z.ZodArray<z.ZodUnion<readonly [typeof columnLeaf, typeof columnGroup]>> {
    return z.array(z.union([columnLeaf, columnGroup])).min(1)
  },
})

const rowLeaf = z.strictObject({
  /** Middle part of the cell key; may hold dots (`refused.stateSecret`) and is empty in a table of one row. */
  key: z.string(),
  /** Verbatim, as printed; empty in a table of one row. */
  label: z.string(),
  /** The row may be `n/a`, printed `--`: 规章 of a unit that makes none. */
  mayNotApply: z.boolean().optional(),
  /** The row is printed only where it holds something (其他主动公开文件 of some provinces). */
  optional: z.boolean().optional(),
  set,
  ...choiceShape,
  /** What a register offers that counts in this row; absent: one choice, the row itself. */
  choices: z.array(rowChoice).min(1).optional(),
  /** What counts in this row beside its choices: `withdrawal`. */
  counts: z.array(z.string().min(1)).optional(),
  /** Its cells are typed: nothing derives them and no total need take them in. */
  typed: z.boolean().optional(),
})

const rowGroup = z.strictObject({
  label: z.string().min(1),
  set,
  /** The answer of the rows below that name none. */
  answer: z.string().min(1).optional(),
  get rows(): z.ZodArray<z.ZodUnion<readonly [typeof rowLeaf, typeof rowGroup]>> {
    return z.array(z.union([rowLeaf, rowGroup])).min(1)
  },
})

export type ColumnLeaf = z.infer<typeof columnLeaf>
export type ColumnNode = ColumnLeaf | z.infer<typeof columnGroup>
export type RowLeaf = z.infer<typeof rowLeaf>
export type RowNode = RowLeaf | z.infer<typeof rowGroup>

const block = z.strictObject({
  /** Full-width row over the block: 第二十条第（一）项. */
  heading: z.string().optional(),
  /** What stands over the row labels: 信息内容, or the note on cross-footing. */
  corner: z.string().optional(),
  columns: z.array(z.union([columnLeaf, columnGroup])).min(1),
  rows: z.array(z.union([rowLeaf, rowGroup])).min(1),
})
export type Block = z.infer<typeof block>

export const tableDefinition = z.strictObject({
  /** Also the first part of its cells' keys, and the id of its section. */
  id: z.string().min(1),
  /** Relative widths of the printed grid's columns. */
  widths: z.array(z.number().positive()).min(1),
  /** Column labels over figures are set vertically in print, where columns are narrow. */
  verticalLabels: z.boolean().optional(),
  blocks: z.array(block).min(1),
})
export type TableDefinition = z.infer<typeof tableDefinition>
