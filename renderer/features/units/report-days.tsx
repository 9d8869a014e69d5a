import { Box, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import { setReportDay } from '../../../shared/actions/report-day-changes.ts'
import { isDay } from '../../../shared/calendar/day-number.ts'
import type { FieldValue } from '../../../shared/model/entry/entry-record.ts'
import { type ReportDay, readReportDay } from '../../../shared/model/unit/report-days.ts'
import { reportDeadlineText } from '../../../shared/wording/report-days.ts'
import { DateInput } from '../../kit/fields/date-input.tsx'
import { useSession } from '../../kit/session/session.ts'
import { useGroups } from '../../store/reports/use-records.ts'
import { useStore } from '../../store/store-context.ts'

/** By when reports are to be sent: what the unit above wants of this one, and this one of those below. */
export function ReportDays() {
  const { unit, year, isDesk } = useSession()
  const { start } = useStore()
  const groups = useGroups('unit', unit.code)
  if (groups === undefined) return null
  const noted = (kind: ReportDay) => readReportDay(groups, kind, year)
  return (
    <div>
      <SimpleGrid cols={2} spacing="sm">
        <ReportDayField key={`reportDay ${year} ${noted('reportDay')}`} kind="reportDay" noted={noted('reportDay')} />
        {isDesk && (
          <ReportDayField key={`unitsDay ${year} ${noted('unitsDay')}`} kind="unitsDay" noted={noted('unitsDay')} />
        )}
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {reportDeadlineText(unit.profile.level, year, noted('reportDay'), start.today)}
      </Text>
    </div>
  )
}

const labels: Readonly<Record<ReportDay, string>> = {
  reportDay: '上级要求的报送日期',
  unitsDay: '要求下级报送的日期',
}

/** One of the days, kept when the field is left or by Enter. */
function ReportDayField({ kind, noted }: { kind: ReportDay; noted: string | null }) {
  const { unit, year, act } = useSession()
  const [value, setValue] = useState<FieldValue | null>(noted)
  const isReadable = value === null || (typeof value === 'string' && isDay(value))
  const keep = () => {
    const day = typeof value === 'string' ? value : null
    if (!isReadable || day === noted) return
    void act({
      action: 'edit-unit',
      insist: true,
      edit: async (read) => setReportDay(unit.code, await read('unit', unit.code), kind, year, day),
    })
  }
  return (
    <Box
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    >
      <DateInput
        field={{ key: kind, label: `${labels[kind]}（${year}年度报告）`, kind: 'date', hint: '照通知填，没有就空着' }}
        value={value ?? undefined}
        flaw={isReadable ? null : 'unreadable'}
        planned={year + 1}
        onChange={setValue}
      />
    </Box>
  )
}
