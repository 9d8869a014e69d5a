import type { Frame, FrameDraft, FrameStamp } from './journal/frame.ts'
import type { SealedFields } from './model/entry/entry-record.ts'
import type { Unsealed } from './model/entry/personal-fields.ts'
import type { Signer } from './model/package/signer.ts'
import type { KeptNotice } from './start-notice.ts'
import type { Result } from './values/result.ts'

/**
 * The one contract between the window (renderer/) and the shell (electron/). Everything that leaves the window or
 * touches the disk goes through it. Bytes do not: a method hands out a token, and the bytes are read with
 * GET and written with POST at `fileAddress(token)`.
 */

/** Names bytes that main holds for this window: a file that was opened, or something staged. Dies with the process. */
export type FileToken = string

/** Same-origin address of a token's bytes. Relative, because the Chromium host serves another origin. */
export function fileAddress(token: FileToken): string {
  return `/file/${token}`
}

export interface OpenedFile {
  readonly token: FileToken
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/**
 * Why the disk did not take or give something. `detail` is the system's own word for the log, not for the clerk.
 *   taken-over: another program has begun to write to this data folder; this one writes nothing any more
 */
export interface StorageProblem {
  readonly code:
    | 'disk-full'
    | 'read-only'
    | 'file-busy'
    | 'file-missing'
    | 'file-too-large'
    | 'verify-failed'
    | 'taken-over'
    | 'io'
  readonly detail: string
}

/**
 * Why personal data cannot be sealed or shown. Nothing is lost by any of them. Wording: keyringProblemMessage().
 *   locked: this account's system no longer opens the keys; a recovery code does, where one was made (`canRestore`)
 *   keyring-lost: records are sealed, and every copy of their keys that this account opened is missing, damaged, or
 *     another keyring in its place (`other`). Nothing is sealed until a good file lies in `folder` again, a recovery code
 *     opens what is left (`canRestore`), or a person gives the keys up. `keyring`: its name, where that is known
 *   newer-keyring: a newer program wrote it
 *   key-absent: this record's key is in no copy of the keyring, and was not erased
 *   no-recovery-code, code-mistyped, code-wrong: why a recovery code restores nothing
 */
export type KeyringProblem =
  | StorageProblem
  | { readonly code: 'locked'; readonly keyring: string; readonly canRestore: boolean }
  | {
      readonly code: 'keyring-lost'
      readonly why: 'missing' | 'damaged' | 'other'
      readonly keyring: string | null
      readonly canRestore: boolean
      readonly folder: string
    }
  | { readonly code: 'code-wrong'; readonly keyring: string }
  | { readonly code: 'newer-keyring' | 'key-absent' | 'no-recovery-code' | 'code-mistyped' }

export interface PrivacyState {
  /** `none`: whoever copies the data folder can read the keys in it, and must be told so. */
  readonly protection: 'system' | 'none'
  /** Whether a printed recovery code opens the keys. */
  readonly recovery: 'none' | 'made'
  /** The keyring's name, which stands on its recovery codes; null where it doesn't open. */
  readonly keyring: string | null
  /** A keyring that was given up lies aside, and its recovery code would bring back what it opens. */
  readonly hasOlder: boolean
  /** Why nothing can be sealed or shown now; null where all is well. */
  readonly problem: KeyringProblem | null
}

/** Text to be sealed for a record (`sealedRecord()`): for another one it does not open. */
export interface ToSeal {
  readonly record: string
  readonly text: string
}

export interface ToUnseal {
  readonly record: string
  readonly sealed: SealedFields
}

/** `unreached`: files of keys put aside, too damaged to say that nothing of the erased ones is left in them. */
export interface ErasedKeys {
  readonly unreached: readonly string[]
}

/** A recovery code in groups, and the name of the keyring that it opens. */
export interface MadeCode {
  readonly code: string
  readonly keyring: string
}

export interface StartInfo {
  readonly appVersion: string
  readonly dataFolder: string
  /** Names the PC. */
  readonly device: string
  /** This start's: what its stamps end in. */
  readonly run: string
  /** Changes when the journal is another one: the store is then rebuilt. */
  readonly journalId: string
  /** Nothing says that there was a journal before: a store that lies there may be of it, whatever its id. */
  readonly isNewJournal: boolean
  /** The last frame on disk; 0 and null for an empty journal. */
  readonly head: { readonly seq: number; readonly hlc: string | null }
  /** What nobody has read yet. */
  readonly notices: readonly KeptNotice[]
  /** `YYYY-MM-DD` in Beijing. */
  readonly today: string
}

export interface SavedFile {
  readonly path: string
  readonly name: string
  readonly sha256: string
  /** Read back and compared; on a removable drive the clerk may now pull the stick. */
  readonly verified: true
}

export interface SaveSuggestion {
  readonly name: string
  readonly kind: 'ogi' | 'pdf' | 'docx' | 'xlsx' | 'csv' | 'json'
}

/**
 * Something that went wrong in the window, for the log: what kind of error, and where in the program. Not its message,
 * which may hold what was typed.
 */
export interface WindowError {
  readonly name: string
  /** `function file.js:line:column`, the innermost first. */
  readonly at: readonly string[]
}

export interface StagedAction {
  readonly token: FileToken
  readonly stamp: FrameStamp
}

/** What the menu asks the window to do. */
export const menuCommands = ['open', 'undo', 'redo', 'print', 'settings', 'about'] as const
export type MenuCommand = (typeof menuCommands)[number]

/** What the shell asks of the window: a menu command, or to say that the program was started while it is open, or that there are new notices. */
export type WindowCommand = MenuCommand | 'started-again' | 'notices'

/**
 * How far store and journal are where they contradict each other; `store` is null where its own mark is gone. `brought`:
 * in how many places the journal lacked something and has it again, and in how many of them both values stand now; null
 * where nothing was brought back, or not yet.
 */
export interface StoreDiffers {
  readonly store: number | null
  readonly journal: number
  readonly brought: { readonly places: number; readonly conflicts: number } | null
}

/** What lies among the received files, against what this window knows of them. */
export interface ReceivedState {
  /** Hashes of files that are known and not there, those among them that were damaged. */
  readonly missing: readonly string[]
  /** Files that are there, whole, and not known. */
  readonly unlisted: readonly OpenedFile[]
  /** Where damaged files were put as they are; null where none was. */
  readonly savedAs: string | null
}

export interface DesktopMethods {
  start(): Promise<StartInfo>
  /** Somebody has read these notices, by key: they are not said again. */
  dropNotices(keys: readonly string[]): Promise<Result<null, StorageProblem>>
  /**
   * Puts the files of the store (IndexedDB) aside whole, and gives where: `move` of one that does not open, `copy` of one
   * that is about to be made anew. Nothing is made anew before. `why` is said until somebody
   * has read it: it holds what the journal has not, or another version of the program left it.
   */
  setStoreAside(how: 'move' | 'copy', why?: StoreDiffers | 'other-program'): Promise<Result<string, StorageProblem>>
  /** Appends one action to the journal. Resolves when it is on disk: that is 已保存. */
  append(draft: FrameDraft): Promise<Result<Frame, StorageProblem>>
  /**
   * For an action of very many changes: a token to POST its draft to as JSON, and the stamp that it will have, so that
   * the window can prepare it meanwhile. `after`: the `lastBeside` of its changes.
   */
  stageAction(after: string | null): Promise<StagedAction>
  /** Appends the staged action under its stamp. Refused where another one was appended since it was staged. */
  appendStaged(token: FileToken): Promise<Result<null, StorageProblem>>
  /** Frames with a greater sequence number, as lines of JSON behind the token. */
  readJournal(after: number): Promise<Result<FileToken, StorageProblem>>
  /**
   * Asks for files, for one with a list (Excel, csv), or for a folder whose `.ogi` files are taken, in its folders too.
   * Null: nothing chosen.
   */
  chooseFiles(what: 'files' | 'folder' | 'sheet'): Promise<Result<readonly OpenedFile[] | null, StorageProblem>>
  /** A token to POST bytes to. */
  stage(name: string): Promise<FileToken>
  /**
   * Keeps received files whole, each under its hash, fsynced. Gives the sha-256 of each in hex. Stops at the first that
   * cannot be kept; those before it stay. Idempotent.
   */
  keepReceived(tokens: readonly FileToken[]): Promise<Result<readonly string[], StorageProblem>>
  /** Compares all received files with their hashes and with those of files that are known; a damaged one is put aside. */
  checkReceived(known: readonly string[]): Promise<Result<ReceivedState, StorageProblem>>
  /** A received file's bytes again. */
  readReceived(sha256: string): Promise<Result<FileToken, StorageProblem>>
  /** Asks where, writes, fsyncs, reads back and compares. Null: the clerk chose nowhere. */
  saveFile(token: FileToken, suggestion: SaveSuggestion): Promise<Result<SavedFile | null, StorageProblem>>
  /** Prints staged HTML to PDF; the PDF's bytes stand behind the new token. */
  renderPdf(html: FileToken): Promise<Result<FileToken, StorageProblem>>
  /** Opens the system's print dialog for staged HTML. False: the clerk cancelled. */
  printPaper(html: FileToken): Promise<Result<boolean, StorageProblem>>
  showInFolder(path: string): Promise<void>
  copyText(text: string): Promise<void>
  /** Writes an error of the window into the program's log. */
  logError(error: WindowError): Promise<void>
  /** Loads the window's page anew; the page itself may go nowhere. */
  reopen(): Promise<void>
  /**
   * Seals personal text for a record under a key of its own, which is on disk before this resolves. `keyId` of what the
   * record held before keeps its key, so that one dropped key erases the record's past too.
   */
  seal(text: string, record: string, keyId?: string): Promise<Result<SealedFields, KeyringProblem>>
  /** Seals for new records (an import), at most 20,000, in their order: a key for each, one write of the keys. */
  sealMany(texts: readonly ToSeal[]): Promise<Result<readonly SealedFields[], KeyringProblem>>
  /** The texts in their order, or why there is none. */
  unseal(sealed: readonly ToUnseal[]): Promise<Result<readonly Unsealed[], KeyringProblem>>
  /** Which of these keys were forgotten for ever. Opens no keyring, and needs none that opens. */
  droppedKeys(keyIds: readonly string[]): Promise<Result<readonly string[], KeyringProblem>>
  /** Forgets keys for ever: what they sealed can never be read again, wherever a copy lies. */
  dropKeys(keyIds: readonly string[]): Promise<Result<ErasedKeys, KeyringProblem>>
  /** The public keys of a unit that is kept here, under suite `ogi-1`; made with the first use. */
  signer(unit: string): Promise<Result<Signer, KeyringProblem>>
  /**
   * Signs a file of that unit: `message` as `signedMessage()` makes it, as text. The signature in base64. The keys stay
   * in main, which signs nothing but manifests that name them: it throws at anything else.
   */
  sign(unit: string, message: string): Promise<Result<string, KeyringProblem>>
  privacy(): Promise<PrivacyState>
  /** A new recovery code, to be printed: it is given this once, and one printed earlier opens nothing any more. */
  makeRecoveryCode(): Promise<Result<MadeCode, KeyringProblem>>
  /** Opens the keys with a recovery code, and from then on with this account again. */
  restoreKeyring(code: string): Promise<Result<null, KeyringProblem>>
  /**
   * A new keyring in place of one that is locked or lost, because a person said so. What is left of the old one is kept
   * aside: its file put back, or its code, still brings back what it opens.
   */
  giveUpKeys(): Promise<Result<null, KeyringProblem>>
}

export interface Desktop extends DesktopMethods {
  /** Files that were double-clicked or dropped on the program's icon, also those before the window was ready. */
  onOpenFiles(listener: (files: readonly OpenedFile[]) => void): () => void
  onCommand(listener: (command: WindowCommand) => void): () => void
}

/** Characters that are sealed together at most: all personal fields of an entry, as JSON. */
export const MOST_SEALED = 200_000
/** Files kept by one call: a folder of thousands is some calls, and can be cancelled between them. */
export const MOST_KEPT = 25
