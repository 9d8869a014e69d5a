import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import { formForYear, registerById } from '../../../shared/catalogue/catalogue.ts'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { openAtEnd } from '../../../shared/catalogue/forms/open-at-end.ts'
import { type OpenEntry, type YearEnd, yearEnd } from '../../../shared/steps/derive/year-end.ts'
import { entryName } from '../../kit/entry-text/entry-title.ts'
import { useAllEntries } from '../../kit/entry-text/use-all-entries.ts'
import { useSession } from '../../kit/session/session.ts'
import { useEntries } from '../../store/entries/use-entries.ts'
import { useStore } from '../../store/store-context.ts'

/** The year whose end is looked at on a day: this one in December, last one in January; else none. */
export function yearEndOf(today: string): number | null {
  const year = Number(today.slice(0, 4))
  const month = today.slice(5, 7)
  return month === '12' ? year : month === '01' ? year - 1 : null
}

/** As many as are listed at first. */
const LISTED = 8

/** 31 December: what lies open then is carried over, and what nobody confirmed would move into the next year. */
export function YearEndCheck() {
  const { start, catalogue } = useStore()
  const { registers } = catalogue
  const session = useSession()
  const year = yearEndOf(start.today)
  const unit = session.unit.code
  const isTime = year !== null && year === session.year
  const requestIds = useEntries({ unit, register: 'requests' })
  const disputeIds = useEntries({ unit, register: 'disputes' })
  const requests = useAllEntries(isTime ? requestIds : undefined, isTime)
  const disputes = useAllEntries(isTime ? disputeIds : undefined, isTime)
  const end = useMemo(
    () =>
      isTime && requests !== undefined && disputes !== undefined
        ? { year, ...yearEnd(registers, year, requests, disputes) }
        : null,
    [registers, isTime, year, requests, disputes],
  )
  if (end === null || end.open.length === 0) return null
  return <OpenAtYearEnd end={end} isOver={start.today > `${end.year}-12-31`} />
}

function OpenAtYearEnd({ end, isOver }: { end: YearEnd & { readonly year: number }; isOver: boolean }) {
  const { year, open, unconfirmed } = end
  const form = formForYear(useStore().catalogue.forms, year)
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? open : open.slice(0, LISTED)
  return (
    <Paper withBorder p="xs" component="section" aria-label="年底核对">
      <Title order={3} size="h6">
        {isOver ? `${year}年12月31日未办结的${open.length}件` : `年底核对：到今天未办结的${open.length}件`}
      </Title>
      <Text size="xs" c="dimmed" mb={4}>
        {isOver ? '' : '12月31日以前办不结的，'}
        {form === null ? '' : carriedText(form, year, open)}实际已经办结的，请点开补填答复或结果。
      </Text>
      <Stack gap={2} component="ul" className="timeline">
        {shown.map((one) => (
          <OpenLine
            key={`${one.register}/${one.entry.id.entry}`}
            open={one}
            isUnconfirmed={unconfirmed.includes(one)}
          />
        ))}
      </Stack>
      {open.length > shown.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setIsWhole(true)}>
          另外还有{open.length - shown.length}件，全部列出
        </Button>
      )}
    </Paper>
  )
}

/** Where the report counts them, as its form calls it. */
function carriedText(form: Form, year: number, open: readonly OpenEntry[]): string {
  const parts = (['requests', 'disputes'] as const).flatMap((register) => {
    const counted = openAtEnd(form, register)
    const { length } = open.filter((one) => one.register === register)
    return counted === null || length === 0 ? [] : [`${counted.section}${length}件计入“${counted.label}”`]
  })
  return parts.length === 0 ? '' : `${year}年度报告里${parts.join('，')}。`
}

const began = { requests: '收到', disputes: '受理' } as const
const ended = { requests: '办结', disputes: '审结' } as const

function OpenLine({ open, isUnconfirmed }: { open: OpenEntry; isUnconfirmed: boolean }) {
  const { entry, register: of, since, concluded } = open
  const session = useSession()
  const register = registerById(useStore().catalogue.registers, of)
  if (register === null) return null
  return (
    <Group component="li" gap="xs">
      <button
        type="button"
        className="link open-request"
        onClick={() => session.go({ screen: 'register', register: of, entry: entry.id.entry })}
      >
        {register.label}
        {entryName(register, entry)}
      </button>
      <Text size="sm">
        {chineseDate(since)}
        {began[of]}
        {concluded === null ? '' : `，${chineseDate(concluded)}才${ended[of]}`}
        {isUnconfirmed ? '，未填双方确认日期，请补填；下一年才确认的，计入下一年度' : ''}
      </Text>
    </Group>
  )
}
