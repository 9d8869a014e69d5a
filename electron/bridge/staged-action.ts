import type { FileToken, StagedAction, StorageProblem } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import type { FileTokens } from '../chosen/file-tokens.ts'
import type { Journal } from '../journal/journal.ts'
import { stagedDraft } from './staged-draft.ts'

/**
 * Actions of very many changes. The window gets the stamp first, prepares its store under it while the draft is sent
 * and written, and keeps what it prepared only once `append` says that it is on disk.
 */
export class StagedActions {
  readonly #tokens: FileTokens
  readonly #journal: Pick<Journal, 'nextStamp' | 'appendAs'>
  #staged: StagedAction | null = null

  constructor(tokens: FileTokens, journal: Pick<Journal, 'nextStamp' | 'appendAs'>) {
    this.#tokens = tokens
    this.#journal = journal
  }

  /** A token for the draft, and its stamp, later than `after`. What was staged before can't be appended any more. */
  async stage(after: string | null): Promise<StagedAction> {
    const token = this.#tokens.add({ kind: 'staged', name: 'action.json', bytes: null })
    this.#staged = { token, stamp: await this.#journal.nextStamp(after) }
    return this.#staged
  }

  /** Refused where nothing of the kind was staged, or another action was appended since. */
  async append(token: FileToken): Promise<Result<null, StorageProblem>> {
    if (this.#staged?.token !== token) return fail({ code: 'io', detail: 'no action was staged' })
    const { stamp } = this.#staged
    const draft = await stagedDraft(this.#tokens, token)
    if (!draft.ok) return draft
    const appended = await this.#journal.appendAs(stamp, draft.value)
    return appended.ok ? ok(null) : appended
  }
}
