import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import { readTypedDate } from '../../../shared/calendar/read-date.ts'
import { useSession } from '../../kit/session/session.ts'
import { useStore } from '../../store/store-context.ts'

/**
 * The day of a signature, typed as people write it (129 too) and shown as it is printed: 2021年1月29日. `value` is
 * `YYYY-MM-DD` or empty. A report is signed in the year after its own, so a day without a year is of that one.
 */
export function DateField(props: { label: string; value: string; onChange(value: string): void }) {
  const shown = props.value === '' ? '' : chineseDate(props.value)
  const [text, setText] = useState(shown)
  const [wrong, setWrong] = useState(false)
  useEffect(() => {
    setText(shown)
    setWrong(false)
  }, [shown])
  const { start } = useStore()
  const year = useSession().year + 1
  const leave = () => {
    if (text === shown) return
    const date = text.trim() === '' ? '' : readTypedDate(text, { today: start.today, year, mayLieAhead: true })
    setWrong(date === null)
    if (date === props.value) setText(shown)
    else if (date !== null) props.onChange(date)
  }
  return (
    <TextInput
      label={props.label}
      placeholder="例如129、1.29、2021-1-29"
      value={text}
      error={wrong ? '日期格式不对，请写成2021-1-29。' : null}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  )
}
