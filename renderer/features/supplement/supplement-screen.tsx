import { Table, Text, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { supplementEdits } from '../../../shared/actions/figure-changes.ts'
import { formatFigure } from '../../../shared/model/report/figure.ts'
import { readTyped } from '../../../shared/model/report/read-typed.ts'
import { useKeys } from '../../kit/keys/use-keys.ts'
import { useReportData } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import { supplementOriginText } from '../../kit/table/origin-text.ts'
import { SupplementField } from './supplement-field.tsx'
import { SupplementPanel } from './supplement-panel.tsx'
import './supplement.css'

/** 补充数字: figures that the text of the report needs and its tables don't have, typed or from the registers. */
export function SupplementScreen({ first }: { first: string | null }) {
  const session = useSession()
  const { form } = session
  const { own, total } = useReportData()
  const { working, findings } = own
  const sheet = useRef<HTMLTableElement>(null)
  const [chosen, setChosen] = useState(first)
  useKeys({ Escape: () => session.go({ screen: 'today' }) })
  useEffect(() => {
    const field = first === null ? 'input[data-supplement]' : `input[data-supplement="${first}"]`
    // Without a figure to go to, whoever has the focus keeps it.
    if (first !== null || document.activeElement === document.body) {
      sheet.current?.querySelector<HTMLInputElement>(field)?.focus()
    }
  }, [first])
  const figures = form.definition.supplement
  const step = (from: string, by: 1 | -1) => {
    const next = figures[figures.findIndex(({ key }) => key === from) + by]
    const field = sheet.current?.querySelector<HTMLInputElement>(`input[data-supplement="${next?.key ?? from}"]`)
    if (next === undefined) field?.blur()
    field?.focus()
  }
  return (
    <div className="table-section">
      <Title order={2} size="h4" mb={2}>
        补充数字
      </Title>
      <Text size="xs" c="dimmed" mb={6}>
        年报文字要用而表格中没有的数字，随报送文件报给上级。已登记台账的按台账计算，可直接输入更正。
      </Text>
      <div className="supplement-sheet">
        <Table ref={sheet} role="grid" aria-label="补充数字" withColumnBorders stickyHeader verticalSpacing={0}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>项目</Table.Th>
              <Table.Th>{total === null ? '数字' : '本单位'}</Table.Th>
              {total !== null && <Table.Th>汇总数</Table.Th>}
              <Table.Th>单位</Table.Th>
              <Table.Th>数据来源</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {figures.map(({ key, label, unit, kind }) => (
              <Table.Tr key={key} data-chosen={chosen === key || undefined}>
                <Table.Th scope="row">{label}</Table.Th>
                <SupplementField
                  figure={{ key, label }}
                  value={working.report.supplement[key] ?? null}
                  origin={working.supplementOrigin?.get(key) ?? null}
                  isFlawed={findings.some(({ place }) => place.kind === 'supplement' && place.figure === key)}
                  onFocus={() => setChosen(key)}
                  onStep={(by) => step(key, by)}
                  onType={(text) =>
                    session.edit('own', 'type', (id, groups) =>
                      supplementEdits(id, groups, [{ key, value: readTyped({ kind }, text) }], {
                        form,
                        derived: working.derived,
                      }),
                    )
                  }
                />
                {total !== null && (
                  <Table.Td className="supplement-sum">
                    {formatFigure(total.working.report.supplement[key] ?? null)}
                  </Table.Td>
                )}
                <Table.Td>{unit}</Table.Td>
                <Table.Td c="dimmed">{supplementOriginText(working, key)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <SupplementPanel figure={chosen} checked={own} />
    </div>
  )
}
