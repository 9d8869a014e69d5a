import {
  entryIdOf,
  type FieldValue,
  fieldValue,
  type SealedFields,
  sealedFields,
} from '../../../shared/records/entry-record.ts'
import { readPersonalText } from '../../../shared/records/personal-fields.ts'
import { groupValue } from '../../../shared/records/record.ts'
import type { RegisterDefinition } from '../../../shared/registers/register-definition.ts'
import { registerById } from '../../../shared/registers/registers.ts'
import type { CheckedRow } from '../../../shared/sheets/check-rows.ts'
import { clearKey, sameKeys, sealedSets } from '../../../shared/sheets/same-entries.ts'
import type { EntryRow } from '../../store/database.ts'
import type { Store } from '../../store/store.ts'

/** What is in a register already, as far as an import compares with it. */
export interface KnownEntries {
  /** What the clerk calls an entry, by the keys of `sameKeys` that need nothing sealed. */
  readonly byKey: ReadonlyMap<string, string>
  /** Entries with personal data, by `clearKey` of each of `sealedSets`. */
  readonly sealed: ReadonlyMap<string, readonly SealedEntry[]>
}

interface SealedEntry {
  readonly name: string
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly personal: SealedFields
}

/** Reads a register's entries, the bin left out. Of each only the fields that tell entries apart. */
export async function readKnown(
  { database }: Pick<Store, 'database'>,
  unit: string,
  register: RegisterDefinition,
): Promise<KnownEntries> {
  const byKey = new Map<string, string>()
  const sealed = new Map<string, SealedEntry[]>()
  const sets = sealedSets(register)
  const wanted = comparedFields(register)
  const keysOf = sameKeys(register)
  for (const row of await readRows(database, unit, register.id)) {
    const fields = clearFields(row, wanted)
    const name = nameOf(register, fields, row.day)
    for (const key of keysOf({ fields, personal: {} })) if (!byKey.has(key)) byKey.set(key, name)
    if (sets.length === 0) continue
    const personal = sealedFields.safeParse(groupValue(row.groups, 'personal'))
    if (!personal.success) continue
    for (const set of sets) {
      const key = clearKey(set, fields)
      if (key === '') continue
      const others = sealed.get(key)
      if (others === undefined) sealed.set(key, [{ name, fields, personal: personal.data }])
      else others.push({ name, fields, personal: personal.data })
    }
  }
  return { byKey, sealed }
}

/** Texts are unsealed this many at a time. */
const PORTION = 5000

/**
 * By row of the file, what the entry that is there already is called. Sealed data is opened only of entries of which
 * the rest agrees, and only in memory; where it can't be opened, such entries are not known again.
 */
export async function findStored(
  { desktop }: Pick<Store, 'desktop'>,
  register: RegisterDefinition,
  known: KnownEntries,
  rows: readonly CheckedRow[],
): Promise<ReadonlyMap<number, string>> {
  const keys = new Map(known.byKey)
  const keysOf = sameKeys(register)
  const clearKeys = new Set(sealedSets(register).flatMap((set) => rows.map(({ fields }) => clearKey(set, fields))))
  const candidates = [...clearKeys].flatMap((key) => known.sealed.get(key) ?? [])
  for (let at = 0; at < candidates.length; at += PORTION) {
    const portion = candidates.slice(at, at + PORTION)
    const opened = await desktop.unseal(portion.map(({ personal }) => personal))
    if (!opened.ok) break
    for (const [i, { name, fields }] of portion.entries()) {
      const text = opened.value[i] ?? null
      const personal = text === null ? null : readPersonalText(text)
      if (personal === null) continue
      for (const key of keysOf({ fields, personal })) if (!keys.has(key)) keys.set(key, name)
    }
  }
  const found = new Map<number, string>()
  for (const { row, keys: own } of rows) {
    const key = own.find((one) => keys.has(one))
    if (key !== undefined) found.set(row, keys.get(key) ?? '')
  }
  return found
}

/** Of the registers that this one links to: entry ids by number, where one number has one entry, and by themselves. */
export async function readLinks(
  { database }: Pick<Store, 'database'>,
  unit: string,
  register: RegisterDefinition,
): Promise<Readonly<Record<string, string>>> {
  const links = new Map<string, string>()
  const twice = new Set<string>()
  for (const { to } of register.fields) {
    const other = to === undefined ? null : registerById(to)
    const numbered = other?.fields.find(({ numberedBy }) => numberedBy !== undefined)
    if (other === null || numbered === undefined) continue
    for (const row of await readRows(database, unit, other.id)) {
      const { entry } = entryIdOf(row.id)
      const number = clearFields(row, [numbered])[numbered.key]
      if (typeof number === 'string' && number !== '') {
        if (links.has(number)) twice.add(number)
        links.set(number, entry)
      }
      if (!links.has(entry)) links.set(entry, entry)
    }
  }
  for (const number of twice) links.delete(number)
  return Object.fromEntries(links)
}

async function readRows(database: Store['database'], unit: string, register: string): Promise<EntryRow[]> {
  // By their ids, not by the list's index: a stretch of rows that lie side by side is read in half the time.
  const rows = await database.entries
    .where(':id')
    .between(`${unit}|${register}|`, `${unit}|${register}|\uffff`)
    .toArray()
  return rows.filter((row) => row.unit === unit && row.register === register && row.binned === 0)
}

type ComparedField = Pick<RegisterDefinition['fields'][number], 'key' | 'group'>

function comparedFields(register: RegisterDefinition): readonly ComparedField[] {
  const keys = new Set([...(register.identity ?? []), ...(register.same ?? []).flat()])
  for (const { numberedBy } of register.fields) if (numberedBy !== undefined) keys.add(numberedBy)
  return register.fields.filter(({ key, personal }) => keys.has(key) && personal !== true)
}

/** Without looking into the rest of the entry: an import waits for tens of thousands of them. */
function clearFields({ groups }: EntryRow, wanted: readonly ComparedField[]): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {}
  for (const { key, group } of wanted) {
    const held = groupValue(groups, group)
    if (typeof held !== 'object' || held === null || Array.isArray(held)) continue
    const value = held[key]
    if (typeof value === 'string') fields[key] = value
    else if (value !== undefined) {
      const other = fieldValue.safeParse(value)
      if (other.success) fields[key] = other.data
    }
  }
  return fields
}

/** What a clerk knows an entry by: its number, else its title, else its day. */
function nameOf(register: RegisterDefinition, fields: Readonly<Record<string, FieldValue>>, day: string): string {
  const said = [
    ...register.fields.filter(({ numberedBy }) => numberedBy !== undefined).map(({ key }) => fields[key]),
    ...(register.same ?? []).flat().map((key) => fields[key]),
    day,
  ]
  return String(said.find((text) => typeof text === 'string' && text !== '') ?? '')
}
