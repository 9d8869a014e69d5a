import { z } from '../../values/parse.ts'
import type { Layer } from './report.ts'

/**
 * A report being worked on. Record id: unit, year and layer. Groups, each stamped alone:
 *   `cell:<key>` what was typed · `supplement:<key>` · `statement:<table>` ("none") · `remark:<key>` · `note:<table>`
 *   `title:<section>` · `blank` · `signOff` · `narrative:<key>`
 *   `override:<key>` why a derived figure was typed over
 *   `reason:<finding id>` why an error stands · `adjust:<key>` (layer `total`) an `Adjustment`
 * Totals that follow from their parts are not stored; a total that was typed or imported is, and is checked.
 */
export interface ReportId {
  readonly unit: string
  readonly year: number
  readonly layer: Layer
}

/** `420921001000|2020|own`. */
export function reportRecordId({ unit, year, layer }: ReportId): string {
  return `${unit}|${year}|${layer}`
}

/** The desk's own change to a sum: `by` is added to what the units sent, visibly and with a reason. */
export const adjustment = z.strictObject({
  /** Integer for counts, decimal string for money; may be negative. */
  by: z.union([z.int(), z.string().regex(/^-?\d+(\.\d{1,6})?$/)]),
  reason: z.string().min(1).max(500),
})
export type Adjustment = z.infer<typeof adjustment>
