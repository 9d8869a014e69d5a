import type { Groups } from '../../record/groups.ts'
import { parseHlc } from '../../record/hlc.ts'
import type { Writing } from '../../record/writing.ts'

/** Who wrote something into a record, and when (milliseconds since 1970). */
export interface Written {
  readonly author: string
  readonly time: number
  /** Code of the unit that wrote in another's books (代填); null: the unit itself. */
  readonly actingUnit: string | null
}

/** Who began a record and who changed it last; null where nothing was ever written. */
export function whoWrote(groups: Groups): { readonly began: Written; readonly changed: Written } | null {
  const writings = Object.values(groups).flatMap((stamped) => [stamped.began ?? stamped, stamped])
  const sorted = writings.sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
  const [began, changed] = [sorted[0], sorted.at(-1)]
  return began === undefined || changed === undefined ? null : { began: read(began), changed: read(changed) }
}

/** Who wrote what stands in a group, and when. */
export function writtenIn(writing: Writing): Written {
  return read(writing)
}

function read({ author, stamp, actingUnit }: Writing): Written {
  return { author, time: parseHlc(stamp)?.time ?? 0, actingUnit: actingUnit ?? null }
}
