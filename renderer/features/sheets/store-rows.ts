import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { type KeyringProblem, MOST_SEALED } from '../../../shared/desktop.ts'
import { newEntryId } from '../../../shared/model/entry/entry-flaws.ts'
import { type EntryId, type SealedFields, sealedRecord } from '../../../shared/model/entry/entry-record.ts'
import { personalText } from '../../../shared/model/entry/personal-fields.ts'
import type { RequestStage } from '../../../shared/model/entry/request.ts'
import type { SheetRow } from '../../../shared/steps/sheets/rows/read-row.ts'
import type { EntryUpdate } from '../../../shared/steps/sheets/rows/row-change.ts'
import { storedRow } from '../../../shared/steps/sheets/rows/stored-row.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import { type EntryDraft, type EntryEdit, importEntries } from '../../store/entries/entry-actions.ts'
import { newId } from '../../store/new-id.ts'
import type { Store, WriteProblem } from '../../store/store.ts'
import { recordAction } from '../../store/write/record-action.ts'

export interface StoreRequest {
  readonly unit: string
  /** The report year that is worked on. */
  readonly year: number
  readonly register: RegisterDefinition
  readonly rows: readonly SheetRow[]
  /** Entries that are there already, and what of them is written anew. */
  readonly updates?: readonly StoredUpdate[]
}

export interface StoredUpdate extends EntryUpdate {
  readonly id: EntryId
  /** Of the file. */
  readonly row: number
}

export type StoreProblem =
  /** More is to be sealed of one row than an entry takes: `row` of the file, its characters. */
  | { readonly code: 'row-too-long'; readonly row: number; readonly length: number }
  | { readonly code: 'cancelled' }
  | { readonly code: 'not-sealed'; readonly problem: KeyringProblem }
  | { readonly code: 'not-written'; readonly problem: WriteProblem }

/** Texts that are sealed at a time, so that progress is seen and a cancelled import ends soon. */
const PORTION = 2000

/**
 * Makes entries of rows, and writes what rows change of others, as one action: personal fields sealed first, then all in
 * one step, or nothing. `signal` is heard until that step, before which `onProgress` hears that all is done. Rows are
 * stored as they were typed, right or wrong; see `storedRow` for what the register can't take.
 */
export async function storeRows(
  store: Store,
  { unit, year, register, rows, updates = [] }: StoreRequest,
  onProgress: (done: number, total: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Result<number, StoreProblem>> {
  const whole = rows.map((row) => storedRow(register, row))
  const ids = whole.map(({ fields }): EntryId => {
    return { unit, register: register.id, entry: newEntryId(register, fields, newId(store.now())) }
  })
  const all = [
    ...whole.map(({ row, personal }, i) => ({ row, personal, id: ids[i] })),
    ...updates.map(({ row, personal, id }) => ({ row, personal: personal ?? {}, id })),
  ].flatMap(({ row, personal, id }) => (id === undefined ? [] : [{ row, id, text: personalText(personal) }]))
  for (const { row, text } of all) {
    const length = text?.length ?? 0
    if (length > MOST_SEALED) return fail({ code: 'row-too-long', row, length })
  }
  const sealing = await sealAll(store, all, onProgress, signal)
  if (!sealing.ok) return sealing
  const sealed = sealing.value
  const stagesOf = (stages: readonly { readonly id?: string | null; readonly stage: RequestStage }[]) =>
    stages.map(({ id, stage }) => ({ id: id ?? newId(store.now()), stage }))
  const drafts = ids.map((id, i): EntryDraft => {
    const { fields = {}, stages = [] } = whole[i] ?? {}
    const own = sealed[i] ?? null
    return {
      id,
      fields,
      ...(own === null ? {} : { sealed: own }),
      stages: stagesOf(stages.map((stage) => ({ stage }))),
      year,
    }
  })
  const edits = updates.map(({ id, fields, stages, personal }, i): EntryEdit => {
    const own = personal === null ? {} : { sealed: sealed[ids.length + i] ?? null }
    return { id, fields, stages: stagesOf(stages), ...own }
  })
  onProgress(all.length, all.length)
  const recorded = await recordAction(store, { ...importEntries(store.database, drafts, edits), unit, year })
  if (recorded.ok) return ok(all.length)
  // What the window could not follow is in the journal all the same: its keys are those of real entries.
  if (recorded.problem.code !== 'store-behind') await forget(store, sealed)
  return fail({ code: 'not-written', problem: recorded.problem })
}

async function sealAll(
  store: Store,
  all: readonly { readonly id: EntryId; readonly text: string | null }[],
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Result<readonly (SealedFields | null)[], StoreProblem>> {
  const filled = all.flatMap(({ id, text }, i) => (text === null ? [] : [{ record: sealedRecord(id), text, i }]))
  const sealed: (SealedFields | null)[] = all.map(() => null)
  for (let at = 0; at < filled.length; at += PORTION) {
    if (signal?.aborted) break
    onProgress(at, filled.length)
    const portion = filled.slice(at, at + PORTION)
    const result = await store.desktop.sealMany(portion.map(({ record, text }) => ({ record, text })))
    if (!result.ok) {
      await forget(store, sealed)
      return fail({ code: 'not-sealed', problem: result.problem })
    }
    for (const [n, { i }] of portion.entries()) sealed[i] = result.value[n] ?? null
  }
  if (!signal?.aborted) return ok(sealed)
  await forget(store, sealed)
  return fail({ code: 'cancelled' })
}

/** Keys of entries that were not made. That they can't be dropped harms nobody: nothing is sealed with them. */
async function forget({ desktop }: Store, sealed: readonly (SealedFields | null)[]): Promise<void> {
  const keys = sealed.flatMap((one) => (one === null ? [] : [one.keyId]))
  if (keys.length > 0) await desktop.dropKeys(keys)
}
