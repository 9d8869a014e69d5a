import { Dexie } from 'dexie'
import type { Database, EntryListRow, EntryRow } from '../tables/database.ts'

/*
 * Which entries a register's list has, in its order: by day. Kept by months, each one row, beside the entries: an index
 * on them would be written again with every change of an entry, and costs an import a quarter of its time.
 */

/** One of a register's lists: of the entries that count, or of the bin. */
export interface ListPlace {
  readonly unit: string
  readonly register: string
  readonly isBin?: boolean
}

/** An entry's row before (undefined: it was not there) and after. */
interface Replaced {
  readonly before: EntryRow | undefined
  readonly after: EntryRow
}

type MonthKey = [unit: string, register: string, binned: 0 | 1, month: string]

interface MonthChange {
  readonly key: MonthKey
  readonly gone: Set<string>
  readonly come: Set<string>
}

/** Takes changed entries over into the lists. Runs in the transaction that applies them. */
export async function updateLists(database: Database, replaced: readonly Replaced[]): Promise<void> {
  const changes = new Map<string, MonthChange>()
  const changeOf = (key: MonthKey): MonthChange => {
    const name = JSON.stringify(key)
    const known = changes.get(name)
    if (known !== undefined) return known
    const made = { key, gone: new Set<string>(), come: new Set<string>() }
    changes.set(name, made)
    return made
  }
  for (const { before, after } of replaced) {
    const [from, to] = [before === undefined ? null : monthOf(before), monthOf(after)]
    if (from !== null && to !== null && before?.day === after.day && String(from) === String(to)) continue
    if (before !== undefined && from !== null) changeOf(from).gone.add(lineOf(before))
    if (to !== null) changeOf(to).come.add(lineOf(after))
  }
  if (changes.size === 0) return
  const rows = await database.lists.bulkGet([...changes.values()].map(({ key }) => key))
  const filled: EntryListRow[] = []
  const emptied: MonthKey[] = []
  for (const [index, { key, gone, come }] of [...changes.values()].entries()) {
    const [unit, register, binned, month] = key
    const kept = (rows[index]?.lines ?? []).filter((line) => !gone.has(line) && !come.has(line))
    const lines = [...kept, ...come].sort()
    if (lines.length > 0) filled.push({ unit, register, binned, month, lines })
    else emptied.push(key)
  }
  if (filled.length > 0) await database.lists.bulkPut(filled)
  if (emptied.length > 0) await database.lists.bulkDelete(emptied)
}

/** Null: in no list, nothing of it stands. */
function monthOf({ unit, register, binned, day }: EntryRow): MonthKey | null {
  return binned === undefined ? null : [unit, register, binned, day.slice(0, 'YYYY-MM'.length)]
}

/** Sorts by day, and within a day by record id, as they were made. */
const lineOf = ({ day, id }: EntryRow): string => `${day} ${id}`
const idOf = (line: string): string => line.slice(line.indexOf(' ') + 1)

/** Record ids, newest first, within a day the last made first; what has no day stands behind. */
export async function readListed(database: Database, place: ListPlace): Promise<readonly string[]> {
  const months = await monthsOf(database, place).toArray()
  return months.flatMap(({ lines }) => lines.map(idOf)).reverse()
}

/** How many there are; it is looked no further than `enough`. */
export async function countListed(database: Database, place: ListPlace, enough = Infinity): Promise<number> {
  let count = 0
  for (const key of await monthsOf(database, place).primaryKeys()) {
    if (count >= enough) break
    count += (await database.lists.get(key))?.lines.length ?? 0
  }
  return count
}

/** The same as `readListed`, a month at a time. */
export async function* listedMonths(database: Database, place: ListPlace): AsyncGenerator<readonly string[]> {
  for (const key of (await monthsOf(database, place).primaryKeys()).reverse()) {
    const month: EntryListRow | undefined = await database.lists.get(key)
    if (month !== undefined) yield month.lines.map(idOf).reverse()
  }
}

function monthsOf(database: Database, { unit, register, isBin = false }: ListPlace) {
  const binned = isBin ? 1 : 0
  return database.lists
    .where('[unit+register+binned+month]')
    .between([unit, register, binned, Dexie.minKey], [unit, register, binned, Dexie.maxKey])
}
