import { hostname, userInfo } from 'node:os'
import path from 'node:path'
import { beijingMinute } from '../../shared/calendar/chinese-date.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import type { FolderUser, StartError } from '../../shared/wording/start-error.ts'
import { durableFiles } from '../disk/durable-files.ts'
import { Notices } from '../disk/notices.ts'
import { toStorageProblem } from '../disk/system-problem.ts'
import { type Journal, openJournal } from '../journal/journal.ts'
import { readDevice } from './device.ts'
import { type FolderLock, isProcessAlive, type LockHolder, lockFolder } from './folder-lock.ts'
import { StoreFolder } from './store-folder.ts'
import { mayOpen, readVersions, type Versions, writeVersions } from './version-file.ts'

export interface OpenedData {
  readonly journal: Journal
  readonly notices: Notices
  readonly store: StoreFolder
  readonly device: string
  /** Held until the journal is closed. */
  readonly lock: FolderLock
}

export interface DataTools {
  readonly own: Versions
  readonly now: () => number
  /** 12 characters of a-z and 0-9. */
  readonly randomId: () => string
  /** Where Chromium keeps the window's data. */
  readonly sessionFolder: string
}

/** Opens the data folder's contents, before any window: where that cannot be, nothing has been changed. */
export async function openData(folder: string, tools: DataTools): Promise<Result<OpenedData, StartError>> {
  try {
    const host = hostname()
    const { randomId, now } = tools
    const who = { host, account: accountName(), pid: process.pid, isAlive: isProcessAlive }
    const locked = await lockFolder(folder, { ...who, randomId, now })
    if (!locked.ok) return fail({ code: 'folder-in-use', folder, by: userOf(locked.problem, host) })
    const lock = locked.value
    const opened = await openLocked(folder, lock, tools).catch(async (error: unknown) => {
      await lock.release()
      throw error
    })
    if (!opened.ok) await lock.release()
    return opened
  } catch (error) {
    return fail({ code: 'folder-not-writable', folder, problem: toStorageProblem(error) })
  }
}

async function openLocked(folder: string, lock: FolderLock, tools: DataTools): Promise<Result<OpenedData, StartError>> {
  const found = await readVersions(folder)
  if (!mayOpen(found, tools.own)) return fail({ code: 'newer-data', folder, madeBy: found?.app ?? null })
  const device = await readDevice(folder, hostname(), tools.randomId)
  const notices = await Notices.open(path.join(folder, 'notices.json'), durableFiles)
  const heard = notices.list
  const opened = await openJournal(path.join(folder, 'journal'), {
    ...tools,
    device,
    files: durableFiles,
    lock,
    notices,
    headFile: path.join(folder, 'journal-head.json'),
  })
  if (!opened.ok) {
    const { problem } = opened
    if (problem.code === 'newer-data') return fail({ code: 'newer-data', folder, madeBy: null })
    return fail({ code: 'journal-not-opened', folder, problem: problem.problem })
  }
  await writeVersions(folder, tools.own, found)
  const store = new StoreFolder({
    ...tools,
    notices,
    folder: path.join(tools.sessionFolder, 'IndexedDB'),
    asideFolder: path.join(folder, 'aside'),
    markFile: path.join(folder, 'store-aside.json'),
  })
  await store.check()
  // What the journal lacks may stand in the store alone, and Chromium asks nobody before it makes a damaged one anew.
  if (notices.list !== heard) await store.copyAside(null)
  return ok({ journal: opened.value, notices, store, device, lock })
}

/** Some accounts of a domain have none that the system tells. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

function userOf(holder: LockHolder | null, ownHost: string): FolderUser | null {
  if (holder === null) return null
  const { host, account, since } = holder
  return { host: host === ownHost ? null : host, account, since: beijingMinute(Date.parse(since)) }
}
