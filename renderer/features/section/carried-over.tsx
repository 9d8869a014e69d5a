import { Button, Group, Stack, Text } from '@mantine/core'
import { cellEdits } from '../../../shared/actions/figure-changes.ts'
import type { CellKey } from '../../../shared/catalogue/forms/form.ts'
import { formatFigure } from '../../../shared/model/report/figure.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import { carriedCells, carriedFigures } from '../../../shared/steps/derive/carried-over.ts'
import { derivationsOf } from '../../../shared/steps/derive/compile-derivations.ts'
import { carriedDifference, stockDifference } from '../../../shared/wording/opening-difference.ts'
import { useSession } from '../../kit/session/session.ts'
import { useDerived } from '../../store/derived/use-derived.ts'
import { useLastReport } from '../../store/reports/use-records.ts'

/** Of a figure that begins with last year's: what last year's report says, where it says otherwise, and what to do. */
export function CarriedOver({ cellKey, working }: { cellKey: CellKey; working: WorkingReport }) {
  const { form } = useSession()
  if (carriedCells(form).some(({ key }) => key === cellKey)) return <Carried cellKey={cellKey} working={working} />
  const stocks = derivationsOf(form).targets.find(({ cell }) => cell === cellKey)?.stocks ?? []
  return stocks.length === 0 ? null : <Stocks stocks={stocks.map(({ key }) => key)} />
}

function Carried({ cellKey, working }: { cellKey: CellKey; working: WorkingReport }) {
  const { unit, year, form, edit, go, goTo } = useSession()
  const last = useLastReport(unit.code, year, form)
  if (!last) return null
  const carried = carriedFigures(form, working, last).find(({ key }) => key === cellKey)
  if (carried === undefined) return null
  const { counted, now, lastYear, lastKey, differs } = carried
  if (!differs && (counted !== null || now !== null)) return null
  const lastTable = last.form.cells.get(lastKey)?.table ?? ''
  return (
    <Stack gap={4} className="cell-sources" data-carried={cellKey}>
      <Text size="sm">
        {differs
          ? carriedDifference(last.form, year - 1, carried)
          : `${year - 1}年年报结转${formatFigure(lastYear)}件。`}
      </Text>
      <Group gap={6}>
        {differs && (
          <Button size="compact-xs" variant="default" onClick={() => go({ screen: 'register', register: 'requests' })}>
            查看台账
          </Button>
        )}
        {counted === null && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() =>
              edit('own', 'carry-over', (id, groups) =>
                cellEdits(form, id, groups, [{ key: cellKey, value: lastYear }], working.derived),
              )
            }
          >
            按上年结转填写（{formatFigure(lastYear)}）
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() =>
            goTo(
              { unit: unit.code, year: year - 1 },
              { screen: 'section', section: lastTable, layer: 'own', focus: lastKey },
            )
          }
        >
          查看{year - 1}年度对应数字
        </Button>
      </Group>
    </Stack>
  )
}

function Stocks({ stocks }: { stocks: readonly string[] }) {
  const { unit, year, form, go } = useSession()
  const differences = useDerived(unit.code, year, form)?.differences.filter(({ stock }) => stocks.includes(stock)) ?? []
  return differences.map((difference) => (
    <Stack gap={4} className="cell-sources" key={difference.stock} data-stock={difference.stock}>
      <Text size="sm">{stockDifference(year - 1, difference)}</Text>
      <Group>
        <Button size="compact-xs" variant="default" onClick={() => go({ screen: 'register', register: 'openings' })}>
          查看年初存量
        </Button>
      </Group>
    </Stack>
  ))
}
