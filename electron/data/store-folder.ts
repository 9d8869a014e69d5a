import { readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { StorageProblem, StoreDiffers } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { asideName } from '../disk/aside-name.ts'
import type { Notices } from '../disk/notices.ts'
import { makeOwnFolder, writeOwnFile } from '../disk/own-files.ts'
import { isMissing, toStorageProblem } from '../disk/system-problem.ts'

/*
 * The files in which Chromium keeps the window's IndexedDB, the store. Chromium itself throws a store away that it finds
 * damaged, and one that it can't open blocks the window for good. So the shell looks before any window opens, puts aside
 * whole what can't be opened, and copies what may soon be the only one that has the newest values.
 */

export interface StoreFolderTools {
  /** Chromium's folder, below the session's data. */
  readonly folder: string
  /** Where what is put aside lies, each in a folder of its own. */
  readonly asideFolder: string
  /** Notes a move that the system refused because the files were open; it is done at the next start. */
  readonly markFile: string
  readonly notices: Pick<Notices, 'put' | 'list' | 'drop'>
  /** 12 characters of a-z and 0-9. */
  readonly randomId: () => string
  /** Milliseconds. */
  readonly now: () => number
  readonly rename?: typeof rename
}

/** Bytes that Chromium surely needs to open a store. */
const ENOUGH_SPACE = 10_000_000

export class StoreFolder {
  readonly #tools: StoreFolderTools
  /** Of this start. */
  #copy: string | null = null

  constructor(tools: StoreFolderTools) {
    this.#tools = tools
  }

  /**
   * Before any window: moves a store aside that can't be opened, as its files show or an earlier window found. Throws
   * what the disk throws.
   */
  async check(): Promise<void> {
    const { folder, markFile } = this.#tools
    const isMarked = await exists(markFile)
    if (!(await exists(folder)) || (!isMarked && (await looksWhole(folder)))) return rm(markFile, { force: true })
    const moved = await this.moveAside()
    if (moved.ok) await rm(markFile, { force: true })
  }

  /**
   * Puts a store aside that is not open, and gives where it lies; Chromium begins an empty one when it is next asked. It
   * is said, for nobody knows what it held.
   */
  async moveAside(): Promise<Result<string, StorageProblem>> {
    const { folder, markFile, notices } = this.#tools
    const aside = this.#newAside()
    try {
      // A full disk opens nothing either, and is no fault of the store.
      const { bavail, bsize } = await statfs(path.dirname(folder))
      if (bavail * bsize < ENOUGH_SPACE) return fail({ code: 'disk-full', detail: 'store' })
      await notices.put('store-unreadable', { code: 'store-unreadable', savedAs: aside })
      await makeOwnFolder(aside)
      await (this.#tools.rename ?? rename)(folder, path.join(aside, path.basename(folder)))
      return ok(aside)
    } catch (error) {
      await writeOwnFile(markFile, Buffer.from('{}\n')).catch(() => {})
      return fail(toStorageProblem(error))
    }
  }

  /**
   * Copies a store, open or not, and gives where the copy lies: one for each start. Fails where there is none. `why` is
   * said: it can't be read, holds what the journal has not, or another version of the program left it.
   */
  async copyAside(why: StoreDiffers | 'unreadable' | 'other-program' | null): Promise<Result<string, StorageProblem>> {
    const { folder, notices } = this.#tools
    try {
      const savedAs = this.#copy ?? this.#newAside()
      if (this.#copy === null) await copyFiles(folder, path.join(savedAs, path.basename(folder)))
      this.#copy = savedAs
      if (why === 'unreadable') await notices.put('store-unreadable', { code: 'store-unreadable', savedAs })
      else if (why === 'other-program') await notices.put('store-renewed', { code: 'store-renewed', savedAs })
      else if (why !== null) await this.#sayDiffers(why, savedAs)
      return ok(savedAs)
    } catch (error) {
      // It holds nothing that the journal has not: it is made anew all the same, and that is said.
      if (why === 'other-program') {
        await notices.put('store-renewed', { code: 'store-renewed', savedAs: null }).catch(() => {})
      }
      return fail(toStorageProblem(error))
    }
  }

  /** That the journal was too short is no matter any more where all of it was brought back. */
  async #sayDiffers(differs: StoreDiffers, savedAs: string): Promise<void> {
    const { notices } = this.#tools
    await notices.put('store-differs', { code: 'store-differs', ...differs, savedAs })
    if (differs.brought === null) return
    const settled = notices.list.filter(
      ({ notice }) => notice.code === 'journal-short' && notice.known <= (differs.store ?? 0),
    )
    await notices.drop(settled.map(({ key }) => key))
  }

  #newAside(): string {
    const { asideFolder, now, randomId } = this.#tools
    return path.join(asideFolder, `${asideName(now())}-${randomId()}`)
  }
}

/** Whether every database of the folder has the file that says which files it is made of: LevelDB's own first step. */
async function looksWhole(folder: string): Promise<boolean> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.name.endsWith('.leveldb')) continue
    if (!entry.isDirectory()) return false
    const database = path.join(folder, entry.name)
    const files = await readdir(database)
    const current = files.includes('CURRENT') ? await readFile(path.join(database, 'CURRENT'), 'latin1') : null
    const [, manifest] = /^(MANIFEST-\d+)\n$/.exec(current ?? '') ?? []
    const hasData = files.some((file) => /^\d+\.(ldb|sst|log)$/.test(file))
    // One that was only begun has neither.
    if (current === null && !hasData) continue
    if (manifest === undefined || !files.includes(manifest)) return false
    const found = await stat(path.join(database, manifest))
    if (!found.isFile() || found.size === 0) return false
  }
  return true
}

async function copyFiles(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    // Held by Chromium alone, and empty.
    if (!entry.isFile() || entry.name === 'LOCK') continue
    const target = path.join(to, path.relative(from, entry.parentPath), entry.name)
    await makeOwnFolder(path.dirname(target))
    const bytes = await readFile(path.join(entry.parentPath, entry.name)).catch((error: unknown) => {
      // LevelDB removes files that it no longer needs, when it likes.
      if (isMissing(error)) return null
      throw error
    })
    if (bytes !== null) await writeOwnFile(target, bytes)
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false
      throw error
    },
  )
}
