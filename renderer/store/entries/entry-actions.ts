import { binEdit, clearTakenOut, fieldEdits, sealedEdit, stageEdit } from '../../../shared/actions/entry-changes.ts'
import { keepFrom, keepNoLonger } from '../../../shared/actions/kept-register-changes.ts'
import { knownRegister } from '../../../shared/catalogue/catalogue.ts'
import { type EntryId, entryRecordId, type SealedFields } from '../../../shared/model/entry/entry-record.ts'
import type { RequestStage } from '../../../shared/model/entry/request.ts'
import type { ActionDraft } from '../store.ts'
import type { Database } from '../tables/database.ts'
import { addedEntries, type EntryDraft, type FieldValues } from './added-entries.ts'

export type { EntryDraft, FieldValues }

/*
 * What can be done to entries, each as one action: `session.act(addEntry(…))`, or `recordAction(store, { ...addEntry(…),
 * unit, year })`. All are taken back with Ctrl+Z as one step.
 */

export type EntryAction = Omit<ActionDraft, 'unit' | 'year'>

/**
 * A new entry, numbered where the register numbers and no number was typed; the first one has its register kept. Where
 * its identity is there already (the same figure again), the fields go into that entry, out of the bin too.
 */
export function addEntry(database: Database, draft: EntryDraft): EntryAction {
  return { action: 'add-entry', edit: (read) => addedEntries(database, read, [draft]) }
}

/** Many entries as one action, an import's 20,000 rows at most. */
export function addEntries(database: Database, drafts: readonly EntryDraft[]): EntryAction {
  return { action: 'add-entries', edit: (read) => addedEntries(database, read, drafts) }
}

/** What an import writes of an entry that is there already. */
export interface EntryEdit {
  readonly id: EntryId
  readonly fields: FieldValues
  /** Absent: what is sealed stays. */
  readonly sealed?: SealedFields | null
  readonly stages: readonly { readonly id: string; readonly stage: RequestStage }[]
}

/** New entries, and what changes in others, as one action. */
export function importEntries(
  database: Database,
  drafts: readonly EntryDraft[],
  edits: readonly EntryEdit[],
): EntryAction {
  if (edits.length === 0) return addEntries(database, drafts)
  return {
    action: 'import-entries',
    edit: async (read, { registers }) => {
      const edited = edits.map(async ({ id, fields, sealed, stages }) => {
        const groups = await read('entry', entryRecordId(id))
        const register = knownRegister(registers, id.register)
        return [
          ...(sealed === undefined ? [] : [...sealedEdit(id, groups, sealed), ...clearTakenOut(register, id, groups)]),
          ...fieldEdits(register, id, groups, fields),
          ...stages.flatMap(({ id: stageId, stage }) => stageEdit(id, groups, stageId, stage)),
        ]
      })
      return [...(await addedEntries(database, read, drafts)), ...(await Promise.all(edited)).flat()]
    },
  }
}

/** Typing into fields in clear: `''`, `[]`, false and null empty a field. */
export function editEntryFields(id: EntryId, values: FieldValues): EntryAction {
  return {
    action: 'edit-entry',
    edit: async (read, { registers }) =>
      fieldEdits(knownRegister(registers, id.register), id, await read('entry', entryRecordId(id)), values),
  }
}

/** The personal fields, sealed anew; together with fields in clear where both were typed. */
export function editSealedFields(id: EntryId, sealed: SealedFields | null, values: FieldValues = {}): EntryAction {
  return {
    action: 'edit-entry',
    edit: async (read, { registers }) => {
      const groups = await read('entry', entryRecordId(id))
      const register = knownRegister(registers, id.register)
      return [
        ...sealedEdit(id, groups, sealed),
        ...clearTakenOut(register, id, groups),
        ...fieldEdits(register, id, groups, values),
      ]
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

function stageAction(action: string, id: EntryId, stageId: string, stage: RequestStage | null): EntryAction {
  return {
    action,
    edit: async (read) => stageEdit(id, await read('entry', entryRecordId(id)), stageId, stage),
  }
}

function binAction(action: string, id: EntryId, day: string | null): EntryAction {
  return { action, edit: async (read) => binEdit(id, await read('entry', entryRecordId(id)), day) }
}
