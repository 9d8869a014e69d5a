import type { StorageProblem } from '../../shared/desktop.ts'
import { ok, type Result } from '../../shared/values/result.ts'
import { toStorageProblem } from '../disk/system-problem.ts'
import { dropKeys } from './keyring-content.ts'
import { type FoundCopy, type KeyringPlace, putAside, writeCopies } from './keyring-copies.ts'
import type { WholeKeyring } from './reconcile.ts'

/** Changes the copy that it is given. */
type Edit = (draft: { -readonly [K in keyof WholeKeyring]: WholeKeyring[K] }) => void

interface Waiting {
  readonly edit: Edit
  readonly done: (result: Result<null, StorageProblem>) => void
}

/**
 * The one writer of the keyring's copies. Edits that are asked for while it writes go to disk together, so that ten
 * thousand imported rows are a few writes and not ten thousand.
 */
export class KeyringWriter {
  readonly #place: KeyringPlace
  #content: WholeKeyring
  /** What stands in the copies' places and is no copy of this keyring: kept before the first write. */
  #strangers: readonly FoundCopy[]
  /** Of the last write that was tried: what it left half done must never look as new as a later one. */
  #generation: number
  #waiting: Waiting[] = []
  #isWriting = false

  constructor(place: KeyringPlace, content: WholeKeyring, strangers: readonly FoundCopy[]) {
    this.#place = place
    this.#content = content
    this.#strangers = strangers
    this.#generation = content.generation
  }

  /** As it is on disk; for a new one, as it will be once something is in it. */
  get content(): WholeKeyring {
    return this.#content
  }

  /** Resolves when the edit is in every copy, or the disk refused one and it counts for nothing. */
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
    this.#generation += 1
    const { keys, units, dropped } = this.#content
    const copied = { keys: new Map(keys), units: new Map(units), dropped: new Set(dropped) }
    const next = { ...this.#content, generation: this.#generation, ...copied }
    for (const { edit } of batch) edit(next)
    try {
      for (const stranger of this.#strangers) await putAside(this.#place, stranger)
      this.#strangers = []
      await writeCopies(this.#place, next)
    } catch (error) {
      // A key that was to go may be gone from one copy already: it is not brought back.
      dropKeys(this.#content, next.dropped)
      return { ok: false, problem: toStorageProblem(error) }
    }
    this.#content = next
    return ok(null)
  }
}
