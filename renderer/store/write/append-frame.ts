import type { StorageProblem } from '../../../shared/desktop.ts'
import type { Frame, FrameDraft } from '../../../shared/journal/frame.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import type { JournalSource } from './bring-up-to-date.ts'

/**
 * More changes than this go to the shell as bytes, an import's for one: they would be copied change by change, there
 * and back.
 */
const FEW = 1000

/** An action with its stamp, on its way to the disk. */
export interface Appending {
  readonly frame: Frame
  /** Null: it is on disk. Else whether it is, once that is known; nothing may count on the frame before. Never rejects. */
  readonly onDisk: Promise<Result<null, StorageProblem>> | null
}

/** Puts an action on disk. Of very many changes only the stamp is waited for: the store is prepared meanwhile. */
export async function appendFrame(
  { desktop, bytes }: Pick<JournalSource, 'desktop' | 'bytes'>,
  draft: FrameDraft,
): Promise<Result<Appending, StorageProblem>> {
  try {
    if (draft.changes.length <= FEW) {
      const appended = await desktop.append(draft)
      return appended.ok ? ok({ frame: appended.value, onDisk: null }) : appended
    }
    const { token, stamp } = await desktop.stageAction()
    // The store's first reads go before: the browser answers them while the draft is made into bytes.
    const sending = new Promise<void>((resolve) => setTimeout(resolve)).then(() =>
      bytes.write(token, new TextEncoder().encode(JSON.stringify(draft))),
    )
    const onDisk = sending.then((sent) => (sent.ok ? desktop.appendStaged(token) : sent)).catch(unanswered)
    return ok({ frame: { ...stamp, ...draft }, onDisk })
  } catch (error) {
    return unanswered(error)
  }
}

const unanswered = (error: unknown) => fail({ code: 'io', detail: String(error) } as const)
