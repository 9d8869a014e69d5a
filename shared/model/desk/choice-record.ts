import { type Groups, groupValue } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'
import type { Choice } from '../package/piles.ts'
import type { Layer } from '../report/report.ts'

/** Whose submissions a desk decides on. */
export interface DeskPlace {
  /** The unit's code at the desk. */
  readonly unit: string
  readonly year: number
  readonly layer: Layer
}

const id = z.string().regex(/^[0-9a-f]{64}$/)
const choice = z.strictObject({ id, seen: z.array(id) })

/** What a desk decided on a unit's submissions: entity `desk`, record `unit|year|layer`. Group `counts`: a `Choice`. */
export function deskRecordId({ unit, year, layer }: DeskPlace): string {
  return `${unit}|${year}|${layer}`
}

/** Null where nothing was decided. */
export function readChoice(groups: Groups): Choice | null {
  const parsed = choice.safeParse(groupValue(groups, 'counts'))
  return parsed.success ? parsed.data : null
}
