import { useEffect, useState } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { z } from '../../../shared/values/parse.ts'
import { groupingsOf } from './group-entries.ts'
import { columnsOf, isSortable, type ListColumn, STATE } from './shown-columns.ts'

/** How the clerk likes a register's list. What it is narrowed to is not part of it: nothing hides from tomorrow's look. */
const stored = z.object({
  /** By column key: shown or not, where the clerk said so. */
  columns: z.record(z.string(), z.boolean()),
  sort: z.object({ key: z.string(), descending: z.boolean() }).nullable(),
  grouping: z.string().nullable(),
})
export type ListView = z.infer<typeof stored>

const plain: ListView = { columns: {}, sort: null, grouping: null }

/** Of this window only, as the last place is: losing it loses nothing. */
const placeOf = (register: string) => `list-view|${register}`

/** What was remembered of this register's list, without what the register no longer has. */
export function readListView(register: RegisterDefinition, text: string | null): ListView {
  const parsed = stored.safeParse(jsonOf(text ?? '')).data ?? plain
  const columns = columnsOf(register)
  const sorted = columns.some((column) => column.key === parsed.sort?.key && isSortable(column))
  const grouped = groupingsOf(register).some(({ key }) => key === parsed.grouping)
  return {
    columns: Object.fromEntries(
      Object.entries(parsed.columns).filter(([key]) => columns.some((one) => one.key === key)),
    ),
    sort: sorted ? parsed.sort : null,
    grouping: grouped ? parsed.grouping : null,
  }
}

/** What stands in a list now. */
interface InSight {
  /** Personal data is shown. */
  readonly isClear: boolean
  /** Something in the register is not filled in right. */
  readonly hasFlawed: boolean
  /** The bin: no deadline runs there, and nothing is asked to be filled in. */
  readonly isBin: boolean
}

/** The columns that stand beside each other. Never none. */
export function shownColumns(register: RegisterDefinition, view: ListView, now: InSight): readonly ListColumn[] {
  const columns = columnsOf(register)
  const isIn = ({ key, place }: ListColumn) =>
    (place !== 'clear' || now.isClear) &&
    (place !== 'flawed' || (now.hasFlawed && !now.isBin)) &&
    (key !== STATE || !now.isBin)
  const shown = columns.filter((column) => isChosen(view, column) && isIn(column))
  return shown.length === 0 ? columns.slice(0, 1) : shown
}

/** Whether the clerk wants to see a column. */
export function isChosen({ columns }: ListView, { key, place }: ListColumn): boolean {
  return columns[key] ?? place !== 'chosen'
}

/** The list as the clerk left it, and the way to change it. */
export function useListView(register: RegisterDefinition): {
  readonly view: ListView
  change(part: Partial<ListView>): void
} {
  const [view, setView] = useState(() => readListView(register, localStorage.getItem(placeOf(register.id))))
  useEffect(() => localStorage.setItem(placeOf(register.id), JSON.stringify(view)), [register, view])
  return { view, change: (part) => setView((before) => ({ ...before, ...part })) }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
