import type { ColumnLayout } from './column-layout.ts'
import type { ListSort } from './list-entries.ts'
import { isSortable, isSummed, type ListColumn } from './shown-columns.ts'

/** The head of the list; a column's name sorts by it. */
export function EntryHead(props: {
  columns: readonly ListColumn[]
  layout: ColumnLayout
  isBin: boolean
  sort: ListSort | null
  onSort(sort: ListSort | null): void
}) {
  const { sort } = props
  return (
    <thead>
      <tr className="entry-head" style={props.layout.style}>
        {props.columns.map((column) => {
          const { key, label } = column
          const className = isSummed(column) ? 'entry-amount' : undefined
          if (!isSortable(column))
            return (
              <th key={key} className={className}>
                {label}
              </th>
            )
          const order = sort?.key !== key ? 'none' : sort.descending ? 'descending' : 'ascending'
          return (
            <th key={key} className={className} aria-sort={order}>
              <button type="button" className="entry-sort" onClick={() => props.onSort(nextSort(sort, key))}>
                {label}
                {order === 'none' ? '' : order === 'descending' ? ' ↓' : ' ↑'}
              </button>
            </th>
          )
        })}
        {props.isBin && <th aria-label="还原或删除" />}
      </tr>
    </thead>
  )
}

/** The sums of what the list shows now. */
export function EntryFoot(props: {
  columns: readonly ListColumn[]
  layout: ColumnLayout
  sums: ReadonlyMap<string, string>
}) {
  return (
    <tfoot>
      <tr className="entry-foot" style={props.layout.style}>
        {props.columns.map((column, index) => (
          <td key={column.key} className={isSummed(column) ? 'entry-amount' : undefined}>
            {isSummed(column) ? props.sums.get(column.key) : index === 0 ? '合计' : ''}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

/** Up, down, and back to the register's own order. */
function nextSort(sort: ListSort | null, key: string): ListSort | null {
  if (sort?.key !== key) return { key, descending: false }
  return sort.descending ? null : { key, descending: true }
}
