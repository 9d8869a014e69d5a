import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import { type CheckedRow, placeKey } from './check-rows.ts'
import type { EntryUpdate, RowChange, StoredEntry } from './row-change.ts'
import { rowChanges } from './row-changes.ts'
import { clearKey, sameKeys } from './same-entries.ts'

/** A row of a file that is in the register already, and what it says differently. */
export interface KnownRow {
  readonly stored: StoredEntry
  readonly changes: readonly RowChange[]
  readonly update: EntryUpdate
}

/**
 * Which entry each row is, by `placeKey`: one row is one entry. By what is surest first; of several that agree, the
 * one that says the same. A row that nothing tells from others is known only where an entry says all that it says.
 */
export function matchRows(
  register: RegisterDefinition,
  rows: readonly CheckedRow[],
  stored: readonly StoredEntry[],
): ReadonlyMap<string, KnownRow> {
  const keysOf = sameKeys(register)
  const found = new Map<string, KnownRow>()
  const free = new Set(stored)
  const claim = (row: CheckedRow, candidates: readonly StoredEntry[], onlySame: boolean): void => {
    let first: [StoredEntry, KnownRow] | null = null
    for (const one of candidates) {
      if (!free.has(one)) continue
      const known = { stored: one, ...rowChanges(register, row, one) }
      if (known.changes.length > 0 && onlySame) continue
      first ??= [one, known]
      if (known.changes.length > 0) continue
      first = [one, known]
      break
    }
    if (first === null) return
    free.delete(first[0])
    found.set(placeKey(row), first[1])
  }
  const entries = stored.map((one) => ({
    one,
    keys: keysOf({ fields: one.entry.fields, personal: one.personal ?? {} }),
  }))
  // Rows in sight first: a hidden one takes no entry from them.
  const inOrder = rows.toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden))
  const read = inOrder.map((row) => ({ row, keys: keysOf(row) }))
  const sets = read[0]?.keys.length ?? 0
  for (let set = 0; set < sets; set += 1) {
    const byKey = Map.groupBy(
      entries.flatMap(({ one, keys }) => keys[set]?.own.map((key) => ({ key, one })) ?? []),
      ({ key }) => key,
    )
    for (const { row, keys } of read) {
      if (found.has(placeKey(row))) continue
      claim(row, keys[set]?.sought.flatMap((key) => byKey.get(key)?.map(({ one }) => one) ?? []) ?? [], false)
    }
  }
  const plain = read.filter(
    ({ row, keys }) => !found.has(placeKey(row)) && keys.every(({ sought }) => sought.length === 0),
  )
  if (plain.length === 0) return found
  // What says most finds its own first, and leaves what says more to others.
  const leastFirst = [...free].sort((a, b) => saidBy(a.entry, a.personal) - saidBy(b.entry, b.personal))
  const byNeeded = Map.groupBy(leastFirst, ({ entry }) => neededKey(register, entry))
  const mostFirst = plain.toSorted((a, b) => saidBy(b.row, b.row.personal) - saidBy(a.row, a.row.personal))
  for (const { row } of mostFirst) claim(row, byNeeded.get(neededKey(register, row)) ?? [], true)
  return found
}

/** How much stands in an entry, or in a row. */
function saidBy(
  { fields, stages }: { readonly fields: object; readonly stages: readonly object[] },
  personal: object | null,
): number {
  return Object.keys(fields).length + Object.keys(personal ?? {}).length + stages.length
}

/** What must be filled in every entry, as it stands: entries that agree in all agree in this. */
export function neededKey(register: RegisterDefinition, { fields }: Pick<CheckedRow, 'fields'>): string {
  const needed = register.fields.filter(({ required, personal }) => required === true && personal !== true)
  return needed.map(({ key }) => clearKey([key], fields)).join()
}
