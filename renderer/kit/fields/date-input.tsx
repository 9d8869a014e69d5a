import { Button, Group, Text, TextInput } from '@mantine/core'
import { useContext, useRef, useState } from 'react'
import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import { isDay } from '../../../shared/calendar/day-number.ts'
import { readTypedDate } from '../../../shared/calendar/read-date.ts'
import type { FieldValue } from '../../../shared/model/entry/entry-record.ts'
import { fieldFlawText, unreadableDayText } from '../../../shared/wording/field-flaw.ts'
import { useStore } from '../../store/store-context.ts'
import { OpenDialog } from '../keys/open-dialog.tsx'
import { SessionContext } from '../session/session.ts'
import type { FieldProps } from './field-props.ts'

/** Keys by which a clerk goes on from a field; a day that lies ahead is asked about first. */
const goesOn = (key: string, isCtrl: boolean): boolean => key === 'Enter' || (isCtrl && /^[sn]$/i.test(key))

/**
 * A day typed as `315`, `3.15`, `2020-3-15` or 今天; what it was read as stands below while it is typed. A day that has
 * not come yet is asked about before anything is kept of it; meanwhile the field counts as empty. `planned`: a day that is
 * set for later is not asked about, and without a year it is of this one.
 */
export function DateInput(props: FieldProps & { readonly planned?: number; readonly size?: 'xs' }) {
  const { field, value, flaw, first, planned, size, onChange } = props
  const { start } = useStore()
  const year = useContext(SessionContext)?.year
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  // Its line stays when the field is left: a button below would move away from under the mouse that presses it.
  const [hasLine, setHasLine] = useState(false)
  /** What stood here when the clerk came. */
  const before = useRef<FieldValue | null>(null)
  const [asked, setAsked] = useState<string | null>(null)
  const stored = typeof value === 'string' ? value : ''
  const of = planned ?? year
  const dayOf = (text: string) =>
    readTypedDate(text, {
      today: start.today,
      ...(of === undefined ? {} : { year: of }),
      mayLieAhead: planned !== undefined,
    })
  const read = typed === null ? null : dayOf(typed)
  const liesAhead = (day: string | null): day is string =>
    planned === undefined && day !== null && day > start.today && day !== before.current && day !== stored
  const isUnread = typed === null && stored !== '' && !isDay(stored)
  const description = read !== null ? chineseDate(read) : hasLine ? '\u00a0' : field.hint
  const goBack = () => {
    setAsked(null)
    // Once the dialog has let go of the focus.
    setTimeout(() => input.current?.focus())
  }
  return (
    <>
      <TextInput
        ref={input}
        {...(size === undefined ? {} : { size })}
        label={field.label}
        withAsterisk={field.required === true}
        placeholder="例如315、3.15、今天"
        data-field={field.key}
        data-autofocus={first === true ? true : undefined}
        autoFocus={first === true}
        description={description}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typed ?? (isDay(stored) ? chineseDate(stored) : stored)}
        error={
          flaw !== null && (typed === null || isUnread)
            ? flaw === 'unreadable'
              ? unreadableDayText
              : fieldFlawText[flaw]
            : null
        }
        onFocus={(event) => {
          if (typed === null) before.current = value ?? null
          event.currentTarget.select()
        }}
        onChange={(event) => {
          const text = event.currentTarget.value
          const day = dayOf(text)
          setTyped(text)
          setHasLine(text.trim() !== '')
          onChange(text.trim() === '' || liesAhead(day) ? null : (day ?? text))
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || !liesAhead(read)) return
          if (event.key === 'Escape') {
            onChange(before.current)
            setTyped(null)
          } else if (goesOn(event.key, event.ctrlKey || event.metaKey)) setAsked(read)
          else return
          event.preventDefault()
        }}
        onBlur={() => {
          if (liesAhead(read)) setAsked(read)
          else setTyped(null)
        }}
      />
      {asked !== null && (
        <FutureDay
          label={field.label}
          day={asked}
          onKeep={() => {
            onChange(asked)
            before.current = asked
            setTyped(null)
            goBack()
          }}
          onAgain={goBack}
        />
      )}
    </>
  )
}

/** Asks whether a day that has not come yet is meant. */
function FutureDay(props: { label: string; day: string; onKeep(): void; onAgain(): void }) {
  return (
    <OpenDialog title={`${props.label}：${chineseDate(props.day)}还没有到`} onClose={props.onAgain} centered>
      <Text size="sm" mb="sm">
        确实是这一天吗？如果是年份写错了，请重新填。
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onKeep}>
          就是这一天
        </Button>
        <Button data-autofocus onClick={props.onAgain}>
          重新填
        </Button>
      </Group>
    </OpenDialog>
  )
}
