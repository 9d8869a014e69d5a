import { sealedFields } from '../../../shared/model/entry/entry-record.ts'
import { z } from '../../../shared/values/parse.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import type { OpenProblem, Store } from '../store.ts'
import { readJournal } from '../write/journal-reader.ts'

const withKey = z.object({ keyId: sealedFields.shape.keyId })

/**
 * The ids of all keys under which these entries' personal data was ever sealed. The store knows the last one alone: of
 * data that was emptied, taken back or typed anew the journal still holds what earlier keys open.
 */
export async function readKeyIds(
  { desktop, bytes, start }: Pick<Store, 'desktop' | 'bytes' | 'start'>,
  records: ReadonlySet<string>,
): Promise<Result<readonly string[], OpenProblem>> {
  const frames = await readJournal({ desktop, bytes }, 0, start.head.seq)
  if (!frames.ok) return fail(frames.problem)
  const ids = new Set<string>()
  for (const { changes } of frames.value) {
    for (const { entity, record, group, value, previous, beside = [] } of changes) {
      if (entity !== 'entry' || group !== 'personal' || !records.has(record)) continue
      for (const sealed of [value, previous, ...beside.map((one) => one.value)]) {
        const keyId = withKey.safeParse(sealed).data?.keyId
        if (keyId !== undefined) ids.add(keyId)
      }
    }
  }
  return ok([...ids])
}
