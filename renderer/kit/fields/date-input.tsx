import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import { isDay } from '../../../shared/calendar/day-number.ts'
import { readTypedDate } from '../../../shared/calendar/read-date.ts'
import type { FieldFlaw } from '../../../shared/model/entry/field-flaw.ts'
import { fieldFlawText, unreadableDayText } from '../../../shared/wording/field-flaw.ts'
import { useStore } from '../../store/store-context.ts'
import type { FieldProps } from './field-props.ts'

/** A day typed as `315`, `3.15`, `2020-3-15` or 今天; what it was read as stands below while it is typed. */
export function DateInput({ field, value, flaw, first, onChange }: FieldProps) {
  const { start } = useStore()
  const [typed, setTyped] = useState<string | null>(null)
  // Its line stays when the field is left: a button below would move away from under the mouse that presses it.
  const [hasLine, setHasLine] = useState(false)
  const stored = typeof value === 'string' ? value : ''
  const read = typed === null ? null : readTypedDate(typed, start.today)
  const isUnread = typed === null && stored !== '' && !isDay(stored)
  const description = read !== null ? chineseDate(read) : hasLine ? '\u00a0' : field.hint
  return (
    <TextInput
      label={field.label}
      withAsterisk={field.required === true}
      placeholder="例如315、3.15、今天"
      data-field={field.key}
      data-autofocus={first === true ? true : undefined}
      autoFocus={first === true}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={typed ?? (isDay(stored) ? chineseDate(stored) : stored)}
      error={flaw !== null && (typed === null || isUnread) ? dayFlawText(flaw) : null}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        setHasLine(text.trim() !== '')
        onChange(text.trim() === '' ? null : (readTypedDate(text, start.today) ?? text))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

const dayFlawText = (flaw: FieldFlaw): string => (flaw === 'unreadable' ? unreadableDayText : fieldFlawText[flaw])
