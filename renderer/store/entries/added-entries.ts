import { binEdit, fieldEdits, sealedEdit, stageEdit } from '../../../shared/actions/entry-changes.ts'
import { keepFrom } from '../../../shared/actions/kept-register-changes.ts'
import { knownRegister } from '../../../shared/catalogue/catalogue.ts'
import { fieldOf, type RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { Change } from '../../../shared/journal/frame.ts'
import {
  type EntryId,
  entryRecordId,
  type FieldValue,
  type SealedFields,
} from '../../../shared/model/entry/entry-record.ts'
import { nextNumber } from '../../../shared/model/entry/next-number.ts'
import type { RequestStage } from '../../../shared/model/entry/request.ts'
import { keepKeyOf } from '../../../shared/model/unit/kept-registers.ts'
import type { Groups, Stamped } from '../../../shared/record/groups.ts'
import { readLastNumber } from '../lists/read-entries.ts'
import type { ReadGroups } from '../store.ts'
import type { Database } from '../tables/database.ts'

export type FieldValues = Readonly<Record<string, FieldValue | null>>

/** An entry to be made. `id.entry`: `newEntryId(register, fields, newId(store.now()))`. */
export interface EntryDraft {
  readonly id: EntryId
  /** The fields in clear, as typed; personal ones are in `sealed`. */
  readonly fields: FieldValues
  readonly sealed?: SealedFields | null
  readonly stages?: readonly { readonly id: string; readonly stage: RequestStage }[]
  /** The report year that is worked on: from it on the register is kept, if it was not before. */
  readonly year: number
}

/**
 * The changes that make entries, what adding them one by one in this order would come to. What stands is read once for
 * all of them, so that 20,000 rows of an import do not ask the store 20,000 times.
 */
export async function addedEntries(
  database: Database,
  read: ReadGroups,
  drafts: readonly EntryDraft[],
): Promise<Change[]> {
  const stored = await Promise.all(drafts.map(({ id }) => read('entry', entryRecordId(id))))
  const numbers = new Numbers(database)
  const made = new Map<string, readonly Change[]>()
  const changes: Change[] = []
  for (const [index, { id, fields, sealed, stages = [] }] of drafts.entries()) {
    const register = knownRegister(database.known.registers, id.register)
    const record = entryRecordId(id)
    const before = made.get(record) ?? []
    const groups = withChanges(stored[index] ?? {}, before)
    const numbered = await numbers.of(register, id, fields)
    const own = [
      ...fieldEdits(register, id, groups, { ...fields, ...numbered }),
      ...(sealed === undefined ? [] : sealedEdit(id, groups, sealed)),
      ...stages.flatMap(({ id: stageId, stage }) => stageEdit(id, groups, stageId, stage)),
      ...binEdit(id, groups, null),
    ]
    made.set(record, before.length === 0 ? own : [...before, ...own])
    changes.push(...own)
  }
  return [...changes, ...(await keptByThem(read, drafts))]
}

/** For an entry that comes twice, as the same figure may: the second is added to what the first left. */
function withChanges(groups: Groups, changes: readonly Change[]): Groups {
  if (changes.length === 0) return groups
  const after: Record<string, Stamped> = { ...groups }
  for (const { group, value } of changes) after[group] = { value, stamp: '', author: '', device: '' }
  return after
}

/** The registers that are kept from these entries on: each from the earliest year that one of them names. */
async function keptByThem(read: ReadGroups, drafts: readonly EntryDraft[]): Promise<Change[]> {
  const since = new Map<string, { readonly unit: string; readonly key: string; readonly year: number }>()
  for (const { id, fields, year } of drafts) {
    const key = keepKeyOf(id.register, fields)
    if (key === null) continue
    const place = `${id.unit} ${key}`
    const earliest = Math.min(keptSince(fields, year), since.get(place)?.year ?? Number.POSITIVE_INFINITY)
    since.set(place, { unit: id.unit, key, year: earliest })
  }
  const kept = [...since.values()].map(async ({ unit, key, year }) =>
    keepFrom(unit, await read('unit', unit), key, year),
  )
  return (await Promise.all(kept)).flat()
}

/** A figure says itself which year it is of; everything else was begun in the year that is worked on. */
function keptSince({ period }: FieldValues, year: number): number {
  const own = typeof period === 'string' && /^\d{4}/.test(period) ? Number(period.slice(0, 4)) : year
  return Math.min(own, year)
}

/** Gives numbers on within each year, above those that are stored, typed beside, or given out before. */
class Numbers {
  readonly #database: Database
  /** The highest one by unit, register and year. */
  readonly #last = new Map<string, string | null>()

  constructor(database: Database) {
    this.#database = database
  }

  /** The number of a new entry; nothing where one was typed or none is given. */
  async of(register: RegisterDefinition, id: EntryId, fields: FieldValues): Promise<FieldValues> {
    const field = register.fields.find(({ numberedBy }) => numberedBy !== undefined)
    if (field?.numberedBy === undefined) return {}
    const typed = fields[field.key] ?? ''
    if (typed !== '') {
      if (typeof typed === 'string') await this.#note(id, typed)
      return {}
    }
    const date = fields[fieldOf(register, field.numberedBy).key]
    const year = typeof date === 'string' ? Number(/^(\d{4})-/.exec(date)?.[1] ?? Number.NaN) : Number.NaN
    if (Number.isNaN(year)) return {}
    const number = nextNumber(year, [(await this.#lastOf(id, year)) ?? ''])
    this.#last.set(placeOf(id, year), number)
    return { [field.key]: number }
  }

  async #note(id: EntryId, typed: string): Promise<void> {
    const year = Number(/^(\d{4})-\d{1,9}$/.exec(typed)?.[1] ?? Number.NaN)
    if (Number.isNaN(year)) return
    const last = await this.#lastOf(id, year)
    if (last === null || Number(typed.slice(5)) > Number(last.slice(5))) this.#last.set(placeOf(id, year), typed)
  }

  async #lastOf(id: EntryId, year: number): Promise<string | null> {
    const place = placeOf(id, year)
    const known = this.#last.get(place)
    if (known !== undefined) return known
    const last = await readLastNumber(this.#database, id.unit, id.register, year)
    this.#last.set(place, last)
    return last
  }
}

function placeOf({ unit, register }: EntryId, year: number): string {
  return `${unit}|${register}|${year}`
}
