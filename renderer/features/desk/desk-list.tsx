import { Table } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef } from 'react'
import type { DeskChild } from '../../../shared/model/desk/desk-children.ts'
import { useSession } from '../../kit/session/session.ts'
import { DeskRow } from './desk-row.tsx'

/** Pixels of a row without a second line; the rows themselves are measured. */
const ROW = 31
/** Rows drawn beyond those in sight: the list of a county stands there as a whole. */
const BEYOND = 30

/** The units of a desk: of thousands only those in sight are drawn. */
export function DeskList({ children: units }: { children: readonly DeskChild[] }) {
  const { form, go } = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: units.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => units[index]?.unit.code ?? index,
    overscan: BEYOND,
  })
  const items = virtual.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const latest = useRef(go)
  latest.current = go
  // The same for every row and every render, so that a row is drawn anew only where it changed.
  const open = useCallback((unit: string) => latest.current({ screen: 'child', unit }), [])
  return (
    <div className="desk-list" ref={scroller}>
      <Table
        stickyHeader
        highlightOnHover
        withTableBorder
        verticalSpacing={4}
        aria-label="各单位报送情况"
        aria-rowcount={units.length + 1}
      >
        <Table.Thead>
          <Table.Tr aria-rowindex={1}>
            <Table.Th>单位</Table.Th>
            <Table.Th>级别</Table.Th>
            <Table.Th>状态</Table.Th>
            <Table.Th>第几次</Table.Th>
            <Table.Th>报出日期</Table.Th>
            <Table.Th>检查</Table.Th>
            <Table.Th>电话</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Space height={above} />
          {items.map(({ index, key }) => {
            const child = units[index]
            return child === undefined ? null : (
              <DeskRow
                key={key}
                form={form}
                child={child}
                index={index}
                measure={virtual.measureElement}
                onOpen={open}
              />
            )
          })}
          <Space height={below} />
        </Table.Tbody>
      </Table>
    </div>
  )
}

/** Holds the place of rows that are not drawn. */
function Space({ height }: { height: number }) {
  return height > 0 ? (
    <tr style={{ height }}>
      <td colSpan={7} />
    </tr>
  ) : null
}
