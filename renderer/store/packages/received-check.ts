import type { ReceivedState } from '../../../shared/desktop.ts'
import type { PackageSummary } from '../../../shared/model/package/package-summary.ts'
import { observable } from '../observable.ts'
import type { Store } from '../store.ts'
import { readAllSummaries } from '../tables/read-packages.ts'

/** What was found among the received files: `missing` as far as they are of submissions that this window knows. */
export interface ReceivedFound extends Omit<ReceivedState, 'missing'> {
  readonly missing: readonly PackageSummary[]
}

/** Of this window; null until it was looked. */
export const receivedFound = observable<ReceivedFound | null>(null)

/** Compares the received files with the submissions. What the disk does not answer is asked at the next start. */
export async function checkReceived({ desktop, database }: Pick<Store, 'desktop' | 'database'>): Promise<void> {
  const summaries = await readAllSummaries(database)
  const checked = await desktop.checkReceived([...new Set(summaries.map(({ file }) => file))])
  if (!checked.ok) return
  const { missing, unlisted, savedAs } = checked.value
  const gone = new Set(missing)
  receivedFound.set({
    missing: summaries.filter(({ file }) => gone.has(file)),
    unlisted,
    savedAs: savedAs ?? receivedFound.get()?.savedAs ?? null,
  })
}

/** Looks once more where something was amiss: a file that came again is there now. */
export async function checkReceivedAgain(store: Pick<Store, 'desktop' | 'database'>): Promise<void> {
  const found = receivedFound.get()
  if (found !== null && found.missing.length + found.unlisted.length > 0) await checkReceived(store)
}
