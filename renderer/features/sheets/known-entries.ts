import { registerById } from '../../../shared/catalogue/catalogue.ts'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { type FieldValue, type SealedFields, sealedRecord } from '../../../shared/model/entry/entry-record.ts'
import { readPersonalText } from '../../../shared/model/entry/personal-fields.ts'
import { type CheckedRow, placeKey } from '../../../shared/steps/sheets/check-rows.ts'
import { clearKey, sameKeys, sealedSets } from '../../../shared/steps/sheets/same-entries.ts'
import type { EntryView } from '../../store/lists/read-entries.ts'
import type { Store } from '../../store/store.ts'

/** What is in a register already, as far as an import compares with it. */
export interface KnownEntries {
  /** What the clerk calls an entry, by the keys of `sameKeys` that need nothing sealed. */
  readonly byKey: ReadonlyMap<string, string>
  /** Entries with personal data, by `clearKey` of each of `sealedSets`. */
  readonly sealed: ReadonlyMap<string, readonly SealedEntry[]>
}

interface SealedEntry {
  readonly record: string
  readonly name: string
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly personal: SealedFields
}

/** Goes through a register's entries, the bin left out; in its list they are in memory already. */
export async function readKnown(
  store: Pick<Store, 'entries'>,
  unit: string,
  register: RegisterDefinition,
): Promise<KnownEntries> {
  const byKey = new Map<string, string>()
  const sealed = new Map<string, SealedEntry[]>()
  const sets = sealedSets(register)
  const keysOf = sameKeys(register)
  for (const { entry, day } of await readAll(store, unit, register.id)) {
    const { fields, personal } = entry
    const name = nameOf(register, fields, day)
    for (const key of keysOf({ fields, personal: {} })) if (!byKey.has(key)) byKey.set(key, name)
    if (personal === null) continue
    for (const set of sets) {
      const key = clearKey(set, fields)
      if (key === '') continue
      const others = sealed.get(key)
      const one = { record: sealedRecord(entry.id), name, fields, personal }
      if (others === undefined) sealed.set(key, [one])
      else others.push(one)
    }
  }
  return { byKey, sealed }
}

/** Texts are unsealed this many at a time. */
const PORTION = 5000

/**
 * By `placeKey` of a row, what the entry that is there already is called. Sealed data is opened only of entries of which
 * the rest agrees, and only in memory; where it can't be opened, such entries are not known again.
 */
export async function findStored(
  { desktop }: Pick<Store, 'desktop'>,
  register: RegisterDefinition,
  known: KnownEntries,
  rows: readonly CheckedRow[],
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map(known.byKey)
  const keysOf = sameKeys(register)
  const clearKeys = new Set(sealedSets(register).flatMap((set) => rows.map(({ fields }) => clearKey(set, fields))))
  const candidates = [...clearKeys].flatMap((key) => known.sealed.get(key) ?? [])
  for (let at = 0; at < candidates.length; at += PORTION) {
    const portion = candidates.slice(at, at + PORTION)
    const opened = await desktop.unseal(portion.map(({ record, personal }) => ({ record, sealed: personal })))
    if (!opened.ok) break
    for (const [i, { name, fields }] of portion.entries()) {
      const text = opened.value[i]?.text ?? null
      const personal = text === null ? null : readPersonalText(text)
      if (personal === null) continue
      for (const key of keysOf({ fields, personal })) if (!keys.has(key)) keys.set(key, name)
    }
  }
  const found = new Map<string, string>()
  for (const row of rows) {
    const key = row.keys.find((one) => keys.has(one))
    if (key !== undefined) found.set(placeKey(row), keys.get(key) ?? '')
  }
  return found
}

/** Of the registers that this one links to: entry ids by number, where one number has one entry, and by themselves. */
export async function readLinks(
  store: Pick<Store, 'entries' | 'catalogue'>,
  unit: string,
  register: RegisterDefinition,
): Promise<Readonly<Record<string, string>>> {
  const links = new Map<string, string>()
  const twice = new Set<string>()
  for (const { to } of register.fields) {
    const other = to === undefined ? null : registerById(store.catalogue.registers, to)
    const numbered = other?.fields.find(({ numberedBy }) => numberedBy !== undefined)
    if (other === null || numbered === undefined) continue
    for (const { entry: held } of await readAll(store, unit, other.id)) {
      const { entry } = held.id
      const number = held.fields[numbered.key]
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

async function readAll({ entries }: Pick<Store, 'entries'>, unit: string, register: string): Promise<EntryView[]> {
  const all = await entries.all(unit, register)
  return [...all.values()].filter(({ entry }) => entry.binned === null)
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
