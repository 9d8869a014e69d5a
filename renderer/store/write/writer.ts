import type { StartInfo } from '../../../shared/desktop.ts'
import { recordKey } from '../../../shared/journal/apply-frame.ts'
import { chained, joinChains } from '../../../shared/journal/chain.ts'
import type { Change, Entity, Frame, FrameDraft } from '../../../shared/journal/frame.ts'
import { settleChange } from '../../../shared/journal/settle-change.ts'
import { type Done, type Rows, type TakingBack, undoChanges } from '../../../shared/journal/undo.ts'
import {
  afterAction,
  afterRedo,
  afterUndo,
  emptyHistory,
  type UndoHistory,
} from '../../../shared/journal/undo-history.ts'
import { unmergeChanges } from '../../../shared/journal/unmerge.ts'
import { isMerge } from '../../../shared/journal/vector.ts'
import { isErased } from '../../../shared/model/entry/erased.ts'
import { readUnit, unitContact } from '../../../shared/model/unit/unit-record.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import type { EntryMemory } from '../lists/entry-memory.ts'
import { observable } from '../observable.ts'
import type { ActionDraft, ReadGroups, SaveState, UndoOutcome, UndoState, WriteProblem, Writer } from '../store.ts'
import type { Database } from '../tables/database.ts'
import { actionReading } from './action-reading.ts'
import { appendAction } from './append-action.ts'
import { applyFrames } from './apply.ts'
import type { Brought } from './bring-back.ts'
import { bringUpToDate, type JournalSource } from './bring-up-to-date.ts'

interface WriterParts {
  readonly database: Database
  readonly source: JournalSource
  readonly entries: EntryMemory
  /** The last frame of the journal, applied. */
  readonly head: StartInfo['head']
  /** What this start brought back into the journal: it can be taken back while nothing came after it. */
  readonly brought: Brought | null
}

/**
 * The one write path: append to the journal, then apply to the store, one action after the other. What stood before
 * is read in the action's own turn, so that two quick edits never tell a lie about each other.
 */
export function createWriter({ database, source, entries, head: openedAt, brought }: WriterParts): Writer {
  const saveState = observable<SaveState>({ state: 'saved' })
  let history: UndoHistory = brought === null ? emptyHistory : afterAction(emptyHistory, brought.frame, brought.before)
  const undoState = observable<UndoState>(nextSteps(history))
  let head = openedAt
  let isBehind = false
  let pending = 0
  /** Insistent actions that the disk refused, oldest first. */
  const refused: ActionDraft[] = []
  /** Actions whose frame the journal has. */
  const onDisk = new WeakSet<ActionDraft>()
  let queue: Promise<unknown> = Promise.resolve()

  function setHistory(next: UndoHistory): void {
    history = next
    undoState.set(nextSteps(next))
  }

  /** Runs a task when all tasks before it are done; the save state follows the last one. */
  function inTurn<T>(
    task: () => Promise<Result<T, WriteProblem>>,
    insistent: ActionDraft | null = null,
  ): Promise<Result<T, WriteProblem>> {
    pending++
    // What the disk refused stays said until it has taken it.
    if (refused.length === 0 && !isBehind) saveState.set({ state: 'saving' })
    const settle = (state: SaveState): void => {
      pending--
      saveState.set(pending > 0 && state.state === 'saved' ? { state: 'saving' } : state)
    }
    const done = queue.then(async () => {
      try {
        const before = (await catchUp()) ?? (await takeUpRefused())
        const result = before ?? (await task())
        const isLost = !result.ok && (before !== null || !isOnDisk(result.problem))
        if (isLost && insistent !== null) refused.push(insistent)
        settle(result.ok ? { state: 'saved' } : { state: 'failed', problem: result.problem, waiting: refused.length })
        return result
      } catch (error) {
        settle({ state: 'failed', problem: { code: 'io', detail: String(error) }, waiting: refused.length })
        throw error
      }
    })
    queue = done.catch(() => {})
    return done
  }

  /** Null where nothing waits any more. */
  async function takeUpRefused(): Promise<{ readonly ok: false; readonly problem: WriteProblem } | null> {
    for (let next = refused.shift(); next !== undefined; next = refused.shift()) {
      const result = await record(next)
      if (!result.ok && !isOnDisk(result.problem)) refused.unshift(next)
      else if (!onDisk.has(next)) next.recorded?.(null)
      if (!result.ok) return result
    }
    return null
  }

  /** Null where the store has all that the journal has; no action may build on less. */
  async function catchUp(): Promise<{ readonly ok: false; readonly problem: WriteProblem } | null> {
    if (!isBehind) return null
    try {
      if (!database.isOpen()) await database.open()
      const result = await bringUpToDate(database, source, head, () => {})
      entries.forget()
      if (!result.ok) return fail({ code: 'store-behind', detail: result.problem.detail })
      head = result.value.head
      isBehind = false
      return null
    } catch (error) {
      return fail({ code: 'store-behind', detail: String(error) })
    }
  }

  async function write(
    draft: FrameDraft,
    appendedAs: (frame: Frame) => void = () => {},
  ): Promise<Result<Frame, WriteProblem>> {
    const parts = chained(draft, head.hlc)
    const begun = await appendAction(source, parts, (part) => {
      // Of a chain that is not whole nothing counts: the store goes over it when it catches up.
      head = { seq: part.seq, hlc: part.hlc }
      isBehind = true
    })
    if (!begun.ok) return begun
    const { frames, onDisk } = begun.value
    // The store is prepared meanwhile, and keeps nothing that is not on disk.
    const applying = applyFrames(database, source.journalId, frames, onDisk).catch(() => null)
    const written = await onDisk
    if (written?.ok === false) {
      await applying
      return written
    }
    const [frame] = joinChains(frames)
    const last = frames.at(-1)
    if (frame === undefined || last === undefined) throw new Error('an action without a frame')
    head = { seq: last.seq, hlc: last.hlc }
    appendedAs(frame)
    const rows = await applying
    isBehind = rows === null
    if (rows !== null) {
      entries.take(rows)
      return ok(frame)
    }
    // The frame is on disk. Whatever is wrong with the store is healed from there, or said.
    return (await catchUp()) ?? ok(frame)
  }

  async function record(draft: ActionDraft): Promise<Result<Frame | null, WriteProblem>> {
    const { rows, read } = actionReading(database)
    const changes = await settleChanges(await draft.edit(read, database.known), read)
    if (changes.length === 0) return ok(null)
    const { action, unit, year } = draft
    const who = draft.author === undefined ? await actorOf(unit, read) : { author: draft.author }
    // Also where the store can't follow: what is on disk stays on screen.
    const written = await write({ action, ...who, unit, year, changes }, (frame) => {
      onDisk.add(draft)
      draft.recorded?.(frame)
    })
    if (written.ok && isUndoable(draft, changes)) setHistory(afterAction(history, written.value, rows))
    return written
  }

  async function takeBack(
    list: keyof UndoHistory,
    after: (history: UndoHistory, frame: Frame | null, before: Rows) => UndoHistory,
  ): Promise<Result<UndoOutcome | null, WriteProblem>> {
    const done = history[list].at(-1)
    if (done === undefined) return ok(null)
    const { rows, read } = actionReading(database)
    await Promise.all(done.frame.changes.map(({ entity, record }) => read(entity, record)))
    const { changes, left } = takingBack(done, rows)
    if (changes.length === 0) {
      setHistory(after(history, null, rows))
      return ok({ takenBack: done.frame, left })
    }
    const { action, unit, year, seq } = done.frame
    const who = await actorOf(unit, read)
    const written = await write({ action, ...who, unit, year, changes: [...changes], undoOf: seq })
    if (!written.ok) return written
    setHistory(after(history, written.value, rows))
    return ok({ takenBack: done.frame, left })
  }

  /** A merge is undone as it was, while nothing came after it; anything else as new writes. */
  function takingBack(done: Done, now: Rows): TakingBack {
    if (!isMerge(done.frame)) return undoChanges(done, now, isErasedChange)
    const changes = unmergeChanges(done, head.seq, now)
    return changes === null ? { changes: [], left: done.frame.changes } : { changes, left: [] }
  }

  return {
    saveState,
    undoState,
    unitOfNext: (step) => history[step].at(-1)?.frame.unit ?? null,
    record(draft) {
      const done = inTurn(() => record(draft), draft.insist ? draft : null)
      done.then(
        () => refused.includes(draft) || onDisk.has(draft) || draft.recorded?.(null),
        () => draft.recorded?.(null),
      )
      return done
    },
    retry: async () => (refused.length === 0 && !isBehind ? ok(null) : inTurn(async () => ok(null))),
    undo: () => inTurn(() => takeBack('undo', afterUndo)),
    redo: () => inTurn(() => takeBack('redo', afterRedo)),
  }
}

function nextSteps({ undo, redo }: UndoHistory): UndoState {
  return { undo: undo.at(-1)?.frame.action ?? null, redo: redo.at(-1)?.frame.action ?? null }
}

/** One change for each group, the last one asked for, with what really stands there; without those that change nothing. */
async function settleChanges(asked: readonly Change[], read: ReadGroups): Promise<Change[]> {
  const records = new Map<string, Map<string, Change>>()
  for (const change of asked) {
    const key = recordKey(change)
    const groups = records.get(key)
    if (groups === undefined) records.set(key, new Map([[change.group, change]]))
    else groups.set(change.group, change)
  }
  const settled = await Promise.all([...records.values()].map((groups) => settleRecord([...groups.values()], read)))
  return settled.flat()
}

/** `changes`: of one record. */
async function settleRecord(changes: readonly Change[], read: ReadGroups): Promise<Change[]> {
  const [first] = changes
  if (first === undefined) return []
  const standing = await read(first.entity, first.record)
  return changes.flatMap((change) => settleChange(change, standing))
}

const isErasedChange = ({ entity, group }: Change, groups: Groups): boolean =>
  entity === 'entry' && isErased(groups, group)

/** The frame is written; only the working copy is behind, and the journal brings it up again. */
const isOnDisk = ({ code }: WriteProblem): boolean => code === 'store-behind'

/** What left the PC or came from outside is not taken back with Ctrl+Z. */
const lastingEntities: readonly Entity[] = ['package', 'final', 'export']

function isUndoable({ undoable }: ActionDraft, changes: readonly Change[]): boolean {
  return undoable ?? !changes.some(({ entity }) => lastingEntities.includes(entity))
}

/** Who acts: whom the unit names as its author, or the author of the unit that fills in for it (代填). */
async function actorOf(unit: string, read: ReadGroups): Promise<Pick<FrameDraft, 'author' | 'actingUnit'>> {
  const groups = await read('unit', unit)
  const by = readUnit(unit, groups)?.filledBy
  const contact = unitContact.safeParse((by === undefined ? groups : await read('unit', by)).contact?.value)
  return { author: contact.success ? contact.data.author : '', ...(by === undefined ? {} : { actingUnit: by }) }
}
