import { Checkbox, Group, NativeSelect } from '@mantine/core'
import { fieldFlawText } from '../../../shared/wording/field-flaw.ts'
import type { FieldProps } from './field-props.ts'

/** As many choices as one digit can pick. */
const DIGITS = 9

/**
 * One of several: a plain list that arrows walk through, and that a digit picks from where there are few. A value that
 * is no choice (from an import) stays in sight.
 */
export function ChoiceInput({ field, value, flaw, first, onChange }: FieldProps) {
  const choices = field.choices ?? []
  const current = typeof value === 'string' ? value : ''
  const isKnown = current === '' || choices.some((choice) => choice.value === current)
  const data = [
    ...(field.required === true && current !== '' && isKnown ? [] : [{ value: '', label: '' }]),
    ...(isKnown ? [] : [{ value: current, label: current }]),
    ...choices.map((choice, index) => ({
      value: choice.value,
      label: choices.length <= DIGITS ? `${index + 1} ${choice.label}` : choice.label,
    })),
  ]
  return (
    <NativeSelect
      label={field.label}
      withAsterisk={field.required === true}
      description={field.hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data-field={field.key}
      autoFocus={first === true}
      data={data}
      value={current}
      error={flaw === null ? null : fieldFlawText[flaw]}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  )
}

/** Several of several. */
export function ChoicesInput({ field, value, flaw, onChange }: FieldProps) {
  return (
    <Checkbox.Group
      label={field.label}
      description={field.hint}
      value={Array.isArray(value) ? value : []}
      error={flaw === null ? null : fieldFlawText[flaw]}
      onChange={(chosen) => onChange(chosen)}
    >
      <Group gap="sm" mt={4}>
        {field.choices?.map((choice) => (
          <Checkbox key={choice.value} size="xs" value={choice.value} label={choice.label} data-field={field.key} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
