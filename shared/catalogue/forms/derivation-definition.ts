import { z } from '../../values/parse.ts'
import { forEach } from './rule-definition.ts'

const falls = z.enum(['within', 'before', 'by-end'])
export type Falls = z.infer<typeof falls>

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
  /** Holds one of the values that count in this row: those of its choices, and what it counts beside them. */
  z.strictObject({ field: z.string(), countsIn: z.strictObject({ table: z.string(), row: z.string() }) }),
  z.strictObject({ date: z.string(), falls }),
  z.strictObject({ date: z.string(), fallsNot: falls }),
])
export type ConditionDefinition = z.infer<typeof condition>

const measure = z.union([
  z.strictObject({ count: z.string(), where: z.array(condition) }),
  z.strictObject({ sum: z.string(), field: z.string(), where: z.array(condition) }),
  /**
   * A stock that the unit carries in (年初存量). In the year for which the opening register has it, that is what was typed
   * there: the unit's first year, the form's first year, or a recount. In every other year it is the sum of
   * `lastYear`, cells of last year's report (accepted, or else as it stands). Last year's form may not have those
   * cells (对外公开总数量 of 2020 is no 现行有效件数 of 2021): the stock is then unknown until somebody types it.
   */
  z.strictObject({ opening: z.string(), lastYear: z.array(z.string()).min(1) }),
])
export type MeasureDefinition = z.infer<typeof measure>

export const derivationDefinition = z.strictObject({
  forEach,
  cell: z.string(),
  plus: z.array(measure).min(1),
  minus: z.array(measure).optional(),
})
export type DerivationDefinition = z.infer<typeof derivationDefinition>
