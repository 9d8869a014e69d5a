import { packageChange } from '../../../shared/actions/package-changes.ts'
import { formById } from '../../../shared/catalogue/catalogue.ts'
import type { OpenedFile, StorageProblem } from '../../../shared/desktop.ts'
import { codesOf } from '../../../shared/model/unit/unit-record.ts'
import type { PackageProblem } from '../../../shared/steps/package/package-problem.ts'
import { isKept, type Receiver, sortIncoming } from '../../../shared/steps/package/sort-incoming.ts'
import type { Submission } from '../../../shared/steps/package/unpack.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import type { FileVerdict } from '../../../shared/wording/verdict.ts'
import type { Store, WriteProblem } from '../store.ts'
import { readChildren, readOneUnit } from '../units/read-units.ts'
import { recordAction } from '../write/record-action.ts'
import { readPackages } from './read-packages.ts'

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

  const kept = toLines(receiver, opened).filter(({ verdict }) => isKept(verdict))
  const unlike = new Set<OpenedFile>()
  for (const [done, { file, submission }] of kept.entries()) {
    if (signal?.aborted) return fail({ code: 'cancelled' })
    onProgress({ phase: 'keeping', done, total: kept.length })
    const result = await keep(store, file)
    if (!result.ok) return result
    if (result.value !== submission?.sha256) unlike.add(file)
  }
  if (signal?.aborted) return fail({ code: 'cancelled' })

  // A file that changed between reading and keeping is another file: it is not what was verified.
  const lines = toLines(
    receiver,
    opened.map((one) => (unlike.has(one.file) ? { file: one.file, content: changedMeanwhile } : one)),
  )
  onProgress({ phase: 'recording', done: 0, total: 1 })
  const recorded = await recordAction(store, {
    action: 'import',
    unit,
    year,
    edit: (_read, { forms }) =>
      lines.flatMap(({ verdict, submission }) => {
        const form = submission === null ? null : formById(forms, submission.report.form)
        return submission !== null && form !== null && isKept(verdict) ? [packageChange(form, submission)] : []
      }),
  })
  return recorded.ok ? ok(lines) : recorded
}

interface Opened {
  readonly file: OpenedFile
  readonly content: Result<Submission, Extract<FileVerdict, { readonly code: 'refused' | 'unreadable' }>>
}

const refused = (problem: PackageProblem): Opened['content'] => fail({ code: 'refused', problem })
const unreadable = (problem: StorageProblem): Opened['content'] => fail({ code: 'unreadable', problem })

const changedMeanwhile = unreadable({ code: 'verify-failed', detail: 'the file changed while it was read' })

async function open(store: Store, file: OpenedFile): Promise<Opened> {
  const result = await store.packages.unpack(file.token)
  if (!result.ok) return { file, content: unreadable(result.problem) }
  return { file, content: result.value.ok ? result.value : refused(result.value.problem) }
}

async function keep(store: Store, { token }: OpenedFile): Promise<Result<string, StorageProblem>> {
  try {
    return await store.desktop.keepReceived(token)
  } catch (error) {
    return fail({ code: 'io', detail: String(error) })
  }
}

function toLines(receiver: Receiver, opened: readonly Opened[]): ImportLine[] {
  const submissions = opened.flatMap(({ content }) => (content.ok ? [content.value] : []))
  const verdicts = sortIncoming(receiver, submissions).values()
  return opened.map(({ file, content }) => {
    if (!content.ok) return { file, verdict: content.problem, submission: null }
    const { value: verdict } = verdicts.next()
    if (verdict === undefined) throw new Error('a file without a verdict')
    return { file, verdict, submission: content.value }
  })
}

async function readReceiver({ database }: Store, code: string, year: number): Promise<Receiver | null> {
  const unit = await readOneUnit(database, code)
  if (unit === null) return null
  const below = await readChildren(database, code)
  const children = below.flatMap(codesOf)
  const known = await readPackages(database, children, year)
  const named = [unit, ...below].flatMap((one) => (one.aliases ?? []).map((alias) => [alias, one.code] as const))
  return {
    year,
    unit: code,
    sample: unit.profile.sample,
    children: new Set(children),
    known,
    aliases: new Map(named),
  }
}
