import { Text } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import { type DayKind, dayAfterKey, type YearDay, type yearMonths } from './year-days.ts'
import './year-calendar.css'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']
const kindNames: Readonly<Record<DayKind, string>> = {
  workday: '上班',
  weekend: '双休日',
  off: '放假',
  worked: '调休上班',
}

/** Puts the calendar under the keyboard, at the day it stands on. */
export function focusYearCalendar(): void {
  document.querySelector<HTMLElement>('.year-day[tabindex="0"]')?.focus()
}

/**
 * A year by months. Arrows walk from day to day, PageUp and PageDown from month to month; Space, Enter or a click turns
 * the day. Without `onTurn` it is only looked at.
 */
export function YearCalendar(props: {
  year: number
  months: ReturnType<typeof yearMonths>
  onTurn?: ((date: string) => void) | undefined
}) {
  const { year, months, onTurn } = props
  const [at, setAt] = useState(`${year}-01-01`)
  const calendar = useRef<HTMLDivElement>(null)
  const isReached = useRef(false)
  const dayButton = (date: string) => calendar.current?.querySelector<HTMLElement>(`[data-day="${date}"]`)
  useEffect(() => {
    // Who comes by the keyboard begins at once.
    if (!isReached.current) dayButton(at)?.focus({ preventScroll: true })
    isReached.current = true
  })
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const to = dayAfterKey(at, event.key)
    if (to === null) return
    event.preventDefault()
    setAt(to)
    dayButton(to)?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the days in it
    <div className="year-calendar" ref={calendar} onKeyDown={onKeyDown}>
      <Text size="sm" role="status" aria-label="这一天" className="year-day-said">
        {said(months, at, onTurn !== undefined)}
      </Text>
      {months.map((weeks, month) => (
        <table className="year-month" key={weeks[1]?.[0]?.date} aria-label={`${month + 1}月`}>
          <caption>{month + 1}月</caption>
          <thead>
            <tr>
              {weekdays.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.find((day) => day !== null)?.date}>
                {week.map((day, place) => (
                  <td key={day?.date ?? weekdays[place]}>
                    {day !== null && (
                      <Day day={day} isAt={day.date === at} onFocus={() => setAt(day.date)} onTurn={onTurn} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}

function Day(props: { day: YearDay; isAt: boolean; onFocus(): void; onTurn?: ((date: string) => void) | undefined }) {
  const { day, onTurn } = props
  return (
    <button
      type="button"
      className="year-day"
      data-day={day.date}
      data-kind={day.kind}
      data-named={day.name !== ''}
      tabIndex={props.isAt ? 0 : -1}
      aria-label={dayName(day)}
      title={day.name === '' ? undefined : day.name}
      onFocus={props.onFocus}
      onClick={() => onTurn?.(day.date)}
    >
      {Number(day.date.slice(8))}
    </button>
  )
}

const dayName = ({ date, kind, name }: YearDay): string =>
  `${chineseDate(date).slice(5)}${name === '' ? '' : `（${name}）`}，${kindNames[kind]}`

const turnWords: Readonly<Record<DayKind, string>> = {
  workday: '按空格改成放假',
  weekend: '按空格改成调休上班',
  off: '按空格改成上班',
  worked: '按空格改回双休日',
}

function said(months: ReturnType<typeof yearMonths>, at: string, canTurn: boolean): string {
  const day = months.flat(2).find((one) => one?.date === at)
  if (!day) return ''
  return canTurn ? `${dayName(day)}。${turnWords[day.kind]}。` : `${dayName(day)}。`
}
