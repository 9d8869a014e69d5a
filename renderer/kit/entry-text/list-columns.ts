import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import type { RegisterDefinition, RegisterField } from '../../../shared/catalogue/registers/register-definition.ts'
import { typedFields } from '../../../shared/catalogue/registers/sheet-fields.ts'
import type { Entry, FieldValue } from '../../../shared/model/entry/entry-record.ts'

/** Whether a field is sealed on disk: the list knows nothing of it. */
export function isSealed({ personal }: RegisterField): boolean {
  return personal === true
}

/** The fields that a list shows and searches, in the order of the register. */
export function listedFields(register: RegisterDefinition): RegisterField[] {
  return typedFields(register).filter((field) => !isSealed(field) && field.kind !== 'link')
}

/** A field's value as the clerk reads it; `''` where it is empty. What was typed wrong is shown as it was typed. */
export function shownValue(field: Pick<RegisterField, 'kind' | 'choices'>, value: FieldValue | undefined): string {
  if (value === undefined || value === false) return ''
  if (value === true) return '是'
  const labelOf = (one: string): string => field.choices?.find((choice) => choice.value === one)?.label ?? one
  if (Array.isArray(value)) return value.map(labelOf).join('、')
  if (field.kind === 'choice') return labelOf(value)
  return field.kind === 'date' ? chineseDate(value) : value
}

/** Every day that an entry names, those of its stages too. */
export function daysOf(register: RegisterDefinition, { fields, stages }: Entry): string[] {
  const typed = register.fields.flatMap(({ key, kind }) => {
    const value = fields[key]
    return (kind === 'date' || kind === 'month') && typeof value === 'string' ? [value] : []
  })
  return [
    ...typed,
    ...stages.flatMap(({ stage }) => [
      stage.date,
      ...('answered' in stage && stage.answered !== null ? [stage.answered] : []),
      ...('paid' in stage && stage.paid !== null ? [stage.paid] : []),
    ]),
  ]
}
