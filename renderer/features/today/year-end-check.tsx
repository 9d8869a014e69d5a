import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import { registerById } from '../../../shared/registers/registers.ts'
import { yearEnd } from '../../../shared/registers/year-end.ts'
import { useSession } from '../../app/session.ts'
import { useStore } from '../../store/store-context.ts'
import { useEntries } from '../../store/use-entries.ts'
import { entryTitle } from '../registers/entry-title.ts'
import { useAllEntries } from '../registers/use-all-entries.ts'

/** The year whose end is looked at on a day: this one in December, last one in January; else none. */
export function yearEndOf(today: string): number | null {
  const year = Number(today.slice(0, 4))
  const month = today.slice(5, 7)
  return month === '12' ? year : month === '01' ? year - 1 : null
}

/** 31 December: what lies open then is carried over, and what nobody confirmed would move into the next year. */
export function YearEndCheck() {
  const { start } = useStore()
  const session = useSession()
  const year = yearEndOf(start.today)
  const unit = session.unit.code
  const isTime = year !== null && year === session.year
  const requestIds = useEntries({ unit, register: 'requests' })
  const disputeIds = useEntries({ unit, register: 'disputes' })
  const requests = useAllEntries(isTime ? requestIds : undefined, isTime)
  const disputes = useAllEntries(isTime ? disputeIds : undefined, isTime)
  const end = useMemo(
    () => (isTime && requests !== undefined && disputes !== undefined ? yearEnd(year, requests, disputes) : null),
    [isTime, year, requests, disputes],
  )
  if (end === null || end.open.length === 0) return null
  const unconfirmed = new Set(end.unconfirmed.map(({ entry }) => entry.id.entry))
  return (
    <Paper withBorder p="xs">
      <Title order={3} size="h6">
        {year}年12月31日核对：还没有办结的 {end.open.length} 件
      </Title>
      <Text size="xs" c="dimmed" mb={4}>
        已经办结的请补上答复或结果；真没有办结的，结转到下一年度继续办理。
      </Text>
      <Stack gap={2} component="ul" className="timeline">
        {end.open.map(({ entry, register: of, since }) => {
          const register = registerById(of)
          if (register === null) return null
          return (
            <Group component="li" gap="xs" key={`${of}/${entry.id.entry}`}>
              <button
                type="button"
                className="link open-request"
                onClick={() => session.go({ screen: 'register', register: of, entry: entry.id.entry })}
              >
                {register.label} {entryTitle(register, entry)}
              </button>
              <Text size="sm">
                {chineseDate(since)}收到
                {unconfirmed.has(entry.id.entry) ? '，还没有双方确认：一月才确认的，会算进下一年' : ''}
              </Text>
            </Group>
          )
        })}
      </Stack>
    </Paper>
  )
}
