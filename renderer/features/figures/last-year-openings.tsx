import { Button, Group, Table, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import { cellEdits } from '../../../shared/actions/figure-changes.ts'
import { cellName, tableNameOf } from '../../../shared/catalogue/forms/cell-name.ts'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { formatFigure } from '../../../shared/model/report/figure.ts'
import { type CarriedFigure, carriedFigures, type LastReport } from '../../../shared/steps/derive/carried-over.ts'
import { stocksLeft } from '../../../shared/steps/derive/opening-stocks.ts'
import { carriedDifference, lastReportName, stockDifference } from '../../../shared/wording/opening-difference.ts'
import { useSession } from '../../kit/session/session.ts'
import { useWorkingReport } from '../../store/reports/use-records.ts'
import { useStore } from '../../store/store-context.ts'
import { editReport } from '../../store/write/record-action.ts'
import { type FigureRow, yearFigure } from './figure-grid.ts'

interface LastYearOpeningsProps {
  readonly form: Form
  readonly year: number
  readonly last: LastReport
  /** The stocks of the sheet, as typed for this year. */
  readonly rows: readonly FigureRow[]
}

/** What a year takes over from last year's report: the stocks, the requests carried over, and where numbers differ. */
export function LastYearOpenings({ form, year, last, rows }: LastYearOpeningsProps) {
  const session = useSession()
  const store = useStore()
  const id = { unit: session.unit.code, year, layer: 'own' } as const
  const working = useWorkingReport(id, form)
  const left = useMemo(() => stocksLeft(form, last), [form, last])
  const carried = useMemo(
    () => (working === undefined ? [] : carriedFigures(form, working, last)),
    [form, working, last],
  )
  // Nothing to say of what was nothing and is nothing.
  const shown = carried.filter((one) => one.differs || one.lastYear !== 0)
  const blank = carried.filter(({ counted, now }) => counted === null && now === null)
  const stocks = rows.filter(({ subject }) => left[subject.value] !== undefined)
  const fill = () =>
    void editReport(
      store,
      id,
      'carry-over',
      (groups) =>
        cellEdits(
          form,
          id,
          groups,
          blank.map(({ key, lastYear }) => ({ key, value: lastYear })),
          working?.derived,
        ),
      { insist: true },
    )
  return (
    <div className="last-year-openings">
      <Group gap="xs" mb={4}>
        <Title order={3} size="h6">
          由{lastReportName(year - 1, last.isSubmitted)}结转
        </Title>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => session.goTo({ unit: id.unit, year: year - 1 }, { screen: 'today' })}
        >
          查看{year - 1}年度
        </Button>
        {blank.length > 0 && shown.length > 0 && (
          <Button size="compact-xs" variant="default" onClick={fill}>
            把上年结转填进{year}年度的{tablesOf(form, blank)}
          </Button>
        )}
      </Group>
      <Table withTableBorder withColumnBorders verticalSpacing={2} bg="white" mb="sm" aria-label="由上年年报结转的数">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={260}>项目</Table.Th>
            <Table.Th w={104}>{year - 1}年年报</Table.Th>
            <Table.Th w={104}>{year}年年初</Table.Th>
            <Table.Th>说明</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {stocks.map((row) => (
            <StockLine key={row.subject.value} row={row} left={left[row.subject.value] ?? ''} year={year} />
          ))}
          {shown.map((one) => (
            <CarriedLine key={one.key} carried={one} form={form} year={year} last={last} />
          ))}
        </Table.Tbody>
      </Table>
      {stocks.length + shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {year - 1}年年报里没有要结转的存量，也没有要结转的申请。
        </Text>
      )}
    </div>
  )
}

function StockLine({ row, left, year }: { row: FigureRow; left: string; year: number }) {
  const typed = yearFigure(row)
  const differs = typed !== '' && typed !== left
  return (
    <Table.Tr data-opening={row.subject.value} data-differs={differs || undefined}>
      <Table.Th scope="row">{row.subject.label}</Table.Th>
      <Table.Td>{left}</Table.Td>
      <Table.Td>{typed === '' ? left : typed}</Table.Td>
      <Table.Td c={differs ? 'red.8' : 'dimmed'}>
        {differs ? stockDifference(year - 1, { typed, lastYear: left }) : '自动结转，不用填写'}
      </Table.Td>
    </Table.Tr>
  )
}

function CarriedLine(props: { carried: CarriedFigure; form: Form; year: number; last: LastReport }) {
  const { carried, form, year, last } = props
  const { key, counted, now, lastYear, differs } = carried
  return (
    <Table.Tr data-opening={key} data-differs={differs || undefined}>
      <Table.Th scope="row">{cellName(form, key)}</Table.Th>
      <Table.Td>{formatFigure(lastYear)}</Table.Td>
      <Table.Td>{formatFigure(counted ?? now)}</Table.Td>
      <Table.Td c={differs ? 'red.8' : 'dimmed'}>
        {differs
          ? carriedDifference(last.form, year - 1, carried)
          : counted === null
            ? `未使用申请台账，请在${tablesOf(form, [carried])}填写`
            : '台账中的申请继续办理，不用重复登记'}
      </Table.Td>
    </Table.Tr>
  )
}

/** The tables in which these figures stand, as the form calls them. */
function tablesOf(form: Form, carried: readonly CarriedFigure[]): string {
  const names = carried.flatMap(({ key }) => {
    const cell = form.cells.get(key)
    return cell === undefined ? [] : [tableNameOf(form, cell)]
  })
  return [...new Set(names)].join('、')
}
