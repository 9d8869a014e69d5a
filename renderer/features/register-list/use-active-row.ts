import { useEffect, useMemo, useRef, useState } from 'react'
import { entryIdOf } from '../../../shared/model/entry/entry-record.ts'
import type { ListRow } from './list-rows.ts'

/** What a line is told apart by, wherever it stands. */
export function keyOfRow(row: ListRow): string {
  return row.kind === 'group' ? `group ${row.group.key}` : entryIdOf(row.id).entry
}

/**
 * The chosen line of a list: the line itself, not its number, so that it stays chosen when lines come, go or change
 * their order. While it is gone (into the bin, out of the filter), the one that stands in its place is chosen, and it is
 * chosen again when it comes back. `at`: the entry to begin with, or that something was done with.
 */
export function useActiveRow(
  rows: readonly ListRow[],
  at: string | null,
): [index: number, choose: (to: number) => void] {
  const [key, setKey] = useState(at)
  useEffect(() => {
    if (at !== null) setKey(at)
  }, [at])
  const place = useRef(0)
  const found = useMemo(() => (key === null ? -1 : rows.findIndex((row) => keyOfRow(row) === key)), [rows, key])
  if (found >= 0) place.current = found
  const index = Math.max(0, Math.min(place.current, rows.length - 1))
  const choose = (to: number) => {
    const row = rows[to]
    place.current = to
    setKey(row === undefined ? null : keyOfRow(row))
  }
  return [index, choose]
}
