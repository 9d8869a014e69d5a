import type { FieldValue } from '../../../shared/records/entry-record.ts'
import type { FieldFlaw } from '../../../shared/registers/field-flaw.ts'
import type { RegisterField, StageField } from '../../../shared/registers/register-definition.ts'

/** One field as it is typed. What is wrong with it is said beside it and never refused. */
export interface FieldProps {
  readonly field: StageField & Pick<RegisterField, 'many' | 'to'>
  readonly value: FieldValue | undefined
  readonly flaw: FieldFlaw | null
  /** What was typed into this field before, newest first. */
  readonly earlier?: readonly string[]
  /** The clerk starts here. */
  readonly first?: boolean
  onChange(value: FieldValue | null): void
}
