import type { Desktop, ToUnseal } from '../../../shared/desktop.ts'
import type { Change } from '../../../shared/journal/frame.ts'
import { entryIdOf, sealedFields, sealedRecord } from '../../../shared/model/entry/entry-record.ts'
import type { Json } from '../../../shared/values/json.ts'

/** Sealed values that the shell is asked for in one call. */
const BATCH = 1000

/**
 * Whether a value is sealed under a key that was dropped, for those that changes bring. Where the keys don't open nothing
 * is known of them, and all is kept as it is.
 */
export async function droppedAmong(
  desktop: Pick<Desktop, 'unseal'>,
  changes: readonly Change[],
): Promise<(value: Json) => boolean> {
  const sealed = changes.flatMap(sealedIn)
  const dropped = new Set<string>()
  for (let at = 0; at < sealed.length; at += BATCH) {
    const batch = sealed.slice(at, at + BATCH)
    const opened = await desktop.unseal(batch)
    if (!opened.ok) continue
    for (const [index, one] of opened.value.entries()) {
      const keyId = batch[index]?.sealed.keyId
      if (keyId !== undefined && one.text === null && one.why === 'erased') dropped.add(keyId)
    }
  }
  return (value) => dropped.has(sealedFields.safeParse(value).data?.keyId ?? '')
}

function sealedIn({ entity, record, value, beside = [] }: Change): ToUnseal[] {
  if (entity !== 'entry') return []
  return [value, ...beside.map((one) => one.value)].flatMap((one) => {
    const sealed = sealedFields.safeParse(one)
    return sealed.success ? [{ record: sealedRecord(entryIdOf(record)), sealed: sealed.data }] : []
  })
}
