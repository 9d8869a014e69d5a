import {
  binEdit,
  type EntryId,
  entryRecordId,
  type FieldValue,
  fieldEdits,
  type SealedFields,
  sealedEdit,
  stageEdit,
} from '../../shared/records/entry-record.ts'
import type { Change } from '../../shared/records/frame.ts'
import { keepFrom, keepKeyOf, keepNoLonger } from '../../shared/records/kept-registers.ts'
import { nextNumber } from '../../shared/registers/next-number.ts'
import { fieldOf, type RegisterDefinition } from '../../shared/registers/register-definition.ts'
import { registerById } from '../../shared/registers/registers.ts'
import type { RequestStage } from '../../shared/registers/request.ts'
import type { Database } from './database.ts'
import { readLastNumber } from './read-entries.ts'
import type { ActionDraft, ReadGroups } from './store.ts'

/*
 * What can be done to entries, each as one action: `session.act(addEntry(…))`, or `recordAction(store, { ...addEntry(…),
 * unit, year })`. All are taken back with Ctrl+Z as one step.
 */

export type EntryAction = Omit<ActionDraft, 'unit' | 'year'>

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
 * A new entry, numbered where the register numbers and no number was typed; the first one has its register kept. Where
 * its identity is there already (the same figure again), the fields go into that entry, out of the bin too.
 */
export function addEntry(database: Database, draft: EntryDraft): EntryAction {
  return { action: 'add-entry', edit: (read) => addedEntry(database, read, draft) }
}

/** Many entries as one action, at most 20 000 changes in all (an import goes in portions). */
export function addEntries(database: Database, drafts: readonly EntryDraft[]): EntryAction {
  return {
    action: 'add-entries',
    edit: async (read) => {
      const numbers = new Map<string, string>()
      const changes: Change[] = []
      for (const draft of drafts) changes.push(...(await addedEntry(database, read, draft, numbers)))
      return changes
    },
  }
}

/** Typing into fields in clear: `''`, `[]`, false and null empty a field. */
export function editEntryFields(id: EntryId, values: FieldValues): EntryAction {
  return {
    action: 'edit-entry',
    edit: async (read) => fieldEdits(registerOf(id), id, await read('entry', entryRecordId(id)), values),
  }
}

/** The personal fields, sealed anew; together with fields in clear where both were typed. */
export function editSealedFields(id: EntryId, sealed: SealedFields | null, values: FieldValues = {}): EntryAction {
  return {
    action: 'edit-entry',
    edit: async (read) => {
      const groups = await read('entry', entryRecordId(id))
      return [...sealedEdit(id, groups, sealed), ...fieldEdits(registerOf(id), id, groups, values)]
    },
  }
}

/** What was done today. `stageId`: `newId(store.now())`. */
export function addStage(id: EntryId, stageId: string, stage: RequestStage): EntryAction {
  return stageAction('add-stage', id, stageId, stage)
}

export function editStage(id: EntryId, stageId: string, stage: RequestStage): EntryAction {
  return stageAction('edit-stage', id, stageId, stage)
}

export function removeStage(id: EntryId, stageId: string): EntryAction {
  return stageAction('remove-stage', id, stageId, null)
}

/** Into the bin on a day, `YYYY-MM-DD`: it counts no more, and can be restored. */
export function binEntry(id: EntryId, day: string): EntryAction {
  return binAction('bin-entry', id, day)
}

export function restoreEntry(id: EntryId): EntryAction {
  return binAction('restore-entry', id, null)
}

/** The clerk says that a register is kept from a year on (nothing in it is then 0), or with null no longer is. */
export function keepRegister(unit: string, keepKey: string, since: number | null): EntryAction {
  return {
    action: 'keep-register',
    edit: async (read) => {
      const groups = await read('unit', unit)
      return since === null ? keepNoLonger(unit, groups, keepKey) : keepFrom(unit, groups, keepKey, since)
    },
  }
}

async function addedEntry(
  database: Database,
  read: ReadGroups,
  { id, fields, sealed, stages = [], year }: EntryDraft,
  numbers = new Map<string, string>(),
): Promise<Change[]> {
  const register = registerOf(id)
  const groups = await read('entry', entryRecordId(id))
  const key = keepKeyOf(id.register, fields)
  const numbered = await numberOf(database, register, id, fields, numbers)
  return [
    ...fieldEdits(register, id, groups, { ...fields, ...numbered }),
    ...(sealed === undefined ? [] : sealedEdit(id, groups, sealed)),
    ...stages.flatMap(({ id: stageId, stage }) => stageEdit(id, groups, stageId, stage)),
    ...binEdit(id, groups, null),
    ...(key === null ? [] : keepFrom(id.unit, await read('unit', id.unit), key, keptSince(fields, year))),
  ]
}

/** A figure says itself which year it is of; everything else was begun in the year that is worked on. */
function keptSince({ period }: FieldValues, year: number): number {
  const own = typeof period === 'string' && /^\d{4}/.test(period) ? Number(period.slice(0, 4)) : year
  return Math.min(own, year)
}

/** The number of a new entry; nothing where one was typed or none is given. `numbers`: the last ones given out, by year. */
async function numberOf(
  database: Database,
  register: RegisterDefinition,
  id: EntryId,
  fields: FieldValues,
  numbers: Map<string, string>,
): Promise<FieldValues> {
  const field = register.fields.find(({ numberedBy }) => numberedBy !== undefined)
  if (field?.numberedBy === undefined || (fields[field.key] ?? '') !== '') return {}
  const date = fields[fieldOf(register, field.numberedBy).key]
  const year = typeof date === 'string' ? Number(/^(\d{4})-/.exec(date)?.[1] ?? Number.NaN) : Number.NaN
  if (Number.isNaN(year)) return {}
  const place = `${id.unit}|${id.register}|${year}`
  const last = numbers.get(place) ?? (await readLastNumber(database, id.unit, id.register, year))
  const number = nextNumber(year, last === null ? [] : [last])
  numbers.set(place, number)
  return { [field.key]: number }
}

function stageAction(action: string, id: EntryId, stageId: string, stage: RequestStage | null): EntryAction {
  return {
    action,
    edit: async (read) => stageEdit(id, await read('entry', entryRecordId(id)), stageId, stage),
  }
}

function binAction(action: string, id: EntryId, day: string | null): EntryAction {
  return { action, edit: async (read) => binEdit(id, await read('entry', entryRecordId(id)), day) }
}

/** Throws where the register is not known: entries of a newer program are shown, not edited. */
function registerOf({ register }: EntryId): RegisterDefinition {
  const known = registerById(register)
  if (known === null) throw new Error(`no register ${register}`)
  return known
}
