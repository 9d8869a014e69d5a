import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import { registerById } from '../../../shared/catalogue/catalogue.ts'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { clockSummary } from '../../../shared/wording/clock-summary.ts'
import { useNewEntry } from '../../kit/entry/use-new-entry.ts'
import { entryTitle } from '../../kit/entry-text/entry-title.ts'
import { useKeys } from '../../kit/keys/use-keys.ts'
import { ChartsLink } from '../../kit/links/charts-link.tsx'
import { TickDaysLinks } from '../../kit/links/tick-days-link.tsx'
import { useSession } from '../../kit/session/session.ts'
import { useCalendar } from '../../kit/session/use-calendar.ts'
import { useEntries, useOpenRequests } from '../../store/entries/use-entries.ts'
import { useRegister, useStore } from '../../store/store-context.ts'
import { figuresDue } from './figures-due.ts'
import { countOpen, type OpenRequest, openRequests } from './open-requests.ts'
import { YearEndCheck } from './year-end-check.tsx'

/** A section of the report that is not done. */
type Section = Pick<Form['definition']['sections'][number], 'id' | 'numeral' | 'title'>

/** As many requests as are listed here; the others are in the register. */
const LISTED = 8

/** 今天: what is due, overdue and waiting, and the three things that are done most. */
export function TodayPart({ next }: { next: Section | null }) {
  const session = useSession()
  const { start } = useStore()
  const calendar = useCalendar()
  const unit = session.unit.code
  const views = useOpenRequests(unit)
  const figureIds = useEntries({ unit, register: 'figures' })
  const requests = useRegister('requests')
  const create = useNewEntry(requests)
  const { today } = start
  const open = useMemo(
    () =>
      openRequests(
        requests,
        (views ?? []).map(({ entry }) => entry),
        calendar,
        today,
      ),
    [requests, views, calendar, today],
  )
  const provisional = [...new Set(open.flatMap(({ clock }) => clock?.provisional ?? []))].sort()
  const counts = countOpen(open)
  const due = figureIds === undefined ? null : figuresDue(figureIds, session.year, today)
  useKeys({ 'Ctrl+N': create.blank })
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button onClick={create.blank} title="Ctrl+N">
          登记申请
        </Button>
        <Button variant="default" onClick={() => session.go({ screen: 'register', register: 'figures' })}>
          记数字
        </Button>
        {next !== null && (
          <Button
            variant="default"
            onClick={() => session.go({ screen: 'section', section: next.id, layer: session.layer })}
          >
            填年报：{next.numeral}、{next.title}
          </Button>
        )}
      </Group>
      <Group gap="md" role="status" aria-label="今天的事">
        <Text size="sm">在办申请{counts.all}</Text>
        {counts.overdue > 0 && (
          <Text size="sm" fw={600} c="red.8">
            已逾期{counts.overdue}
          </Text>
        )}
        {counts.near > 0 && (
          <Text size="sm" fw={600}>
            快到期{counts.near}
          </Text>
        )}
        {counts.waiting > 0 && <Text size="sm">待对方办理{counts.waiting}</Text>}
        {due !== null && (
          <Text size="sm">{due === 'none' ? `${session.year}年度数字尚未填报` : `${due}月的数字尚未填报`}</Text>
        )}
      </Group>
      {open.length > 0 && (
        <Paper withBorder p="xs">
          <Title order={3} size="h6" mb={4}>
            在办的申请
          </Title>
          <Stack gap={2} component="ul" className="timeline">
            {open.slice(0, LISTED).map((one) => (
              <OpenLine key={one.entry.id.entry} request={one} />
            ))}
          </Stack>
          {provisional.length > 0 && (
            <Group gap="xs" mt={4}>
              <Text size="xs" c="dimmed">
                以上期限中有暂按周一至周五计算的，录入节假日安排后自动更新：
              </Text>
              <TickDaysLinks years={provisional} />
            </Group>
          )}
          {open.length > LISTED && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => session.go({ screen: 'register', register: 'requests' })}
            >
              另外还有{open.length - LISTED}件
            </Button>
          )}
        </Paper>
      )}
      <YearEndCheck />
      <ChartsLink />
    </Stack>
  )
}

function OpenLine({ request: { entry, clock } }: { request: OpenRequest }) {
  const session = useSession()
  const { start, catalogue } = useStore()
  const register = registerById(catalogue.registers, entry.id.register)
  if (register === null) return null
  return (
    <Group component="li" gap="xs" wrap="nowrap">
      <button
        type="button"
        className="link open-request"
        onClick={() => session.go({ screen: 'register', register: register.id, entry: entry.id.entry })}
      >
        {entryTitle(register, entry)}
      </button>
      <Text size="sm" {...((clock?.overdueBy ?? 0) > 0 ? { c: 'red.8', fw: 600 } : {})}>
        {clock === null
          ? '来件日期、申请方式或申请人类别未填或有误，不能计算期限，请点开补填。'
          : clockSummary(clock, start.today)}
      </Text>
    </Group>
  )
}
