import type { StorageProblem } from '../../shared/desktop.ts'
import type { Frame, FrameDraft } from '../../shared/records/frame.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { JournalSource } from './bring-up-to-date.ts'

/** More changes than this go to the shell as bytes: an import would be copied change by change, there and back. */
const FEW = 1000

/** Puts an action on disk and gives it back stamped. Throws where the shell does not answer. */
export async function appendFrame(
  { desktop, bytes }: Pick<JournalSource, 'desktop' | 'bytes'>,
  draft: FrameDraft,
): Promise<Result<Frame, StorageProblem>> {
  if (draft.changes.length <= FEW) return desktop.append(draft)
  const token = await desktop.stage('action.json')
  const sent = await bytes.write(token, new TextEncoder().encode(JSON.stringify(draft)))
  if (!sent.ok) return sent
  const stamp = await desktop.appendStaged(token)
  return stamp.ok ? ok({ ...stamp.value, ...draft }) : stamp
}
