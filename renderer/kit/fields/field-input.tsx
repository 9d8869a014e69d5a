import { Autocomplete, Checkbox, Textarea, TextInput } from '@mantine/core'
import { MOST_IN_FIELD } from '../../../shared/catalogue/registers/register-definition.ts'
import { readTyped } from '../../../shared/model/report/read-typed.ts'
import { fieldFlawText } from '../../../shared/wording/field-flaw.ts'
import { ChoiceInput, ChoicesInput } from './choice-input.tsx'
import { DateInput } from './date-input.tsx'
import type { FieldProps } from './field-props.ts'
import { limited } from './limited.ts'

/** Earlier values offered at once. */
const OFFERED = 6

/** A field of a register or of a stage, by its kind. */
export function FieldInput(props: FieldProps) {
  const { field, value, flaw, first, earlier = [], onChange } = props
  const text = typeof value === 'string' ? value : ''
  const limit = limited(text, field.most ?? MOST_IN_FIELD)
  const common = {
    maxLength: limit.maxLength,
    label: field.label,
    withAsterisk: field.required === true,
    description: field.hint,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
    error: flaw === null ? limit.error : fieldFlawText[flaw],
    'data-field': field.key,
    autoFocus: first === true,
    value: text,
  }
  switch (field.kind) {
    case 'date':
      return <DateInput {...props} />
    case 'choice':
      return field.many === true ? <ChoicesInput {...props} /> : <ChoiceInput {...props} />
    case 'flag':
      return (
        <Checkbox
          label={field.label}
          data-field={field.key}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'longText':
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          maxRows={8}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'count':
    case 'money': {
      const kind = field.kind
      return (
        <TextInput
          {...common}
          inputMode="decimal"
          onChange={(event) => onChange(String(readTyped({ kind }, event.currentTarget.value) ?? ''))}
        />
      )
    }
    case 'text':
    case 'month':
    case 'figure':
    case 'link':
      return (
        <Autocomplete
          {...common}
          // What stands there already is no offer: a list of it would only take the next Escape for itself.
          data={earlier.filter((one) => one !== text)}
          limit={OFFERED}
          // Nothing is offered before something is typed: an open list would only be in the way.
          {...(text === '' ? { dropdownOpened: false } : {})}
          comboboxProps={{ transitionProps: { duration: 0 } }}
          // What a duplicate brought along is typed over.
          onFocus={(event) => event.currentTarget.select()}
          onChange={onChange}
        />
      )
  }
}
