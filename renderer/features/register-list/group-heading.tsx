import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import type { ListRow } from './list-rows.ts'
import { isSummed, type ListColumn } from './shown-columns.ts'

/** The line over the entries of a group: what it is, how many, and the sums of the columns that stand below. */
export function GroupHeading(props: {
  /** Where the line lies and which it is. */
  place: ComponentProps<'tr'>
  row: ListRow & { kind: 'group' }
  columns: readonly ListColumn[]
  /** 件 or 条. */
  unit: string
  onToggle(): void
}) {
  const { group, isOpen } = props.row
  const sums = props.columns.filter(isSummed).map(({ key, label }) => `${label}：${group.sums.get(key) ?? '0'}`)
  return (
    <tr
      {...props.place}
      style={{ ...props.place.style, gridTemplateColumns: '1fr' }}
      className="entry-row entry-group"
      aria-level={1}
      aria-expanded={isOpen}
      data-group={group.key}
      onClick={props.onToggle}
    >
      <td colSpan={props.columns.length}>
        {isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        {group.label}
        <span className="entry-quiet">{[`${group.entries.length}${props.unit}`, ...sums].join(' · ')}</span>
      </td>
    </tr>
  )
}
