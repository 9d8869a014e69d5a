import type { Desktop, KeyringProblem } from '../../../shared/desktop.ts'
import { type Entry, entryRecordId, type SealedFields, sealedRecord } from '../../../shared/model/entry/entry-record.ts'
import { type PersonalFields, readUnsealed, type WhyUnread } from '../../../shared/model/entry/personal-fields.ts'
import type { Result } from '../../../shared/values/result.ts'
import { searchable } from '../entry-text/searchable.ts'

/** Records unsealed in one call: short enough that the other calls of the window hardly wait for it. */
export const UNSEAL_BATCH = 250

interface Known {
  /** Of what was unsealed: the same entry sealed anew is not known. */
  readonly nonce: string
  /** Or why it can't be read. */
  readonly fields: Result<PersonalFields, WhyUnread>
  readonly text: string
}

interface Reading {
  /** Asked before each batch; where it says false, what is left is not read. */
  isWanted(): boolean
  /** `fresh`: the entries that are known since. */
  onBatch?(done: number, total: number, fresh: readonly Entry[]): void
}

/**
 * The personal data of a list in clear, in this window's memory alone: of the rows in sight, and of all entries once
 * somebody searches them. To be let go when the list is left.
 */
export class SealedMemory {
  readonly #desktop: Pick<Desktop, 'unseal'>
  readonly #known = new Map<string, Known>()
  /** The same by the entry itself: a search asks for tens of thousands with each keystroke. */
  readonly #ofEntry = new WeakMap<Entry, Known>()
  #batches = 0

  constructor(desktop: Pick<Desktop, 'unseal'>) {
    this.#desktop = desktop
  }

  /** Grows whenever more is known. */
  get batches(): number {
    return this.#batches
  }

  /** Undefined: not read yet. */
  fields(entry: Entry): Result<PersonalFields, WhyUnread> | undefined {
    return this.#find(entry)?.fields
  }

  /** All of an entry's personal texts, `searchable()`; `''` where they were not read. */
  text(entry: Entry): string {
    return this.#find(entry)?.text ?? ''
  }

  /** Reads what is not known yet, batch by batch. Null: done, or no longer wanted. */
  async read(entries: readonly Entry[], { isWanted, onBatch }: Reading): Promise<KeyringProblem | null> {
    const due = entries.flatMap((entry) =>
      entry.personal === null || this.#find(entry) !== undefined ? [] : [[entry, entry.personal] as const],
    )
    for (let done = 0; done < due.length; done += UNSEAL_BATCH) {
      if (!isWanted()) return null
      const batch = due.slice(done, done + UNSEAL_BATCH)
      const result = await this.#desktop.unseal(batch.map(([{ id }, sealed]) => ({ record: sealedRecord(id), sealed })))
      if (!result.ok) return result.problem
      if (!isWanted()) return null
      for (const [index, [entry, sealed]] of batch.entries()) {
        const unsealed = result.value[index]
        if (unsealed !== undefined) this.#keep(entry, sealed, readUnsealed(unsealed))
      }
      this.#batches++
      onBatch?.(
        done + batch.length,
        due.length,
        batch.map(([entry]) => entry),
      )
    }
    return null
  }

  #find(entry: Entry): Known | undefined {
    if (entry.personal === null) return undefined
    const before = this.#ofEntry.get(entry)
    if (before !== undefined) return before
    const known = this.#known.get(entryRecordId(entry.id))
    if (known?.nonce !== entry.personal.nonce) return undefined
    this.#ofEntry.set(entry, known)
    return known
  }

  #keep({ id }: Entry, { nonce }: SealedFields, fields: Known['fields']): void {
    const text = searchable(fields.ok ? Object.values(fields.value).join('\n') : '')
    this.#known.set(entryRecordId(id), { nonce, fields, text })
  }
}
