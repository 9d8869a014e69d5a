import { Group, Text } from '@mantine/core'
import { cellName, supplementName } from '../../../shared/catalogue/forms/cell-name.ts'
import { UNREADABLE } from '../../../shared/steps/derive/derived-counts.ts'
import type { Facts } from '../../../shared/steps/derive/entry-facts.ts'
import { contributions } from '../../../shared/steps/derive/trace.ts'
import { useSession } from '../session/session.ts'

/** The figures of the report in which an entry counts, each a way to its place in the table. */
export function CountedIn({ register, facts }: { register: string; facts: Facts | null }) {
  const { form, year, go } = useSession()
  const counted = contributions(form, year, register, facts)
  return (
    <Group gap={6} fz="sm" aria-label="计入年报的数字" role="group">
      <Text size="sm" c="dimmed">
        {counted.length === 0 ? `未计入${year}年度报告（日期不在本年度，或内容未填全）。` : `计入${year}年度报告：`}
      </Text>
      {counted.map(({ figure, amount, sign }) => {
        const key = form.key(figure)
        const cell = key === null ? undefined : form.cells.get(key)
        const count = `${sign < 0 ? '减' : ''}${amount === '1' ? '' : (amount ?? UNREADABLE)}`
        const name = key === null ? supplementName(form, figure) : cellName(form, key)
        if (key === null || cell === undefined) {
          return (
            <button type="button" key={figure} className="source" onClick={() => go({ screen: 'supplement', figure })}>
              {name}
              {count}
            </button>
          )
        }
        return (
          <button
            type="button"
            key={figure}
            className="source"
            onClick={() => go({ screen: 'section', section: cell.table, layer: 'own', focus: key })}
          >
            {name}
            {count}
          </button>
        )
      })}
    </Group>
  )
}
