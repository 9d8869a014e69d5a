import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef } from 'react'
import type { DeskChild } from '../../../shared/model/desk/desk-children.ts'
import { useSession } from '../../kit/session/session.ts'
import { DeskRow } from './desk-row.tsx'
import './desk-list.css'

/** Pixels of a row without a second line; the rows themselves are measured. */
const ROW = 31
/** Rows drawn beyond those in sight. */
const BEYOND = 10

/** What a row says, and the columns' widths in pixels; null: what is left. */
const columns: readonly (readonly [head: string, width: number | null])[] = [
  ['单位', null],
  ['级别', 100],
  ['状态', 110],
  ['报送次数', 110],
  ['报送日期', 120],
  ['检查', 120],
  ['电话', 120],
]

/**
 * The units of a desk: of thousands only those in sight are drawn, as plain cells of fixed columns, so that scrolling
 * lays out a few rows and measures no text for its columns.
 */
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
      <table className="desk-table" aria-label="各单位报送情况" aria-rowcount={units.length + 1}>
        <colgroup>
          {columns.map(([head, width]) => (
            <col key={head} style={width === null ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(([head]) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </div>
  )
}

/** Holds the place of rows that are not drawn. */
function Space({ height }: { height: number }) {
  return height > 0 ? (
    <tr style={{ height }}>
      <td colSpan={columns.length} />
    </tr>
  ) : null
}
