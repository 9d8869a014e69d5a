import { Group, NativeSelect, Text, Title } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { formForYear } from '../../../shared/catalogue/catalogue.ts'
import { openAtEnd } from '../../../shared/catalogue/forms/open-at-end.ts'
import { entryRecordId } from '../../../shared/model/entry/entry-record.ts'
import { useKeys } from '../../kit/keys/use-keys.ts'
import { useSession } from '../../kit/session/session.ts'
import { useLastReport } from '../../store/reports/use-records.ts'
import { useRegister, useStore } from '../../store/store-context.ts'
import { figureRegister, figureRows } from './figure-grid.ts'
import { FigureSheet } from './figure-sheet.tsx'
import { LastYearOpenings } from './last-year-openings.tsx'
import { useFigures } from './use-figures.ts'

/**
 * 年初存量: what the unit had when its first year began, one number each; what later years take over from last year's report.
 * `sheetMenu`: Excel both ways, over the entries with these record ids.
 */
export function OpeningsScreen({ sheetMenu }: { sheetMenu(ids: readonly string[]): ReactNode }) {
  const session = useSession()
  const register = useRegister('openings')
  const figures = useMemo(() => figureRegister(register), [register])
  const { entries, put, putSource } = useFigures(figures)
  const [year, setYear] = useState(session.year)
  const rows = useMemo(() => figureRows(figures, entries ?? [], year), [figures, entries, year])
  const { forms, registers } = useStore().catalogue
  const form = formForYear(forms, year) ?? session.form
  const open = registers.filter(({ id }) => openAtEnd(form, id) !== null)
  const last = useLastReport(session.unit.code, year, form)
  useKeys({ Escape: () => session.go({ screen: 'registers' }) })
  const ids = useMemo(() => (entries ?? []).map(({ id }) => entryRecordId(id)), [entries])
  if (entries === undefined) return null
  return (
    <div className="table-section">
      <Group gap="sm" mb={6}>
        <Title order={2} size="h4">
          {register.label}
        </Title>
        <NativeSelect
          size="xs"
          aria-label="年度（年初）"
          data={[session.year - 1, session.year].map((one) => ({ value: String(one), label: `${one}年初` }))}
          value={String(year)}
          onChange={(event) => setYear(Number(event.currentTarget.value))}
        />
        {sheetMenu(ids)}
      </Group>
      {last && <LastYearOpenings form={form} year={year} last={last} rows={rows} />}
      <FigureSheet
        label={register.label}
        groups={[
          {
            label: last ? `${year}年1月1日的存量（未填的由上年年报结转）` : `${year}年1月1日的存量`,
            rows,
            hasSum: false,
          },
        ]}
        columns={['year']}
        yearLabel="年初数"
        showsKept={false}
        onPut={put}
        {...(figures.source === null ? {} : { onSource: ({ entries: ids }, text) => putSource(ids, text) })}
      />
      <Text size="xs" c="dimmed" mt={4}>
        第一次用本程序的那一年填一次，以后每年由上年年报结转；这里填了的，按填的计算。那时尚未办结的，请到
        {open.map(({ label }) => `“${label}”`).join('')}台账里按真实日期登记。不得录入涉密内容。
      </Text>
    </div>
  )
}
