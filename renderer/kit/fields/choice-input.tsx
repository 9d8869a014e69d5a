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

/** Several of several. What is no choice (from an import) stays in sight, ticked, until it is unticked. */
export function ChoicesInput({ field, value, flaw, onChange }: FieldProps) {
  const choices = field.choices ?? []
  const text = typeof value === 'string' && value !== '' ? value : null
  const chosen = Array.isArray(value) ? value : text === null ? [] : [text]
  const unknown = chosen.filter((one) => !choices.some((choice) => choice.value === one))
  return (
    <Checkbox.Group
      label={field.label}
      description={field.hint}
      value={chosen}
      error={flaw === null ? null : fieldFlawText[flaw]}
      // A text that is no list of choices makes room for the first one that is ticked.
      onChange={(ticked) => onChange(ticked.filter((one) => one !== text))}
    >
      <Group gap="sm" mt={4}>
        {choices.map((choice) => (
          <Checkbox key={choice.value} size="xs" value={choice.value} label={choice.label} data-field={field.key} />
        ))}
        {unknown.map((one) => (
          <Checkbox key={one} size="xs" value={one} label={`“${one}”（不在可选的项目里）`} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
