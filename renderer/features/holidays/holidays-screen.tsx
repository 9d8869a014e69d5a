import { Alert, Button, Checkbox, Group, NativeSelect, Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import {
  correctYear,
  dropYear,
  settleYear,
  tickLegalHolidays,
  turnDay,
} from '../../../shared/actions/holiday-changes.ts'
import { legalHolidays } from '../../../shared/catalogue/days/legal-holidays.ts'
import type { Change } from '../../../shared/journal/frame.ts'
import { readTickedYear, yearSources } from '../../../shared/model/unit/unit-holidays.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import { holidayProblemText, holidaySourcesText } from '../../../shared/wording/clock-calendar.ts'
import { useKeys } from '../../kit/keys/use-keys.ts'
import { notice } from '../../kit/session/notice.ts'
import { useSession } from '../../kit/session/session.ts'
import { HOME, type View } from '../../kit/session/view.ts'
import { useGroups } from '../../store/reports/use-records.ts'
import { useStore } from '../../store/store-context.ts'
import { focusYearCalendar, YearCalendar } from './year-calendar.tsx'
import { yearMonths } from './year-days.ts'

/** 节假日安排: a year that the program does not know is ticked from the State Council's notice. */
export function HolidaysScreen({ view }: { view: View & { screen: 'holidays' } }) {
  const { year } = view
  const session = useSession()
  const { start } = useStore()
  const groups = useGroups('unit', session.unit.code)
  // An undo shows this screen again, and knows nothing of where the clerk came from.
  const [from] = useState(view.from)
  const leave = () => session.go(from ?? HOME)
  useKeys({ Escape: leave })
  const thisYear = Number(start.today.slice(0, 4))
  const years = [...new Set([year, thisYear - 1, thisYear, thisYear + 1])].sort()
  if (groups === undefined) return null
  return (
    <div>
      <Group gap="sm" mb={6}>
        <Title order={2} size="h4">
          {year}年节假日安排
        </Title>
        <NativeSelect
          size="xs"
          aria-label="年度"
          data={years.map((one) => ({ value: String(one), label: `${one}年` }))}
          value={String(year)}
          onChange={(event) =>
            session.go({
              screen: 'holidays',
              year: Number(event.currentTarget.value),
              ...(from === undefined ? {} : { from }),
            })
          }
        />
        <Button size="xs" variant="subtle" onClick={leave}>
          {from === undefined ? '返回今天' : '返回'}（Esc）
        </Button>
      </Group>
      <YearOfHolidays year={year} groups={groups} />
    </div>
  )
}

function YearOfHolidays({ year, groups }: { year: number; groups: Groups }) {
  const session = useSession()
  const { days: brought } = useStore().catalogue
  const unit = session.unit.code
  const sources = yearSources(brought.notices, groups, year)
  const [known = null] = sources
  const ticked = readTickedYear(groups, year)
  const isOurs = known === null || known.source === 'ticked'
  /** Somebody else brings this year too: the clerk's own stands before it. */
  const isCorrected = isOurs && sources.length > 1
  const days = isOurs ? ticked : known.days
  const legal = useMemo(() => legalHolidays(year, brought.feasts), [year, brought])
  const months = useMemo(() => yearMonths(year, days, legal), [year, days, legal])
  const isProposed = legal.every(({ date }) => ticked.holidays.includes(date))
  const change = (action: string, edit: (groups: Groups) => readonly Change[]) =>
    void session.act({ action, insist: true, edit: async (read) => edit(await read('unit', unit)) })
  const settle = (settled: boolean) => {
    const asked = settleYear(unit, groups, year, settled)
    if (!asked.ok) return notice.set(holidayProblemText(asked.problem))
    change('settle-holidays', (now) => {
      const result = settleYear(unit, now, year, settled)
      return result.ok ? result.value : []
    })
  }
  return (
    <>
      {isOurs && !isCorrected ? (
        <Group gap="md" mb={8}>
          <Button
            size="xs"
            variant="default"
            disabled={isProposed}
            onClick={() => {
              change('tick-holiday', (now) => tickLegalHolidays(brought, unit, now, year))
              focusYearCalendar()
            }}
          >
            勾选法定节假日（{legal.length}天）
          </Button>
          <Checkbox
            size="sm"
            checked={ticked.settled}
            label={`${year}年已按国务院办公厅通知录入完毕`}
            onChange={(event) => settle(event.currentTarget.checked)}
          />
          <Text size="sm" c={ticked.settled ? undefined : 'orange.9'} role="status" aria-label="期限的计算">
            {ticked.settled ? '办理期限按此表计算。' : '未录入完毕，期限暂按周一至周五计算。'}
          </Text>
        </Group>
      ) : (
        <Alert color={sources.length > 1 ? 'yellow' : 'teal'} p="xs" mb={8} role="status" aria-label="谁定的">
          {holidaySourcesText(year, sources)}
          <Group gap="xs" mt={4}>
            {isCorrected ? (
              <Button
                size="xs"
                variant="default"
                onClick={() => change('tick-holiday', (now) => dropYear(unit, now, year))}
              >
                取消更正
              </Button>
            ) : (
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  change('tick-holiday', (now) => correctYear(unit, now, year, days))
                  focusYearCalendar()
                }}
              >
                更正…
              </Button>
            )}
          </Group>
        </Alert>
      )}
      <YearCalendar
        year={year}
        months={months}
        onTurn={isOurs ? (date) => change('tick-holiday', (now) => turnDay(unit, now, date)) : undefined}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {isOurs
          ? '用方向键选择日期，按空格或点击切换放假、上班，PageUp、PageDown 换月，Ctrl+Z 撤销。带下划虚线的是法定节假日；调休放假和调休上班的日期请按通知勾选。录入完毕后，办理期限、按期或逾期、文书中的日期都自动重新计算。'
          : '用方向键选择日期，PageUp、PageDown 换月。带下划虚线的是法定节假日。'}
      </Text>
    </>
  )
}
