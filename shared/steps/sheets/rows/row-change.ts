import type { RegisterField, StageField } from '../../../catalogue/registers/register-definition.ts'
import type { Entry, FieldValue } from '../../../model/entry/entry-record.ts'
import type { PersonalFields } from '../../../model/entry/personal-fields.ts'
import type { RequestStage } from '../../../model/entry/request.ts'

/** An entry of the register with what is sealed of it. */
export interface StoredEntry {
  readonly entry: Entry
  /** What the clerk knows it by. */
  readonly name: string
  /** In clear, only ever in memory; null where it can't be opened, or was erased. */
  readonly personal: PersonalFields | null
}

/** What the register says, and what a row of the file says instead. */
export interface RowChange {
  readonly column: string
  readonly label: string
  readonly field: StageField | RegisterField
  readonly before: FieldValue | undefined
  readonly after: FieldValue | undefined
  readonly personal: boolean
  /** Why the entry keeps what it says. Null: an update takes it over. */
  readonly kept: 'flawed' | 'sealed' | null
}

/** What an update writes. A stage without an id is a new one. */
export interface EntryUpdate {
  readonly fields: Readonly<Record<string, FieldValue | null>>
  /** All that is sealed, anew; null: it stays. */
  readonly personal: PersonalFields | null
  readonly stages: readonly { readonly id: string | null; readonly stage: RequestStage }[]
}

/** White space is no change; of several choices their order is none. */
export function isSame(before: FieldValue | undefined, after: FieldValue): boolean {
  const plain = (value: FieldValue | undefined): string =>
    Array.isArray(value) ? [...value].sort().join('\n') : String(value ?? '').replace(/\s+/g, '')
  return plain(before) === plain(after)
}
