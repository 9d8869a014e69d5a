import type { RegisterField, StageField } from '../../../shared/catalogue/registers/register-definition.ts'
import type { FieldValue } from '../../../shared/model/entry/entry-record.ts'
import type { FieldFlaw } from '../../../shared/model/entry/field-flaw.ts'

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
