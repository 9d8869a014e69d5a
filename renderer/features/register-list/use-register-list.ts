import { useMemo } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { searchedWords } from '../../kit/entry-text/searchable.ts'
import { useAllEntries } from '../../kit/entry-text/use-all-entries.ts'
import type { SealedMemory } from '../../kit/sealed/sealed-memory.ts'
import { type SealedSearch, useSealedSearch } from '../../kit/sealed/use-sealed-memory.ts'
import type { ListNarrow } from '../../kit/session/view.ts'
import { useEntries } from '../../store/entries/use-entries.ts'
import { groupEntries } from './group-entries.ts'
import { columnSums, type ListQuery, listEntries } from './list-entries.ts'
import { isNarrowing, type ListFilter } from './list-filter.ts'
import { groupedRows, type ListRow, lineOf } from './list-rows.ts'
import type { ListView } from './list-view.ts'
import { isWithin } from './narrow-list.ts'
import { isSummed, type ListColumn } from './shown-columns.ts'

export interface RegisterRows {
  /** Record ids of what the list shows, in its order, also under closed headings; undefined while it is read. */
  readonly shown: readonly string[] | undefined
  readonly rows: readonly ListRow[]
  /** Of the columns that are added up; null where none stands there. */
  readonly sums: ReadonlyMap<string, string> | null
  /** Record ids of what is in the bin. */
  readonly binned: readonly string[]
  readonly search: SealedSearch
}

interface Asked {
  readonly unit: string
  /** What a figure elsewhere led to; null for all. */
  readonly narrow: ListNarrow | null
  /** Only these are asked for, by record id: undefined while it is read which they are, null for all. */
  readonly only: ReadonlySet<string> | null | undefined
  readonly filter: ListFilter
  readonly view: ListView
  readonly columns: readonly ListColumn[]
  readonly closed: ReadonlySet<string>
  readonly isBin: boolean
  readonly memory: SealedMemory
}

const none: readonly string[] = []

/** What a register's list shows: filtered, sorted, grouped and added up. Where nothing is asked, only ids are read. */
export function useRegisterList(register: RegisterDefinition, asked: Asked): RegisterRows {
  const { unit, narrow, only, filter, view, columns, closed, isBin, memory } = asked
  const { sort, grouping } = view
  const kept = useEntries({ unit, register: register.id })
  const binned = useEntries({ unit, register: register.id, isBin: true })
  const ids = useMemo(() => {
    const all = isBin ? binned : kept
    if (only === null) return all
    return only === undefined ? undefined : all?.filter((id) => only.has(id))
  }, [isBin, binned, kept, only])

  const hasSums = columns.some(isSummed)
  const needsAll = narrow !== null || isNarrowing(filter) || sort !== null || grouping !== null || hasSums
  const views = useAllEntries(ids, needsAll)
  const all = useMemo(() => {
    const within = narrow === null ? views : views?.filter(({ facts }) => isWithin(narrow, facts))
    return within?.map(({ entry }) => entry) ?? null
  }, [views, narrow])
  const hasSealed = register.fields.some(({ personal }) => personal === true)
  const search = useSealedSearch(memory, all, hasSealed ? searchedWords(filter.text) : none)
  const { version } = search
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the memory holds more
  const found = useMemo(() => {
    if (all === null) return null
    const query: ListQuery = { ...filter, sort }
    return listEntries(register, all, query, (entry) => memory.text(entry))
  }, [register, all, filter, sort, memory, version])
  const groups = useMemo(
    () => (found === null || grouping === null ? null : groupEntries(register, found, { grouping, columns })),
    [register, found, grouping, columns],
  )
  const shown = useMemo(() => {
    if (!needsAll) return ids
    const entries = groups === null ? found : groups.flatMap((group) => group.entries)
    return entries?.map((entry) => lineOf(entry).id)
  }, [needsAll, ids, groups, found])
  const rows = useMemo(() => {
    if (groups !== null) return groupedRows(groups, closed)
    return needsAll ? (found ?? []).map(lineOf) : (ids ?? none).map((id) => ({ kind: 'entry' as const, id }))
  }, [groups, closed, needsAll, found, ids])
  const sums = useMemo(() => (hasSums && found !== null ? columnSums(columns, found) : null), [hasSums, columns, found])
  return { shown, rows, sums, binned: binned ?? none, search }
}
