import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { entryIdOf } from '../../../shared/model/entry/entry-record.ts'
import type { SealedMemory } from '../../kit/sealed/sealed-memory.ts'
import { useSealedRows } from '../../kit/sealed/use-sealed-memory.ts'
import { type EntryView, useEntryViews } from '../../store/entries/use-entries.ts'
import { columnLayout } from './column-layout.ts'
import { RowCells } from './entry-row.tsx'
import { EntryFoot, EntryHead } from './entry-table-ends.tsx'
import { GroupHeading } from './group-heading.tsx'
import type { ListSort } from './list-entries.ts'
import { headingOver, type ListRow } from './list-rows.ts'
import type { ListColumn } from './shown-columns.ts'
import { useActiveRow } from './use-active-row.ts'
import './entry-table.css'

const ROW = 30
/** Rows drawn above and below what is in sight. */
const BEYOND = 12

/** Puts the list under the keyboard; where nothing was found there is none. */
export function focusEntryTable(): void {
  document.querySelector<HTMLElement>('.entry-table')?.focus({ preventScroll: true })
}

interface EntryTableProps {
  readonly register: RegisterDefinition
  readonly columns: readonly ListColumn[]
  /** In the order shown. */
  readonly rows: readonly ListRow[]
  /** The entry that is chosen at first, or that something was done with. */
  readonly at: string | null
  readonly sort: ListSort | null
  readonly isBin: boolean
  readonly sums: ReadonlyMap<string, string> | null
  readonly memory: SealedMemory
  /** Personal data in clear, until the list is left. */
  readonly isClear: boolean
  onSort(sort: ListSort | null): void
  onOpen(entry: string): void
  /** Into the bin, or out of it. */
  onPut(entry: string): void
  /** For good. */
  onErase(entry: string): void
  /** Opens or closes the groups of these keys. */
  onFold(groups: readonly string[], isOpen: boolean): void
}

/** The list itself: only what is in sight is drawn and read; arrows walk, Enter opens, left and right fold groups. */
export function EntryTable(props: EntryTableProps) {
  const { register, rows, columns, isBin, memory, isClear } = props
  const scroller = useRef<HTMLTableElement>(null)
  const [current, setActive] = useActiveRow(rows, props.at)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: BEYOND,
  })
  const items = virtual.getVirtualItems()
  const inSight = items.flatMap(({ index }) => {
    const row = rows[index]
    return row?.kind === 'entry' ? [row.id] : []
  })
  const views = useEntryViews(inSight)
  // What was read stays in sight while the next rows are read.
  const known = useRef(new Map<string, EntryView>())
  for (const view of views ?? []) known.current.set(view.id, view)
  const hasSealed = columns.some(({ isSealed }) => isSealed === true)
  const problem = useSealedRows(memory, hasSealed ? (views ?? []).map(({ entry }) => entry) : [])

  const last = rows.length - 1
  useEffect(() => {
    // Whoever types into the search above keeps on typing.
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [])
  // The chosen line is in sight, also where the clerk comes back to it or it moved.
  useEffect(() => {
    if (rows.length > 0) virtual.scrollToIndex(current)
  }, [virtual, current, rows.length])
  const walk = (to: number) => {
    const next = Math.max(0, Math.min(last, to))
    setActive(next)
    virtual.scrollToIndex(next)
  }
  const row = rows[current]
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.target !== event.currentTarget || event.altKey || event.metaKey) return
    const act = event.ctrlKey ? groupKeys(event.key) : (moves(event.key) ?? rowKeys(event))
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const moves = (key: string): (() => void) | undefined => {
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + 15,
      PageUp: current - 15,
      Home: 0,
      End: last,
    }
    const to = steps[key]
    return to === undefined ? undefined : () => walk(to)
  }
  const rowKeys = ({ key, shiftKey }: KeyboardEvent): (() => void) | undefined => {
    if (row?.kind === 'group') {
      const { group, isOpen } = row
      if (key === 'Enter') return () => props.onFold([group.key], !isOpen)
      if (key === 'ArrowRight') return () => (isOpen ? walk(current + 1) : props.onFold([group.key], true))
      if (key === 'ArrowLeft') return () => props.onFold([group.key], false)
      return undefined
    }
    if (row === undefined) return undefined
    if (key === 'Enter') return () => props.onOpen(entryIdOf(row.id).entry)
    if (key === 'Delete' && shiftKey) return isBin ? () => props.onErase(entryIdOf(row.id).entry) : undefined
    if (key === 'Delete') return () => props.onPut(entryIdOf(row.id).entry)
    const heading = headingOver(rows, current)
    return key === 'ArrowLeft' && heading >= 0 ? () => walk(heading) : undefined
  }
  /** All groups at once. */
  const groupKeys = (key: string): (() => void) | undefined => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined
    const groups = rows.flatMap((one) => (one.kind === 'group' ? [one.group.key] : []))
    if (groups.length === 0) return undefined
    return () => {
      props.onFold(groups, key === 'ArrowRight')
      setActive(0)
      virtual.scrollToIndex(0)
    }
  }
  const layout = columnLayout(columns, isBin)
  const isGrouped = rows.some(({ kind }) => kind === 'group')
  return (
    <>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a grid, or a grid of groups: both have an active row */}
      <table
        ref={scroller}
        className="entry-table"
        role={isGrouped ? 'treegrid' : 'grid'}
        aria-label={register.label}
        aria-rowcount={rows.length}
        aria-activedescendant={rows.length > 0 ? `row-${current}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <EntryHead columns={columns} layout={layout} isBin={isBin} sort={props.sort} onSort={props.onSort} />
        <tbody className="entry-rows" style={{ height: virtual.getTotalSize(), minWidth: layout.minWidth }}>
          {items.map(({ index, start }) => {
            const one = rows[index]
            if (one === undefined) return null
            const place = {
              id: `row-${index}`,
              'aria-rowindex': index + 1,
              'aria-selected': index === current,
              style: { ...layout.style, transform: `translateY(${start}px)` },
            }
            if (one.kind === 'group') {
              return (
                <GroupHeading
                  key={`group ${one.group.key}`}
                  place={place}
                  row={one}
                  columns={columns}
                  unit={register.unit}
                  onToggle={() => {
                    setActive(index)
                    props.onFold([one.group.key], !one.isOpen)
                  }}
                />
              )
            }
            const { entry } = entryIdOf(one.id)
            return (
              <tr
                key={one.id}
                {...place}
                {...(isGrouped ? { 'aria-level': 2 } : {})}
                data-entry={entry}
                className="entry-row"
                onClick={() => {
                  setActive(index)
                  props.onOpen(entry)
                }}
              >
                <RowCells
                  register={register}
                  columns={columns}
                  view={known.current.get(one.id)}
                  memory={memory}
                  isClear={isClear}
                  isBin={isBin}
                  onPut={() => props.onPut(entry)}
                  onErase={() => props.onErase(entry)}
                />
              </tr>
            )
          })}
        </tbody>
        {props.sums !== null && <EntryFoot columns={columns} layout={layout} sums={props.sums} />}
      </table>
      {problem !== null && (
        <div className="entry-problem" role="alert">
          {problem}
        </div>
      )}
    </>
  )
}
