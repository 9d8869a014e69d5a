import type { StorageProblem } from '../../shared/desktop.ts'
import { ok, type Result } from '../../shared/values/result.ts'
import { toStorageProblem } from '../disk/system-problem.ts'
import { type KeyringContent, type KeyringPlace, writeKeyring } from './keyring-file.ts'

/** Changes the copy that it is given. */
type Edit = (content: { -readonly [K in keyof KeyringContent]: KeyringContent[K] }) => void

interface Waiting {
  readonly edit: Edit
  readonly done: (result: Result<null, StorageProblem>) => void
}

/**
 * The one writer of the keys' file. Edits that are asked for while it writes go to disk together, so that ten thousand
 * imported rows are a few writes and not ten thousand.
 */
export class KeyringWriter {
  readonly #place: KeyringPlace
  #content: KeyringContent
  #waiting: Waiting[] = []
  #isWriting = false

  constructor(place: KeyringPlace, content: KeyringContent) {
    this.#place = place
    this.#content = content
  }

  /** As it is on disk; for a new one, as it will be once something is in it. */
  get content(): KeyringContent {
    return this.#content
  }

  /** Resolves when the edit is on disk, or the disk refused it and nothing has changed. */
  change(edit: Edit): Promise<Result<null, StorageProblem>> {
    const { promise, resolve } = Promise.withResolvers<Result<null, StorageProblem>>()
    this.#waiting.push({ edit, done: resolve })
    if (!this.#isWriting) void this.#writeAll()
    return promise
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true
    // Those who ask in the same turn come along.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      const result = await this.#write(batch)
      for (const { done } of batch) done(result)
    }
    this.#isWriting = false
  }

  async #write(batch: readonly Waiting[]): Promise<Result<null, StorageProblem>> {
    const next = { ...this.#content, keys: new Map(this.#content.keys) }
    for (const { edit } of batch) edit(next)
    try {
      await writeKeyring(this.#place, next)
    } catch (error) {
      return { ok: false, problem: toStorageProblem(error) }
    }
    this.#content = next
    return ok(null)
  }
}
