import { chooseSubmission } from '../../../shared/actions/desk-changes.ts'
import { receiveSubmission } from '../../../shared/actions/receive-changes.ts'
import { MOST_KEPT, type OpenedFile, type StorageProblem } from '../../../shared/desktop.ts'
import { deskRecordId } from '../../../shared/model/desk/choice-record.ts'
import { isAheadOfClock } from '../../../shared/model/package/clock-ahead.ts'
import { codesOf } from '../../../shared/model/unit/unit-record.ts'
import type { Submission } from '../../../shared/steps/package/kinds/submission.ts'
import type { PackageProblem } from '../../../shared/steps/package/package-problem.ts'
import {
  isFileKept,
  type Receiver,
  type SortedBatch,
  sortIncoming,
} from '../../../shared/steps/package/sort-incoming.ts'
import { toReceived } from '../../../shared/steps/package/to-received.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import type { FileVerdict } from '../../../shared/wording/verdict.ts'
import type { OpenedPackage, Store, WriteProblem } from '../store.ts'
import { readChoices, readSummaries } from '../tables/read-packages.ts'
import { readChildren, readOneUnit } from '../tables/read-units.ts'
import { recordAction } from '../write/record-action.ts'
import { checkReceivedAgain } from './received-check.ts'

export interface ImportRequest {
  /** Code of the unit that receives. */
  readonly unit: string
  readonly year: number
  readonly files: readonly OpenedFile[]
}

/** One line of the result: the file, what became of it, and what it holds where it could be read. */
export interface ImportLine {
  readonly file: OpenedFile
  readonly verdict: FileVerdict
  readonly submission: Submission | null
  /** By this PC's clock it was made more than a day from now. */
  readonly ahead: boolean
}

export interface ImportProgress {
  readonly phase: 'reading' | 'keeping' | 'recording'
  readonly done: number
  readonly total: number
}

export interface ImportOptions {
  readonly onProgress?: (progress: ImportProgress) => void
  /** Cancelled before the last step: nothing is changed. */
  readonly signal?: AbortSignal
}

export type ImportProblem = WriteProblem | { readonly code: 'cancelled' } | { readonly code: 'unit-unknown' }

/**
 * Takes in files of the units below. Every file is read and verified before anything is touched; those that can be
 * taken are kept whole on the disk, then all are recorded as one action. What goes wrong with one file is its line;
 * what goes wrong with the disk is the problem of the whole import, and then nothing is recorded.
 */
export async function importFiles(
  store: Store,
  { unit, year, files }: ImportRequest,
  { onProgress = () => {}, signal }: ImportOptions = {},
): Promise<Result<readonly ImportLine[], ImportProblem>> {
  const receiver = await readReceiver(store, unit, year)
  if (receiver === null) return fail({ code: 'unit-unknown' })

  const opened: Opened[] = []
  for (const file of files) {
    if (signal?.aborted) return fail({ code: 'cancelled' })
    onProgress({ phase: 'reading', done: opened.length, total: files.length })
    opened.push(await open(store, file))
  }

  // The file of a submission that is here comes again: kept once more, because the one on disk may be gone or damaged.
  const kept = toBatch(receiver, opened).lines.filter(
    ({ verdict, opened: one }) => isFileKept(verdict) || (one !== null && receiver.files.has(one.file)),
  )
  const unlike = new Set<OpenedFile>()
  for (let done = 0; done < kept.length; done += MOST_KEPT) {
    if (signal?.aborted) return fail({ code: 'cancelled' })
    onProgress({ phase: 'keeping', done, total: kept.length })
    const some = kept.slice(done, done + MOST_KEPT)
    const result = await keep(
      store,
      some.map(({ file }) => file),
    )
    if (!result.ok) return result
    for (const [i, { file, opened: one }] of some.entries()) if (result.value[i] !== one?.file) unlike.add(file)
  }
  if (signal?.aborted) return fail({ code: 'cancelled' })

  // A file that changed between reading and keeping is another file: it is not what was verified.
  const batch = toBatch(
    receiver,
    opened.map((one) => (unlike.has(one.file) ? { file: one.file, content: changedMeanwhile } : one)),
  )
  onProgress({ phase: 'recording', done: 0, total: 1 })
  const recorded = await recordAction(store, {
    action: 'import',
    unit,
    year,
    edit: async (read) => {
      const received = batch.lines.flatMap(({ verdict, opened: one }) =>
        one !== null && isFileKept(verdict)
          ? [receiveSubmission(store.catalogue.forms, toReceived(one.file, one.content))]
          : [],
      )
      const chosen = batch.choices.map(async ({ place, choice }) =>
        chooseSubmission(place, await read('desk', deskRecordId(place)), choice),
      )
      return [...received, ...(await Promise.all(chosen)).flat()]
    },
  })
  if (!recorded.ok) return recorded
  await checkReceivedAgain(store)
  const now = store.now()
  return ok(
    batch.lines.map(({ file, verdict, opened: one }) => {
      const submission = one?.content ?? null
      return { file, verdict, submission, ahead: submission !== null && isAheadOfClock(submission.manifest, now) }
    }),
  )
}

interface Opened {
  readonly file: OpenedFile
  readonly content: Result<OpenedPackage, Extract<FileVerdict, { readonly code: 'refused' | 'unreadable' }>>
}

const refused = (problem: PackageProblem): Opened['content'] => fail({ code: 'refused', problem })
const unreadable = (problem: StorageProblem): Opened['content'] => fail({ code: 'unreadable', problem })

const changedMeanwhile = unreadable({ code: 'verify-failed', detail: 'the file changed while it was read' })

async function open(store: Store, file: OpenedFile): Promise<Opened> {
  const result = await store.packages.open(file.token)
  if (!result.ok) return { file, content: unreadable(result.problem) }
  return { file, content: result.value.ok ? result.value : refused(result.value.problem) }
}

async function keep(store: Store, files: readonly OpenedFile[]): Promise<Result<readonly string[], StorageProblem>> {
  try {
    return await store.desktop.keepReceived(files.map(({ token }) => token))
  } catch (error) {
    return fail({ code: 'io', detail: String(error) })
  }
}

interface Line {
  readonly file: OpenedFile
  readonly verdict: FileVerdict
  readonly opened: OpenedPackage | null
}

function toBatch(
  receiver: Receiver,
  all: readonly Opened[],
): { readonly lines: readonly Line[]; readonly choices: SortedBatch['choices'] } {
  const submissions = all.flatMap(({ content }) => (content.ok ? [content.value.content] : []))
  const sorted = sortIncoming(receiver, submissions)
  const verdicts = sorted.verdicts.values()
  const lines = all.map(({ file, content }) => {
    if (!content.ok) return { file, verdict: content.problem, opened: null }
    const { value: verdict } = verdicts.next()
    if (verdict === undefined) throw new Error('a file without a verdict')
    return { file, verdict, opened: content.value }
  })
  return { lines, choices: sorted.choices }
}

interface KnownFiles {
  /** Hashes of the files of what is known. */
  readonly files: ReadonlySet<string>
}

async function readReceiver({ database }: Store, code: string, year: number): Promise<(Receiver & KnownFiles) | null> {
  const unit = await readOneUnit(database, code)
  if (unit === null) return null
  const below = await readChildren(database, code)
  const children = new Set(below.flatMap(codesOf))
  const known = (await readSummaries(database, year)).filter((one) => children.has(one.unit.code))
  const named = [unit, ...below].flatMap((one) => (one.aliases ?? []).map((alias) => [alias, one.code] as const))
  return {
    year,
    unit: code,
    practice: unit.profile.sample,
    children,
    known,
    files: new Set(known.map(({ file }) => file)),
    choices: await readChoices(database, year),
    aliases: new Map(named),
  }
}
