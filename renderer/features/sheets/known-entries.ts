import { registerById } from '../../../shared/catalogue/catalogue.ts'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { type FieldValue, sealedRecord } from '../../../shared/model/entry/entry-record.ts'
import { readPersonalText } from '../../../shared/model/entry/personal-fields.ts'
import type { CheckedRow } from '../../../shared/steps/sheets/rows/check-rows.ts'
import { type KnownRow, matchRows, neededKey } from '../../../shared/steps/sheets/rows/match-rows.ts'
import { clearKey, sameKeys, sealedSets } from '../../../shared/steps/sheets/rows/same-entries.ts'
import type { EntryView } from '../../store/lists/read-entries.ts'
import type { Store } from '../../store/store.ts'

/** Texts are unsealed this many at a time. */
const PORTION = 5000

/** A register's entries, the bin left out; in its list they are in memory already. */
export async function readKnown(
  store: Pick<Store, 'entries'>,
  unit: string,
  register: RegisterDefinition,
): Promise<readonly EntryView[]> {
  return readAll(store, unit, register.id)
}

/**
 * By `placeKey` of a row, the entry that is there already and what the row says differently. Sealed data is opened only of
 * entries of which the rest agrees, and only in memory; where it can't be opened, it stays as it is.
 */
export async function findStored(
  { desktop }: Pick<Store, 'desktop'>,
  register: RegisterDefinition,
  known: readonly EntryView[],
  rows: readonly CheckedRow[],
): Promise<ReadonlyMap<string, KnownRow>> {
  const near = await opened(desktop, nearRows(register, known, rows))
  return matchRows(
    register,
    rows,
    near.map(({ entry, day, personal }) => ({ entry, personal, name: nameOf(register, entry.fields, day) })),
  )
}

/** The entries that share a key in clear with some row. */
function nearRows(
  register: RegisterDefinition,
  known: readonly EntryView[],
  rows: readonly CheckedRow[],
): readonly EntryView[] {
  const keysOf = sameKeys(register)
  const sets = sealedSets(register)
  const clearKeys = (fields: Fields): string[] => sets.map((set) => clearKey(set, fields)).filter((key) => key !== '')
  const sought = new Set(
    rows.flatMap((row) => {
      const keys = keysOf(row).flatMap((one) => one.sought)
      return keys.length === 0 ? [neededKey(register, row)] : [...keys, ...clearKeys(row.fields)]
    }),
  )
  return known.filter(({ entry: { fields } }) => {
    const own = keysOf({ fields, personal: {} }).flatMap((keys) => keys.own)
    return [...own, ...clearKeys(fields), neededKey(register, { fields })].some((key) => sought.has(key))
  })
}

type Fields = Readonly<Record<string, FieldValue>>

/** With what is sealed of them: nothing where nothing is, null where it can't be read any more. */
async function opened(desktop: Store['desktop'], near: readonly EntryView[]) {
  const sealed = near.flatMap(({ entry: { id, personal } }) =>
    personal === null ? [] : [{ record: sealedRecord(id), sealed: personal }],
  )
  const texts = new Map<string, string | null>()
  for (let at = 0; at < sealed.length; at += PORTION) {
    const portion = sealed.slice(at, at + PORTION)
    const unsealed = await desktop.unseal(portion)
    if (!unsealed.ok) break
    for (const [i, { record }] of portion.entries()) texts.set(record, unsealed.value[i]?.text ?? null)
  }
  return near.map((view) => {
    const text = texts.get(sealedRecord(view.entry.id)) ?? null
    if (view.entry.erased !== undefined) return { ...view, personal: null }
    if (view.entry.personal === null) return { ...view, personal: {} }
    return { ...view, personal: text === null ? null : readPersonalText(text) }
  })
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
