import type { Facts } from '../../../shared/steps/derive/entry-facts.ts'
import type { ListNarrow } from '../../kit/session/view.ts'

/** Whether an entry is among those that a figure elsewhere led to. */
export function isWithin({ is, within }: ListNarrow, facts: Facts | null): boolean {
  if (facts === null) return false
  return (
    Object.entries(is).every(([fact, value]) => facts[fact] === value) &&
    Object.entries(within).every(([fact, period]) => facts[fact]?.startsWith(period) === true)
  )
}
