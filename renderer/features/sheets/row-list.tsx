import { Checkbox, Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useRef } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { type CheckedRow, placeKey } from '../../../shared/steps/sheets/rows/check-rows.ts'
import { rowPlaceText } from '../../../shared/wording/row-flaw.ts'
import { rowLine, rowReasons } from './row-line.ts'
import { isUpdatable, type SortedRows } from './sheet-state.ts'

/** In pixels: a line, and what stands around it. */
const [LINE, AROUND] = [20, 6]
/** Lines walked by an arrow, and by PageUp and PageDown. */
const [STEP, PAGE] = [2, 12]

interface RowListProps {
  readonly register: RegisterDefinition
  readonly rows: readonly CheckedRow[]
  readonly sorted: SortedRows
  /** By `placeKey`, rows whose entries are to be updated; null in a pile that updates none. */
  readonly ticked: ReadonlySet<string> | null
  onTick(row: string, isOn: boolean): void
}

/** The rows of a pile: what is wrong with each, or, line by line, what it would change. */
export function RowList({ register, rows, sorted, ticked, onTick }: RowListProps) {
  const scroller = useRef<HTMLElement>(null)
  const linesOf = (row: CheckedRow | undefined): number => {
    if (row === undefined) return 1
    if (ticked !== null) return 1 + (sorted.known.get(placeKey(row))?.changes.length ?? 0)
    return row.flaws.length > 0 || row.likeRow !== null ? 2 : 1
  }
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => LINE * linesOf(rows[index]) + AROUND,
    overscan: 8,
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const steps: Record<string, number> = { ArrowDown: STEP, ArrowUp: -STEP, PageDown: PAGE, PageUp: -PAGE }
    const by = steps[event.key]
    if (by === undefined) return
    event.preventDefault()
    event.currentTarget.scrollBy({ top: by * LINE })
  }
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed" py="md">
        没有这样的行。
      </Text>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than its place is scrolled by the keyboard
    <section ref={scroller} className="sheet-rows" aria-label="行" tabIndex={0} onKeyDown={onKeyDown}>
      <ul className="sheet-rows-all" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index]
          if (row === undefined) return null
          const place = placeKey(row)
          const reasons = rowReasons(register, row, sorted.known)
          const known = sorted.known.get(place)
          const number = known === undefined || known.stored.name === '' ? '' : `（${known.stored.name}）`
          return (
            <li key={place} className="sheet-row" style={{ height: size, transform: `translateY(${start}px)` }}>
              <span className="sheet-row-number">
                {ticked === null ? (
                  rowPlaceText(row)
                ) : (
                  <Checkbox
                    size="xs"
                    label={rowPlaceText(row)}
                    aria-label={`更新${rowPlaceText(row)}`}
                    checked={ticked.has(place)}
                    disabled={known === undefined || !isUpdatable(known)}
                    onChange={(event) => onTick(place, event.currentTarget.checked)}
                  />
                )}
              </span>
              {ticked === null ? (
                <span className="sheet-row-reasons" title={reasons.join('；')}>
                  {reasons.join('；')}
                </span>
              ) : (
                reasons.map((reason) => (
                  <span key={reason} className="sheet-row-change" title={reason}>
                    {reason}
                  </span>
                ))
              )}
              <span className="sheet-row-line">
                {number}
                {rowLine(register, row)}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
