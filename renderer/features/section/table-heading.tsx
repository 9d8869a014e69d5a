import { Button, Group, Text, Title } from '@mantine/core'
import { memo } from 'react'
import { stateZero, withdrawStatement } from '../../../shared/actions/figure-changes.ts'
import type { Table } from '../../../shared/catalogue/forms/form.ts'
import type { Layer } from '../../../shared/model/report/report.ts'
import type { DerivedValues } from '../../../shared/model/report/working-report.ts'
import { ruleRowOf } from '../../../shared/model/unit/unit-record.ts'
import { useSession } from '../../kit/session/session.ts'

interface TableHeadingProps {
  readonly table: Table
  readonly title: string
  readonly layer: Layer
  /** 全表为0 was said. */
  readonly stated: boolean
  /** The table holds a figure. */
  readonly hasFigures: boolean
  readonly derived: DerivedValues | undefined
}

/** What a table is called, and 本年没有（全表为0）. Not drawn anew with each figure that is typed below it. */
export const TableHeading = memo(function TableHeading(props: TableHeadingProps) {
  const { table, title, layer, stated, hasFigures, derived } = props
  const { form, unit, edit } = useSession()
  const zeros = () =>
    edit(layer, 'state-zero', (id, groups) => stateZero(form, id, groups, table.id, ruleRowOf(unit.profile), derived))
  const withdraw = () => edit(layer, 'withdraw-zero', (id, groups) => withdrawStatement(id, groups, table.id))
  return (
    <Group justify="space-between" wrap="nowrap" mb={6}>
      <Title order={2} size="h4">
        {table.numeral}、{title}
        {layer === 'total' && (
          <Text span size="sm" c="dimmed">
            {' '}
            汇总数
          </Text>
        )}
      </Title>
      {layer === 'own' && (
        <Group gap="xs" wrap="nowrap">
          {stated && (
            <Text size="sm" c="dimmed">
              已注明“本年没有”
            </Text>
          )}
          <Button variant="default" size="xs" onClick={stated ? withdraw : zeros}>
            {stated ? '取消注明' : hasFigures ? '其余空白格填0' : '本年没有（全表为0）'}
          </Button>
        </Group>
      )}
    </Group>
  )
})
