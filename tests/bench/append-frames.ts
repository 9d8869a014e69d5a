import path from 'node:path'
import { randomId } from '../../electron/data/random.ts'
import { durableFiles } from '../../electron/disk/durable-files.ts'
import { openJournal } from '../../electron/journal/journal.ts'
import type { FrameDraft } from '../../shared/journal/frame.ts'

/** Appends actions to the journal of a data folder, by the program's own code; the window is not open. */
export async function appendFrames(folder: string, drafts: readonly FrameDraft[]): Promise<void> {
  const opened = await openJournal(path.join(folder, 'journal'), {
    files: durableFiles,
    now: Date.now,
    randomId,
    device: 'bench0000000',
    lock: { isTakenOver: false, isOurs: async () => true },
    notices: { put: async () => {} },
    headFile: path.join(folder, 'journal-head.json'),
  })
  if (!opened.ok) throw new Error(opened.problem.code)
  for (const draft of drafts) {
    const appended = await opened.value.append(draft)
    if (!appended.ok) throw new Error(appended.problem.code)
  }
  await opened.value.close()
}
