import type { Change, Frame } from '../../../shared/journal/frame.ts'
import { type ReportId, reportRecordId } from '../../../shared/model/report/report-record.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import type { Result } from '../../../shared/values/result.ts'
import type { ActionDraft, Store, UndoOutcome, WriteProblem } from '../store.ts'

/**
 * Records one action: journal first, then the store. Actions keep the order in which they were asked for.
 * Gives the frame, or null where the edit changed nothing. Where the disk refuses, nothing is changed.
 */
export function recordAction(store: Store, draft: ActionDraft): Promise<Result<Frame | null, WriteProblem>> {
  return store.writer.record(draft)
}

/** An action on one report, shown at once where it is on screen: `edit` is one of the functions of shared/actions/{figure,report}-changes.ts. */
export function editReport(
  store: Store,
  id: ReportId,
  action: string,
  edit: (groups: Groups) => readonly Change[],
  { insist = false }: { readonly insist?: boolean } = {},
): Promise<Result<Frame | null, WriteProblem>> {
  const { unit, year } = id
  const record = reportRecordId(id)
  return recordAction(store, {
    action,
    unit,
    year,
    insist,
    recorded: store.ahead.begin(record, edit),
    edit: async (read) => edit(await read('report', record)),
  })
}

/** Takes the last action of this session back. Null: nothing left to take back. */
export function undo(store: Store): Promise<Result<UndoOutcome | null, WriteProblem>> {
  return store.writer.undo()
}

/** Does again what was taken back last. Null: nothing to do again. */
export function redo(store: Store): Promise<Result<UndoOutcome | null, WriteProblem>> {
  return store.writer.redo()
}
