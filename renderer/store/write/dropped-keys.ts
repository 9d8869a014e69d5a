import type { Desktop } from '../../../shared/desktop.ts'
import type { Change } from '../../../shared/journal/frame.ts'
import { sealedFields } from '../../../shared/model/entry/entry-record.ts'
import type { Json } from '../../../shared/values/json.ts'

/** Keys that the shell is asked for in one call. */
const BATCH = 20_000

/**
 * Whether a value is sealed under a key that was dropped, for those that changes bring. Where the keys can't be read
 * nothing is known of them, and all is kept as it is.
 */
export async function droppedAmong(
  desktop: Pick<Desktop, 'droppedKeys'>,
  changes: readonly Change[],
): Promise<(value: Json) => boolean> {
  const keys = [...new Set(changes.flatMap(keysIn))]
  const dropped = new Set<string>()
  for (let at = 0; at < keys.length; at += BATCH) {
    const found = await desktop.droppedKeys(keys.slice(at, at + BATCH))
    if (found.ok) for (const key of found.value) dropped.add(key)
  }
  return (value) => dropped.has(keyOf(value) ?? '')
}

function keysIn({ entity, value, beside = [] }: Change): string[] {
  if (entity !== 'entry') return []
  return [value, ...beside.map((one) => one.value)].flatMap((one) => keyOf(one) ?? [])
}

const keyOf = (value: Json): string | null => sealedFields.safeParse(value).data?.keyId ?? null
