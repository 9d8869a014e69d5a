import type { StorageProblem } from '../../../shared/desktop.ts'
import type { Frame, FrameDraft } from '../../../shared/journal/frame.ts'
import { lastBeside } from '../../../shared/journal/stamping.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import type { JournalSource } from './bring-up-to-date.ts'

/**
 * More changes than this go to the shell as bytes, an import's for one: they would be copied change by change, there
 * and back.
 */
const FEW = 1000

/** An action with its stamps, on its way to the disk. */
export interface Appending {
  /** One, or all of a chain. */
  readonly frames: readonly Frame[]
  /** Null: it is on disk. Else whether it is, once that is known; nothing may count on the frames before. Never rejects. */
  readonly onDisk: Promise<Result<null, StorageProblem>> | null
}

type Journal = Pick<JournalSource, 'desktop' | 'bytes'>

/**
 * Puts an action on disk, part after part. `whenSaved` hears of each part but the last that is there: where a later one
 * is refused they stay, and count for nothing.
 */
export async function appendAction(
  journal: Journal,
  parts: readonly FrameDraft[],
  whenSaved: (part: Frame) => void,
): Promise<Result<Appending, StorageProblem>> {
  const frames: Frame[] = []
  let onDisk: Appending['onDisk'] = null
  for (const part of parts) {
    const written = await onDisk
    if (written?.ok === false) return written
    const before = frames.at(-1)
    if (before !== undefined) whenSaved(before)
    const begun = await appendFrame(journal, part)
    if (!begun.ok) return begun
    frames.push(begun.value.frame)
    onDisk = begun.value.onDisk
  }
  return ok({ frames, onDisk })
}

/** Of very many changes only the stamp is waited for: the store is prepared meanwhile. */
async function appendFrame(
  { desktop, bytes }: Journal,
  draft: FrameDraft,
): Promise<Result<{ readonly frame: Frame; readonly onDisk: Appending['onDisk'] }, StorageProblem>> {
  try {
    if (draft.changes.length <= FEW) {
      const appended = await desktop.append(draft)
      return appended.ok ? ok({ frame: appended.value, onDisk: null }) : appended
    }
    const { token, stamp } = await desktop.stageAction(lastBeside(draft.changes))
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
