import { Table, Text } from '@mantine/core'
import { supplementName } from '../../../shared/catalogue/forms/cell-name.ts'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { formatFigure } from '../../../shared/model/report/figure.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import { supplementOriginText } from '../../kit/table/origin-text.ts'

/** 补充数字 as a unit sent them, with what it said of those that it corrected. */
export function ChildSupplement({ form, working }: { form: Form; working: WorkingReport }) {
  const figures = Object.entries(working.report.supplement).filter(([, value]) => value !== null)
  if (figures.length === 0) return <Text size="sm">没有报补充数字。</Text>
  return (
    <Table maw={820} verticalSpacing={2} aria-label="补充数字">
      <Table.Tbody>
        {figures.map(([key, value]) => (
          <Table.Tr key={key}>
            <Table.Td>{supplementName(form, key)}</Table.Td>
            <Table.Td ta="right">{formatFigure(value)}</Table.Td>
            <Table.Td>{form.definition.supplement.find((one) => one.key === key)?.unit}</Table.Td>
            <Table.Td c="dimmed">{supplementOriginText(working, key)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
