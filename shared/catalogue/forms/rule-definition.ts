import { z } from '../../values/parse.ts'

/** The rows of a table that are of a set, or its columns; `*`: all of them. */
export const setReference = z.union([
  z.strictObject({ table: z.string(), rows: z.string() }),
  z.strictObject({ table: z.string(), columns: z.string() }),
])
export type SetReference = z.infer<typeof setReference>

/** `{name}` in a key stands for each value that is listed under that name, or for the key of each member of a set. */
export const forEach = z.record(z.string(), z.union([z.array(z.string()).min(1), setReference])).optional()
export type ForEach = z.infer<typeof forEach>

const term = z.union([
  z.string(),
  z.strictObject({
    cell: z.string(),
    /** Absent: this year's. */
    of: z.literal('last-year').optional(),
    minus: z.boolean().optional(),
    /** One term for each of these. */
    forEach,
  }),
])
export type TermDefinition = z.infer<typeof term>

const severity = z.enum(['error', 'warning'])
/** When a rule is run: on every report; with last year's report; on the text; at the desk; when finalising. */
const occasion = z.enum(['always', 'last-year', 'narrative', 'desk', 'finalise'])

const equation = z.strictObject({
  code: z.string().min(1).max(60),
  severity,
  occasion: z.enum(['always', 'last-year']),
  /** `equal`: left = right. `at-least`: left ≥ right. */
  check: z.enum(['equal', 'at-least']),
  forEach,
  /** The total, or the left side. */
  left: z.array(term).min(1),
  /** The parts, or the right side. */
  right: z.array(term).min(1),
  /** Left is one total of this report and right are its parts: the total is computed as the parts are typed. */
  totals: z.boolean().optional(),
  /** What must hold, as a clerk would say it: of a rule that the program has no words for. */
  says: z.string().min(1).max(200).optional(),
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
