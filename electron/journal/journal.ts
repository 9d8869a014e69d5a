import path from 'node:path'
import { beijingMinute } from '../../shared/calendar/chinese-date.ts'
import type { StorageProblem } from '../../shared/desktop.ts'
import { FRAME_VERSION, type Frame, type FrameDraft, type FrameStamp } from '../../shared/journal/frame.ts'
import { journalIdOf } from '../../shared/journal/journal-id.ts'
import { clockAfter, lastBeside, stampFor } from '../../shared/journal/stamping.ts'
import { formatHlc, type Hlc, isAdoptable, parseHlc } from '../../shared/record/hlc.ts'
import type { StartNotice } from '../../shared/start-notice.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import type { WritableFile } from '../disk/durable-files.ts'
import { toStorageProblem } from '../disk/system-problem.ts'
import { type JournalHead, readHead, writeHead } from './head-file.ts'
import type { Segment } from './inspect-journal.ts'
import { encodeLine, NEWLINE } from './line.ts'
import { type JournalState, type ReadTools, readJournal } from './read-journal.ts'
import { encodeHeader, type FrameMark, frameMark, linesOf, segmentName } from './segment.ts'

export interface JournalTools extends ReadTools {
  /** Bytes after which a new file is begun. */
  readonly segmentLimit?: number
  /** The lock of the data folder. */
  readonly lock: JournalLock
  /** Says how far the journal was; not in the journal's folder. */
  readonly headFile: string
}

export interface JournalLock {
  /** Another program held it that may be there still, asleep: nothing is appended to a file of theirs. */
  readonly isTakenOver: boolean
  /** Whether this program still is the one that writes. Throws what the disk throws. */
  isOurs(): Promise<boolean>
}

export type JournalProblem =
  | { readonly code: 'newer-data' }
  | { readonly code: 'storage'; readonly problem: StorageProblem }

const SEGMENT_LIMIT = 8_000_000
/** Of what is said about the journal's length: what the store knows of it replaces what is known without. */
export const LENGTH_NOTICE = 'journal-length'
/** A clock that differs by less than this is no matter for a person. Milliseconds. */
const CLOCK_TOLERANCE = 60_000

/** Opens the journal in `folder`, new or old, and makes it sound; see `readJournal` for what that takes away. */
export async function openJournal(folder: string, tools: JournalTools): Promise<Result<Journal, JournalProblem>> {
  try {
    await tools.files.makeFolder(folder)
    const known = await readHead(tools.headFile, tools.files)
    const state = await readJournal(folder, known, tools)
    if (state === null) return fail({ code: 'newer-data' })
    await sayWhatIsMissing(known, state, tools)
    const last = state.segments.at(-1)
    const file = last === undefined ? null : await tools.files.openForWriting(path.join(folder, last.name), false)
    const journal = new Journal(folder, tools, state, file, known === null && last === undefined)
    if (file === null || tools.lock.isTakenOver) await journal.begin()
    await journal.noteHead()
    return ok(journal)
  } catch (error) {
    return fail({ code: 'storage', problem: toStorageProblem(error) })
  }
}

/** The append-only record of everything that was typed. What `append` resolved with is on disk: that is 已保存. */
export class Journal {
  readonly id: string
  /** What holds for this start alone. */
  readonly notices: readonly StartNotice[]
  readonly #wasUnknown: boolean
  readonly #folder: string
  readonly #tools: JournalTools
  readonly #header: { readonly journal: string; readonly mended: number }
  readonly #segments: Segment[]
  #nextNumber: number
  #run: string
  #file: WritableFile | null
  #size: number
  #last: FrameMark | null
  /** What the next stamp is later than: a run's stamps only grow. */
  #clock: Hlc | null
  #queue: Promise<unknown> = Promise.resolve()
  #pending = 0
  /** A new file that could not be begun; without a whole first line it counts for nothing. */
  #leftover: string | null = null
  /** Why nothing can be appended any more. */
  #broken: StorageProblem | null = null

  constructor(
    folder: string,
    tools: JournalTools,
    state: JournalState,
    file: WritableFile | null,
    wasUnknown: boolean,
  ) {
    this.#folder = folder
    this.#tools = tools
    this.#header = { journal: state.journal, mended: state.mended }
    this.#segments = [...state.segments]
    this.#nextNumber = state.nextNumber
    this.#file = file
    this.#size = state.size
    this.#last = state.last
    const last = state.last === null ? null : parseHlc(state.last.hlc)
    this.#clock = last !== null && isAdoptable(last, tools.now()) ? last : null
    this.id = journalIdOf(state.journal, state.mended)
    this.#wasUnknown = wasUnknown
    this.#run = tools.randomId()
    this.notices = clockNotice(state.last, tools.now())
  }

  /** The last frame on disk. */
  get head(): { readonly seq: number; readonly hlc: string | null } {
    return { seq: this.#last?.seq ?? 0, hlc: this.#last?.hlc ?? null }
  }

  /** What its stamps end in: this start's, another where the clock was put back by more than a day since. */
  get run(): string {
    return this.#run
  }

  /** Nothing is in it yet, and nothing says that there was one before. */
  get isNew(): boolean {
    return this.#wasUnknown && this.#last === null
  }

  get isIdle(): boolean {
    return this.#pending === 0
  }

  /** Resolves when everything asked for so far has been written or refused. */
  async idle(): Promise<void> {
    while (!this.isIdle) await this.#queue
  }

  /** Stamps and writes one action, after those asked for before. A failure leaves the journal as it was. */
  append(draft: FrameDraft): Promise<Result<Frame, StorageProblem>> {
    return this.#inTurn(() => this.#append({ ...this.#stamp(lastBeside(draft.changes)), ...draft }))
  }

  /** The stamp of the action that is appended next, after those asked for before. `after`: see stamping.ts. Writes nothing. */
  nextStamp(after: string | null): Promise<FrameStamp> {
    return this.#inTurn(async () => this.#stamp(after))
  }

  /** Writes one action under a stamp that `nextStamp` gave. Refused where another one was appended since. */
  appendAs(stamp: FrameStamp, draft: FrameDraft): Promise<Result<Frame, StorageProblem>> {
    return this.#inTurn(async () => {
      if (stamp.seq !== this.head.seq + 1) return fail({ code: 'io', detail: `${stamp.seq} is taken` })
      return this.#append({ ...stamp, ...draft })
    })
  }

  /** Frames with a greater sequence number, as lines of JSON; those appended meanwhile are left out. */
  async *readAfter(seq: number): AsyncGenerator<Buffer> {
    const { seq: end } = this.head
    for (const [index, segment] of this.#segments.entries()) {
      const next = this.#segments[index + 1]
      if (segment.first > end || (next !== undefined && next.first <= seq + 1)) continue
      const bytes = await this.#tools.files.read(path.join(this.#folder, segment.name))
      const lines: Buffer[] = []
      for (const { json } of linesOf(bytes)) {
        const mark = json === null ? null : frameMark(json)
        if (json !== null && mark !== null && mark.seq > seq && mark.seq <= end) lines.push(json, Buffer.of(NEWLINE))
      }
      yield Buffer.concat(lines)
    }
  }

  /** Waits for what is pending; afterwards nothing is appended any more. */
  async close(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#broken === null) await this.noteHead()
      this.#broken ??= { code: 'io', detail: 'closed' }
      await this.#file?.close()
      this.#file = null
    })
  }

  /** Makes the first file of a new journal, or the first of this program's own. Throws what the disk throws. */
  async begin(): Promise<void> {
    await this.#beginSegment()
  }

  /** Notes how far the journal is. A disk that refuses is no matter: it is noted again. */
  async noteHead(): Promise<void> {
    const { headFile, files } = this.#tools
    await writeHead(headFile, { ...this.#header, seq: this.head.seq }, files).catch(() => {})
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    this.#pending++
    const done = this.#queue.then(task).finally(() => {
      this.#pending--
    })
    this.#queue = done.catch(() => {})
    return done
  }

  async #append(stamped: Frame): Promise<Result<Frame, StorageProblem>> {
    if (this.#broken !== null) return fail(this.#broken)
    const line = encodeLine(JSON.stringify(stamped))
    try {
      await this.#rotateFor(line.length)
    } catch (error) {
      return fail(toStorageProblem(error))
    }
    if (this.#file === null) return fail({ code: 'io', detail: 'no file' })
    try {
      await writeAll(this.#file, line, this.#size)
      await this.#file.datasync()
      // Who took the lock since may have read the journal without this line: then it is taken back, and none follows.
      if (!(await this.#tools.lock.isOurs())) this.#broken = { code: 'taken-over', detail: 'lock' }
    } catch (error) {
      const problem = toStorageProblem(error)
      await this.#takeBack(this.#file, problem)
      return fail(problem)
    }
    if (this.#broken !== null) {
      await this.#takeBack(this.#file, this.#broken)
      return fail(this.#broken)
    }
    this.#size += line.length
    this.#last = { seq: stamped.seq, hlc: stamped.hlc }
    const clock = parseHlc(stamped.hlc)
    if (clock !== null) this.#clock = clockAfter(stamped.changes, clock, this.#tools.now())
    return ok(stamped)
  }

  /** Version, number and stamp stand first: `frameMark` reads them without parsing the rest. */
  #stamp(after: string | null): FrameStamp {
    const { device, now, randomId } = this.#tools
    const time = now()
    // A clock that was years ahead and is right again: stamps grow within a run only, so another one begins.
    if (this.#clock !== null && !isAdoptable(this.#clock, time)) {
      this.#run = randomId()
      this.#clock = null
    }
    const hlc = formatHlc(stampFor(after, this.#clock, time, this.#run))
    return { v: FRAME_VERSION, seq: this.head.seq + 1, hlc, device }
  }

  /** The last file has no frame yet. */
  get #isFresh(): boolean {
    const begun = this.#segments.at(-1)
    return begun !== undefined && begun.first > this.head.seq
  }

  async #rotateFor(length: number): Promise<void> {
    if (this.#isFresh || this.#size + length <= (this.#tools.segmentLimit ?? SEGMENT_LIMIT)) return
    await this.#beginSegment()
    await this.noteHead()
  }

  async #beginSegment(): Promise<void> {
    const { files } = this.#tools
    const name = segmentName(this.#nextNumber)
    const first = this.head.seq + 1
    const header = encodeHeader({ journal: this.#header.journal, v: FRAME_VERSION, mended: this.#header.mended, first })
    const file = path.join(this.#folder, name)
    if (this.#leftover !== null) await files.remove(this.#leftover)
    this.#leftover = null
    const handle = await files.openForWriting(file, true)
    try {
      await writeAll(handle, header, 0)
      await handle.datasync()
      await files.syncFolder(this.#folder)
    } catch (error) {
      this.#leftover = file
      await handle.close()
      throw error
    }
    await this.#file?.close()
    this.#file = handle
    this.#size = header.length
    this.#segments.push({ name, first })
    this.#nextNumber += 1
  }

  /** Cuts off what a failed append left. Where even that fails, later frames would stand behind a torn line: stop. */
  async #takeBack(file: WritableFile, problem: StorageProblem): Promise<void> {
    try {
      await file.truncate(this.#size)
    } catch {
      this.#broken = problem
    }
  }
}

/** A write may be cut short without an error; the next one then says why. */
async function writeAll(file: WritableFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const written = await file.write(bytes.subarray(done), position + done)
    if (written === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO', syscall: 'write' })
    done += written
  }
}

function clockNotice(last: FrameMark | null, now: number): StartNotice[] {
  const stamp = last === null ? null : parseHlc(last.hlc)
  if (stamp === null || now >= stamp.time - CLOCK_TOLERANCE) return []
  return [{ code: 'clock-behind', lastSaved: beijingMinute(stamp.time) }]
}

/** A journal that is shorter than it was, or another one: the store may know more, and says so then. */
async function sayWhatIsMissing(
  known: JournalHead | null,
  { journal, mended, last }: JournalState,
  { notices }: JournalTools,
): Promise<void> {
  if (known === null) return
  const found = last?.seq ?? 0
  if (known.journal !== journal) await notices.put(LENGTH_NOTICE, { code: 'journal-other' })
  else if (known.mended >= mended && known.seq > found) {
    await notices.put(LENGTH_NOTICE, { code: 'journal-short', found, known: known.seq })
  }
}
