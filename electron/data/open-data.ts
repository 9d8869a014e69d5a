import { hostname } from 'node:os'
import path from 'node:path'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import type { StartError } from '../../shared/wording/start-error.ts'
import { durableFiles } from '../disk/durable-files.ts'
import { toStorageProblem } from '../disk/system-problem.ts'
import { type Journal, openJournal } from '../journal/journal.ts'
import { readDevice } from './device.ts'
import { mayOpen, readVersions, type Versions, writeVersions } from './version-file.ts'

export interface OpenedData {
  readonly journal: Journal
  readonly device: string
}

export interface DataTools {
  readonly own: Versions
  readonly now: () => number
  /** 12 characters of a-z and 0-9. */
  readonly randomId: () => string
}

/** Opens the data folder's contents, before any window: where that cannot be, nothing has been changed. */
export async function openData(folder: string, tools: DataTools): Promise<Result<OpenedData, StartError>> {
  try {
    const found = await readVersions(folder)
    if (!mayOpen(found, tools.own)) return fail({ code: 'newer-data', folder, madeBy: found?.app ?? null })
    const device = await readDevice(folder, hostname(), tools.randomId)
    const opened = await openJournal(path.join(folder, 'journal'), { ...tools, device, files: durableFiles })
    if (!opened.ok) {
      const { problem } = opened
      if (problem.code === 'newer-data') return fail({ code: 'newer-data', folder, madeBy: null })
      return fail({ code: 'journal-not-opened', folder, problem: problem.problem })
    }
    await writeVersions(folder, tools.own, found)
    return ok({ journal: opened.value, device })
  } catch (error) {
    return fail({ code: 'folder-not-writable', folder, problem: toStorageProblem(error) })
  }
}
