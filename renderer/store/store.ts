import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import type { CatalogueProblem } from '../../shared/catalogue/catalogue-problem.ts'
import type { Desktop, FileToken, StartInfo, StorageProblem } from '../../shared/desktop.ts'
import type { Change, Entity, Frame } from '../../shared/journal/frame.ts'
import type { Groups } from '../../shared/record/groups.ts'
import type { Sign } from '../../shared/steps/package/envelope/suite.ts'
import type { Package } from '../../shared/steps/package/kinds/kinds.ts'
import type { SubmissionDraft } from '../../shared/steps/package/kinds/pack-submission.ts'
import type { PackageProblem } from '../../shared/steps/package/package-problem.ts'
import type { Result } from '../../shared/values/result.ts'
import type { Ahead } from './ahead.ts'
import type { EntryMemory } from './lists/entry-memory.ts'
import type { Observable } from './observable.ts'
import type { Database } from './tables/database.ts'

/** Why an action was not recorded. Wording: storageProblemMessage() and, for `store-behind`, its own sentence. */
export type WriteProblem =
  | StorageProblem
  /** The journal has it all, this window's working copy does not: nothing is lost, the program must be restarted. */
  | { readonly code: 'store-behind'; readonly detail: string }

/**
 * Why the store could not be opened. `store-not-kept`: it had to be made anew, and could not be put aside before, so
 * nothing was changed. `store-busy`: it does not open, and is put aside when the program starts next.
 * `journal-not-completed`: the disk did not take into the journal what only the store holds, so the store is left alone.
 */
export interface OpenProblem {
  readonly code: 'store-unusable' | 'store-not-kept' | 'store-busy' | 'journal-unreadable' | 'journal-not-completed'
  readonly detail: string
}

/** Frames applied so far, of how many; only while the store catches up with the journal. */
export interface OpenProgress {
  readonly done: number
  readonly total: number
}

/** What the corner of the window says. 已保存 means: on disk. */
export type SaveState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  /** `waiting`: how many insistent actions are in this window alone, and are tried again. */
  | { readonly state: 'failed'; readonly problem: WriteProblem; readonly waiting: number }

/** What Ctrl+Z and Ctrl+Y would do: the name of the action, or null where there is nothing. */
export interface UndoState {
  readonly undo: string | null
  readonly redo: string | null
}

/** Moves bytes between the window and the shell: `fileAddress(token)` by GET and POST. */
export interface FileBytes {
  read(token: FileToken): Promise<Result<Uint8Array, StorageProblem>>
  write(token: FileToken, bytes: Uint8Array): Promise<Result<null, StorageProblem>>
}

export interface PackedSubmission {
  readonly bytes: Uint8Array
  /** Hash of its manifest: its name for ever. */
  readonly id: string
}

/** An `.ogi` file that came in, every check passed. */
export interface OpenedPackage {
  /** SHA-256 of the whole file, in hex. */
  readonly file: string
  readonly content: Package
}

/** The heavy work on `.ogi` files, done in a worker so that the window stays alive. */
export interface PackageWork {
  /** Outer problem: the bytes could not be read. Inner: they are no `.ogi` file that can be taken. */
  open(token: FileToken): Promise<Result<Result<OpenedPackage, PackageProblem>, StorageProblem>>
  /**
   * The file, signed by the keys that the draft names, read back and verified as its receiver will; a problem means that no
   * receiver would take it.
   */
  pack(draft: SubmissionDraft, sign: Sign): Promise<Result<PackedSubmission, PackageProblem>>
}

/** The groups of a record as they stand; an unknown record has none. */
export type ReadGroups = (entity: Entity, record: string) => Promise<Groups>

/** One action of the clerk. `edit` runs when its turn has come, on what then stands. */
export interface ActionDraft {
  readonly action: string
  readonly unit: string
  readonly year: number
  /** Who acts; absent: whom the unit names as its author. */
  readonly author?: string
  readonly edit: (read: ReadGroups, known: Catalogue) => readonly Change[] | Promise<readonly Change[]>
  /** False: Ctrl+Z does not take it back (an import, a file that has left the PC). True where absent. */
  readonly undoable?: boolean
  /** Where the disk refuses, it waits in this window and is tried again until the disk takes it. */
  readonly insist?: boolean
  /** Told once: the frame when it is on disk and in the store, also where that took several tries; null where none came. */
  readonly recorded?: (frame: Frame | null) => void
}

/** What an undo or redo did: the frame it took back, and the changes it left because somebody changed them since. */
export interface UndoOutcome {
  readonly takenBack: Frame
  readonly left: readonly Change[]
}

/** The one write path. */
export interface Writer {
  readonly saveState: Observable<SaveState>
  readonly undoState: Observable<UndoState>
  /** The unit in which the next undo or redo would change something; null where there is none. */
  unitOfNext(step: 'undo' | 'redo'): string | null
  record(draft: ActionDraft): Promise<Result<Frame | null, WriteProblem>>
  /** Tries once more what the disk refused, and what the window's working copy is behind with. */
  retry(): Promise<Result<null, WriteProblem>>
  undo(): Promise<Result<UndoOutcome | null, WriteProblem>>
  redo(): Promise<Result<UndoOutcome | null, WriteProblem>>
}

/** The data side of one window. */
export interface Store {
  readonly desktop: Desktop
  readonly start: StartInfo
  readonly bytes: FileBytes
  readonly packages: PackageWork
  readonly database: Database
  /** What is known: forms, registers, letters, days off; opened with the store. */
  readonly catalogue: Catalogue
  /** What is wrong with forms that were brought and left out. */
  readonly leftOut: readonly CatalogueProblem[]
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly writer: Writer
  readonly entries: EntryMemory
  readonly ahead: Ahead
}
