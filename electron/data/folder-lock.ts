import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from '../../shared/values/parse.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { parseSmallFile } from '../disk/small-file.ts'
import { isMissing } from '../disk/system-problem.ts'

/*
 * One program at a time writes to a data folder, also where it lies on a network share or another account opens it. The
 * lock is a file that names its holder, who writes it again every ten seconds. Whether it was left behind is told without
 * any PC's clock, which may be years wrong: its age is the difference between two times that the disk itself gave.
 * Taking over what was left behind can't be made safe by files alone (the holder may only have slept), so that whoever
 * appends looks at the lock once more before saying 已保存, and whoever took over begins a file of its own.
 */

/** Who writes to a folder; what is known of them where the file says it. */
const holder = z.strictObject({
  host: z.string().max(300),
  account: z.string().max(300),
  pid: z.int().positive(),
  /** When the program started, ISO, by that PC's clock. */
  since: z.iso.datetime(),
  /** Drawn for each lock, so that two are never alike. */
  id: z.string(),
})
export type LockHolder = z.infer<typeof holder>

export interface LockTools {
  readonly host: string
  readonly account: string
  readonly pid: number
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly randomId: () => string
  readonly isAlive: (pid: number) => boolean
}

/** In the data folder. Windows hides nothing of that name, and no cleaner takes it for rubbish. */
export const LOCK_NAME = 'in-use.json'
const RENEWED_EVERY = 10_000
/** Older by the disk's own times: its holder is gone or asleep. */
const LEFT_AFTER = 45_000
const TRIES = 5

/**
 * Takes the lock of a folder, which must exist. Else gives who holds it; null where its file doesn't say.
 * Throws what the disk throws.
 */
export async function lockFolder(folder: string, tools: LockTools): Promise<Result<FolderLock, LockHolder | null>> {
  const file = path.join(folder, LOCK_NAME)
  const { host, account, pid } = tools
  const since = new Date(tools.now()).toISOString()
  const text = `${JSON.stringify({ host, account, pid, since, id: tools.randomId() } satisfies LockHolder)}\n`
  let isTakenOver = false
  let found: LockHolder | null = null
  for (let round = 0; round < TRIES; round++) {
    if (await create(file, text)) return ok(new FolderLock(file, text, isTakenOver))
    const standing = await readOrNull(file)
    // It was released meanwhile.
    if (standing === null) continue
    found = parseSmallFile(standing, holder)
    const isGone = found !== null && found.host === host && !tools.isAlive(found.pid)
    const id = tools.randomId()
    if (!isGone && !(await isOld(file, `${file}.${id}.now`))) return fail(found)
    await takeAway(file, standing, `${file}.${id}.left`)
    isTakenOver = true
  }
  return fail(found)
}

/** A lock that is held, and written again until it is released. */
export class FolderLock {
  /** The lock stood there and its holder was gone, or asleep for so long that it seemed so. */
  readonly isTakenOver: boolean
  readonly #file: string
  readonly #text: string
  readonly #renewing: NodeJS.Timeout

  constructor(file: string, text: string, isTakenOver: boolean) {
    this.#file = file
    this.#text = text
    this.isTakenOver = isTakenOver
    this.#renewing = setInterval(() => void this.renew(), RENEWED_EVERY)
    this.#renewing.unref()
  }

  /** Whether nobody has taken over. Throws what the disk throws. */
  async isOurs(): Promise<boolean> {
    return (await readOrNull(this.#file)) === this.#text
  }

  /** Says that we are still there. A disk that fails for a moment is no matter. */
  async renew(): Promise<void> {
    try {
      const handle = await open(this.#file, 'r+')
      try {
        // By one handle: the file of whoever took over is another one.
        if ((await handle.readFile('utf8')) === this.#text) await handle.write(this.#text, 0)
      } finally {
        await handle.close()
      }
    } catch {
      // The next time will do, and whoever appends meanwhile looks for itself.
    }
  }

  async release(): Promise<void> {
    clearInterval(this.#renewing)
    try {
      if (await this.isOurs()) await rm(this.#file)
    } catch {
      // What stays is told by its age, or by a process that is gone.
    }
  }
}

/** False: it stands there already. */
async function create(file: string, text: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    try {
      await handle.writeFile(text)
    } finally {
      await handle.close()
    }
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Both times are the disk's: that of the lock, and that of a file written now. A lock of the future was left there too. */
async function isOld(file: string, probe: string): Promise<boolean> {
  await writeFile(probe, '')
  const { mtimeMs: now } = await stat(probe).finally(() => rm(probe))
  const written = await stat(file).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  return written === null || Math.abs(now - written.mtimeMs) > LEFT_AFTER
}

/** Two may find the same lock left behind, and the slower one would take the new lock of the quicker: that goes back. */
async function takeAway(file: string, standing: string, away: string): Promise<void> {
  try {
    await rename(file, away)
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
  const taken = await readOrNull(away)
  if (taken !== null && taken !== standing) await create(file, taken)
  await rm(away, { force: true })
}

async function readOrNull(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Whether a process runs on this PC, also one of another account. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}
