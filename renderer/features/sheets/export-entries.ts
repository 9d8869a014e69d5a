import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { KeyringProblem, SavedFile, StorageProblem } from '../../../shared/desktop.ts'
import { sealedRecord } from '../../../shared/model/entry/entry-record.ts'
import { readPersonalText } from '../../../shared/model/entry/personal-fields.ts'
import type { ExportedEntry } from '../../../shared/steps/sheets/file/export-rows.ts'
import { fileName } from '../../../shared/values/file-name.ts'
import { fail, type Result } from '../../../shared/values/result.ts'
import { keyringProblemMessage } from '../../../shared/wording/privacy.ts'
import { cellTooLongText } from '../../../shared/wording/sheet-words.ts'
import { entryTitle } from '../../kit/entry-text/entry-title.ts'
import { readEntryViews } from '../../store/lists/read-entries.ts'
import { saveBytes } from '../../store/stage-bytes.ts'
import type { Store } from '../../store/store.ts'
import { readLinks } from './known-entries.ts'
import type { SheetWork } from './sheet-work.ts'

export interface ListExport {
  readonly unit: string
  readonly register: RegisterDefinition
  /** Record ids, in the order of the list. */
  readonly ids: readonly string[]
  readonly kind: 'xlsx' | 'csv'
  readonly withPersonal: boolean
  /** A suggestion, without its ending. */
  readonly name: string
}

export type ExportFailure =
  | StorageProblem
  | KeyringProblem
  | ({ readonly code: 'cell-too-long' } & Parameters<typeof cellTooLongText>[0])

/** Why nothing was exported, as a sentence. */
export function exportFailureText(problem: ExportFailure): string {
  return problem.code === 'cell-too-long' ? cellTooLongText(problem) : keyringProblemMessage(problem)
}

/** Texts are unsealed this many at a time. */
const PORTION = 5000

/** Writes a list as it is shown where the clerk says; null: nowhere. Personal fields only where they were asked for. */
export async function exportList(
  store: Store,
  work: Pick<SheetWork, 'export'>,
  { unit, register, ids, kind, withPersonal, name }: ListExport,
): Promise<Result<SavedFile | null, ExportFailure>> {
  const views = await readEntryViews(store.database, ids)
  const entries: ExportedEntry[] = views.map(({ entry }) => ({
    fields: entry.fields,
    stages: entry.stages,
    personal: {},
  }))
  if (withPersonal) {
    const sealed = views.flatMap(({ entry: { id, personal } }, i) => (personal === null ? [] : [{ id, personal, i }]))
    for (let at = 0; at < sealed.length; at += PORTION) {
      const portion = sealed.slice(at, at + PORTION)
      const opened = await store.desktop.unseal(
        portion.map(({ id, personal }) => ({ record: sealedRecord(id), sealed: personal })),
      )
      if (!opened.ok) return opened
      for (const [n, { i }] of portion.entries()) {
        const text = opened.value[n]?.text ?? null
        const entry = entries[i]
        if (text !== null && entry !== undefined) entries[i] = { ...entry, personal: readPersonalText(text) ?? {} }
      }
    }
  }
  const links = Object.fromEntries(
    Object.entries(await readLinks(store, unit, register))
      .filter(([number, entry]) => number !== entry)
      .map(([number, entry]) => [entry, number]),
  )
  const made = await work.export({ register: register.id, kind, entries, withPersonal, links })
  if (made.ok) return saveSheet(store, made.value, name, kind)
  const { entry, column, length } = made.problem
  const called = entryTitle(register, entries[entry] ?? { fields: {} })
  return fail({ code: 'cell-too-long', at: entry + 1, unit: register.unit, name: called, column, length })
}

/** An empty sheet to fill. */
export async function saveTemplate(
  store: Store,
  work: Pick<SheetWork, 'template'>,
  register: RegisterDefinition,
  name: string,
): Promise<Result<SavedFile | null, ExportFailure>> {
  return saveSheet(store, await work.template(register.id), name, 'xlsx')
}

async function saveSheet(
  store: Store,
  bytes: Uint8Array,
  name: string,
  kind: 'xlsx' | 'csv',
): Promise<Result<SavedFile | null, ExportFailure>> {
  return saveBytes(store, { name: fileName(name, kind), kind }, bytes)
}
