import type { Desktop, KeyringProblem } from '../../../shared/desktop.ts'
import { entryIdOf, fieldValue, sealedFields, sealedRecord } from '../../../shared/model/entry/entry-record.ts'
import { z } from '../../../shared/values/parse.ts'
import { useStore } from '../../store/store-context.ts'

/** A stage that is half typed: not recorded yet, because it is no stage yet. */
const stageDraft = z.object({
  kind: z.string(),
  /** The stage that is being changed; null: a new one. */
  stage: z.string().nullable(),
  values: z.record(z.string(), fieldValue),
})
export type StageDraft = z.infer<typeof stageDraft>

/** As it lies in the window's storage. `isOwnKey`: the key seals nothing else, and goes with the draft. */
const stored = z.object({ sealed: sealedFields, isOwnKey: z.boolean() })
type Stored = z.infer<typeof stored>

type Keys = Pick<Desktop, 'seal' | 'unseal' | 'dropKeys'>
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** After this pause in typing a draft is put away, in milliseconds. */
const PAUSE = 300

const placeOf = (record: string): string => `stage-draft|${record}`
/** What the draft is bound to: its entry, and that it is a draft. */
const draftOf = (record: string): string => `stage-draft|${sealedRecord(entryIdOf(record))}`

/**
 * What is half typed of a request's stage, by the request's record id: in memory at once, and sealed in the window's
 * storage after a pause, so that it is there again after the program was closed. Sealed under the key of the request's
 * person where there is one, so that erasing the person erases it too.
 */
export class StageDrafts {
  readonly #keys: Keys
  readonly #shelf: Shelf
  readonly #typed = new Map<string, StageDraft>()
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(keys: Keys, shelf: Shelf) {
    this.#keys = keys
    this.#shelf = shelf
  }

  /** `keyId`: of what is sealed with the request. `onProblem` hears why it is only in memory. */
  keep(record: string, draft: StageDraft, keyId: string | null, onProblem: (problem: KeyringProblem) => void): void {
    this.#typed.set(record, draft)
    clearTimeout(this.#timers.get(record))
    const put = async () => {
      const problem = await this.#inTurn(() => this.#put(record, keyId))
      if (problem !== null) onProblem(problem)
    }
    this.#timers.set(
      record,
      setTimeout(() => void put(), PAUSE),
    )
  }

  /** What was half typed; null where nothing was, or it can't be read any more. */
  read(record: string): Promise<StageDraft | null> {
    return this.#inTurn(async () => {
      const typed = this.#typed.get(record)
      if (typed !== undefined) return typed
      const put = this.#stored(record)
      if (put === null) return null
      const unsealed = await this.#keys.unseal([{ record: draftOf(record), sealed: put.sealed }])
      // Keys that are locked now may open later: it stays.
      if (!unsealed.ok) return null
      const [opened] = unsealed.value
      // Nor is one thrown away whose key may be found again.
      if (opened === undefined || (opened.text === null && opened.why === 'key-absent')) return null
      const draft = stageDraft.safeParse(jsonOf(opened.text)).data ?? null
      if (draft === null) this.#shelf.removeItem(placeOf(record))
      else this.#typed.set(record, draft)
      return draft
    })
  }

  /** It was recorded, or is not wanted. */
  forget(record: string): Promise<void> {
    clearTimeout(this.#timers.get(record))
    this.#typed.delete(record)
    return this.#inTurn(async () => {
      const put = this.#stored(record)
      this.#shelf.removeItem(placeOf(record))
      // A key that stays opens nothing any more: nothing lies sealed under it.
      if (put?.isOwnKey === true) await this.#keys.dropKeys([put.sealed.keyId])
    })
  }

  async #put(record: string, keyId: string | null): Promise<KeyringProblem | null> {
    const draft = this.#typed.get(record)
    if (draft === undefined) return null
    const before = this.#stored(record)
    // The key of somebody who is not there any more may be wanted again: a draft of its own takes one of its own.
    const own = before?.isOwnKey === true ? before.sealed.keyId : undefined
    const result = await this.#keys.seal(JSON.stringify(draft), draftOf(record), keyId ?? own)
    if (!result.ok) return result.problem
    const isOwnKey = result.value.keyId !== keyId
    this.#shelf.setItem(placeOf(record), JSON.stringify({ sealed: result.value, isOwnKey } satisfies Stored))
    if (own !== undefined && own !== result.value.keyId) await this.#keys.dropKeys([own])
    return null
  }

  #stored(record: string): Stored | null {
    return stored.safeParse(jsonOf(this.#shelf.getItem(placeOf(record)))).data ?? null
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(task)
    this.#turn = done.catch(() => {})
    return done
  }
}

const drafts = new WeakMap<Keys, StageDrafts>()

/** The drafts of this window. */
export function useStageDrafts(): StageDrafts {
  const { desktop } = useStore()
  const made = drafts.get(desktop) ?? new StageDrafts(desktop, localStorage)
  drafts.set(desktop, made)
  return made
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
