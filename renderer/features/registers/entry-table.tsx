import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { RegisterDefinition, RegisterField } from '../../../shared/registers/register-definition.ts'
import { type EntryView, useEntryViews } from '../../store/use-entries.ts'
import { listedFields, shownValue } from './list-columns.ts'
import type { ListSort } from './list-entries.ts'
import { RequestState } from './request-state.tsx'
import './entry-table.css'

const ROW = 30
/** Rows drawn above and below what is in sight. */
const BEYOND = 12
/** Wide columns of text, and the rest, as parts of the width. */
const widthOf = (kind: string, key: string): string =>
  key === 'title' ? 'minmax(200px, 3fr)' : kind === 'date' ? '116px' : 'minmax(90px, 1fr)'

interface EntryTableProps {
  readonly register: RegisterDefinition
  /** Record ids in the order shown. */
  readonly ids: readonly string[]
  readonly sort: ListSort | null
  readonly isBin: boolean
  readonly sums: ReadonlyMap<string, string> | null
  onSort(sort: ListSort | null): void
  onOpen(entry: string): void
  /** Into the bin, or out of it. */
  onPut(entry: string): void
}

/** The list itself: only what is in sight is drawn and read; arrows walk, Enter opens. */
export function EntryTable(props: EntryTableProps) {
  const { register, ids, sort } = props
  const scroller = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState(0)
  const columns = useMemo(() => tableColumns(register), [register])
  const isRequests = register.id === 'requests'
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: BEYOND,
  })
  const rows = virtual.getVirtualItems()
  const inSight = ids.slice(rows[0]?.index ?? 0, (rows.at(-1)?.index ?? -1) + 1)
  const views = useEntryViews(inSight)
  // What was read stays in sight while the next rows are read.
  const known = useRef(new Map<string, EntryView>())
  for (const view of views ?? []) known.current.set(view.id, view)

  const last = ids.length - 1
  const current = Math.min(active, last)
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [])
  const walk = (to: number) => {
    const next = Math.max(0, Math.min(last, to))
    setActive(next)
    virtual.scrollToIndex(next)
  }
  const entryAt = (index: number): string | undefined => ids[index]?.split('|').slice(2).join('|')
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + 15,
      PageUp: current - 15,
      Home: 0,
      End: last,
    }
    const to = moves[event.key]
    const entry = entryAt(current)
    if (to !== undefined) walk(to)
    else if (event.key === 'Enter' && entry !== undefined) props.onOpen(entry)
    else if (event.key === 'Delete' && entry !== undefined) props.onPut(entry)
    else return
    event.preventDefault()
  }
  const template = [
    ...columns.map(({ kind, key }) => widthOf(kind, key)),
    ...(isRequests ? ['minmax(260px, 3fr)'] : []),
    ...(props.isBin ? ['80px'] : []),
  ].join(' ')
  return (
    <table
      ref={scroller}
      className="entry-table"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid has the focus and the keys of its rows
      role="grid"
      aria-label={register.label}
      aria-rowcount={ids.length}
      aria-activedescendant={ids.length > 0 ? `row-${current}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr className="entry-head" style={{ gridTemplateColumns: template }}>
          {columns.map(({ key, label }) => (
            <th key={key} aria-sort={sort?.key !== key ? 'none' : sort.descending ? 'descending' : 'ascending'}>
              <button type="button" className="entry-sort" onClick={() => props.onSort(nextSort(sort, key))}>
                {label}
                {sort?.key === key ? (sort.descending ? ' ↓' : ' ↑') : ''}
              </button>
            </th>
          ))}
          {isRequests && <th>办理情况</th>}
          {props.isBin && <th aria-label="取回" />}
        </tr>
      </thead>
      <tbody className="entry-rows" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, start }) => {
          const id = ids[index] ?? ''
          const view = known.current.get(id)
          const entry = entryAt(index) ?? ''
          return (
            <tr
              key={id}
              id={`row-${index}`}
              aria-rowindex={index + 1}
              aria-selected={index === current}
              data-entry={entry}
              className="entry-row"
              style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
              onClick={() => {
                setActive(index)
                props.onOpen(entry)
              }}
            >
              {columns.map((field) => (
                <td key={field.key} className={field.kind === 'money' ? 'entry-amount' : undefined}>
                  {shownValue(field, view?.entry.fields[field.key])}
                </td>
              ))}
              {isRequests && <td>{view !== undefined && <RequestState entry={view.entry} />}</td>}
              {props.isBin && (
                <td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={(event) => {
                      event.stopPropagation()
                      props.onPut(entry)
                    }}
                  >
                    取回来
                  </Button>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
      {props.sums !== null && (
        <tfoot>
          <tr className="entry-foot" style={{ gridTemplateColumns: template }}>
            {columns.map(({ key }, index) => (
              <td key={key}>{props.sums?.get(key) ?? (index === 0 ? '合计' : '')}</td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** The columns that stand beside each other; a request has its number first, and where it stands instead of its days. */
function tableColumns(register: RegisterDefinition): RegisterField[] {
  const listed = listedFields(register).filter(({ many }) => many !== true)
  const numbers = listed.filter(({ numberedBy }) => numberedBy !== undefined)
  if (numbers.length === 0) return listed
  const others = listed.filter(({ group, key }) => group !== 'number' && key !== 'confirmed')
  return [...numbers, ...others]
}

/** Up, down, and back to the register's own order. */
function nextSort(sort: ListSort | null, key: string): ListSort | null {
  if (sort?.key !== key) return { key, descending: false }
  return sort.descending ? null : { key, descending: true }
}
