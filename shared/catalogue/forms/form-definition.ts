import { z } from '../../values/parse.ts'

/**
 * An official form as pure data: what it is called, its sections, tables, rules and how its cells derive from the
 * registers. It serialises to JSON, so that next year's form is one new file and can travel inside an assignment.
 * `compileForm()` turns it into the shape that screens, checks, print and exchange read.
 */

/** What a figure cell holds: a count ≥ 0, a change that may be negative, or an exact amount of money in `unit`. */
export const figureKind = z.enum(['count', 'change', 'money'])
export type FigureKind = z.infer<typeof figureKind>

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
})

const columnGroup = z.strictObject({
  label: z.string().min(1),
  get columns(): z.ZodArray<z.ZodUnion<[typeof columnLeaf, typeof columnGroup]>> {
    return z.array(z.union([columnLeaf, columnGroup]))
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
})

const rowGroup = z.strictObject({
  label: z.string().min(1),
  get rows(): z.ZodArray<z.ZodUnion<[typeof rowLeaf, typeof rowGroup]>> {
    return z.array(z.union([rowLeaf, rowGroup]))
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

const table = z.strictObject({
  /** Also the first part of its cells' keys, and the id of its section. */
  id: z.string().min(1),
  /** Relative widths of the printed grid's columns. */
  widths: z.array(z.number().positive()).min(1),
  /** Column labels over figures are set vertically in print, where columns are narrow. */
  verticalLabels: z.boolean().optional(),
  blocks: z.array(block).min(1),
})

const section = z.strictObject({
  id: z.string().min(1),
  /** Chinese numeral of the section; also names its table: 表二. */
  numeral: z.string().min(1),
  /** Default title; a unit may change it (`presentation`). */
  title: z.string().min(1),
  content: z.enum(['text', 'table']),
  /** Usual sub-headings of a text section. */
  headings: z.array(z.string()).optional(),
})

/** `{name}` in a key stands for each value that `forEach` lists under that name. */
const forEach = z.record(z.string(), z.array(z.string()).min(1)).optional()

const term = z.union([
  z.string(),
  z.strictObject({ cell: z.string(), of: z.enum(['this-year', 'last-year']), minus: z.boolean().optional() }),
])
export type TermDefinition = z.infer<typeof term>

const severity = z.enum(['error', 'warning'])
/** When a rule is run: on every report; with last year's report; on the text; at the desk; when finalising. */
const occasion = z.enum(['always', 'last-year', 'narrative', 'desk', 'finalise'])

const equation = z.strictObject({
  code: z.string(),
  severity,
  occasion,
  /** `equal`: left = right. `at-least`: left ≥ right. */
  check: z.enum(['equal', 'at-least']),
  forEach,
  /** The total, or the left side. */
  left: z.array(term).min(1),
  /** The parts, or the right side. */
  right: z.array(term).min(1),
  /** Left is one total of this report and right are its parts: the total is computed as the parts are typed. */
  totals: z.boolean().optional(),
})

const outlier = z.strictObject({
  code: z.literal('outlier'),
  severity,
  occasion,
  check: z.literal('outlier'),
  factor: z.number(),
  difference: z.number(),
})

const named = z.strictObject({
  code: z.string(),
  severity,
  occasion,
  /** The rule's logic is code of its name; the form says that it applies and how severe it is. */
  check: z.literal('named'),
})

export const ruleDefinition = z.discriminatedUnion('check', [equation, outlier, named])
export type RuleDefinition = z.infer<typeof ruleDefinition>

/**
 * The language in which a cell derives from the registers. An entry of a register is a set of fields; a condition
 * picks entries, a measure counts or sums them. A date (or a period: `2020`, `2020-03`) compares by its year with the
 * statistics year, 1 January to 31 December in Beijing: `within` it, `before` it, or `by-end` (before it or within). A
 * field without a date falls in none of them, so that `fallsNot` holds for it. A figure with several measures derives
 * only where every register they name is kept and every opening is known.
 */
const condition = z.union([
  z.strictObject({ field: z.string(), is: z.string() }),
  z.strictObject({ field: z.string(), oneOf: z.array(z.string()).min(1) }),
  z.strictObject({ date: z.string(), falls: z.enum(['within', 'before', 'by-end']) }),
  z.strictObject({ date: z.string(), fallsNot: z.enum(['within', 'before', 'by-end']) }),
])
export type Condition = z.infer<typeof condition>

const measure = z.union([
  z.strictObject({ count: z.string(), where: z.array(condition) }),
  z.strictObject({ sum: z.string(), field: z.string(), where: z.array(condition) }),
  /**
   * A stock that the unit carries in (期初). In the year for which the opening register has it, that is what was typed
   * there: the unit's first year, the form's first year, or a recount. In every other year it is the sum of
   * `lastYear`, cells of last year's report (accepted, or else as it stands). Last year's form may not have those
   * cells (对外公开总数量 of 2020 is no 现行有效件数 of 2021): the stock is then unknown until somebody types it.
   */
  z.strictObject({ opening: z.string(), lastYear: z.array(z.string()).min(1) }),
])
export type Measure = z.infer<typeof measure>

const derivation = z.strictObject({
  forEach,
  cell: z.string(),
  plus: z.array(measure).min(1),
  minus: z.array(measure).optional(),
})
export type DerivationDefinition = z.infer<typeof derivation>

const supplementFigure = z.strictObject({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['count', 'money']),
  unit: z.string(),
})

export const formDefinition = z.strictObject({
  id: z.string().min(1),
  /** Report years for which this form is the right one; `to` is null while it is in force. */
  years: z.strictObject({ from: z.int(), to: z.int().nullable() }),
  /** `{unit}` and `{year}` are replaced. */
  title: z.string(),
  sections: z.array(section).min(1),
  tables: z.array(table).min(1),
  supplement: z.array(supplementFigure),
  rules: z.array(ruleDefinition),
  derivations: z.array(derivation),
  /** How an empty figure is printed unless the unit says otherwise. */
  blank: z.enum(['', '0', '/']),
})
export type FormDefinition = z.infer<typeof formDefinition>
