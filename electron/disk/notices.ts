import { type KeptNotice, keptNotices, type StartNotice } from '../../shared/start-notice.ts'
import type { DurableFiles } from './durable-files.ts'
import { parseSmallFile } from './small-file.ts'
import { isMissing } from './system-problem.ts'

/**
 * What a person has to hear of what happened at a start. On disk before what it speaks of is changed, and there until
 * somebody has read it, however often the program is broken off meanwhile.
 */
export class Notices {
  readonly #file: string
  readonly #files: Pick<DurableFiles, 'read' | 'writeWhole'>
  #list: readonly KeptNotice[]
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(file: string, files: Pick<DurableFiles, 'read' | 'writeWhole'>, list: readonly KeptNotice[]) {
    this.#file = file
    this.#files = files
    this.#list = list
  }

  /** Throws what the disk throws. */
  static async open(file: string, files: Pick<DurableFiles, 'read' | 'writeWhole'>): Promise<Notices> {
    const bytes = await files.read(file).catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    })
    return new Notices(file, files, (bytes === null ? null : parseSmallFile(bytes.toString(), keptNotices)) ?? [])
  }

  /** Not read yet, the oldest first. */
  get list(): readonly KeptNotice[] {
    return this.#list
  }

  /** Resolves when it is on disk. One of the same key goes: it spoke of the same thing. Throws what the disk throws. */
  put(key: string, notice: StartNotice): Promise<void> {
    return this.#change((list) => [...list.filter((one) => one.key !== key), { key, notice }])
  }

  /** Somebody has read them. Throws what the disk throws. */
  drop(keys: readonly string[]): Promise<void> {
    return this.#change((list) => list.filter(({ key }) => !keys.includes(key)))
  }

  #change(change: (list: readonly KeptNotice[]) => readonly KeptNotice[]): Promise<void> {
    const done = this.#queue.then(async () => {
      const list = change(this.#list)
      if (JSON.stringify(list) === JSON.stringify(this.#list)) return
      await this.#files.writeWhole(this.#file, Buffer.from(`${JSON.stringify(list, null, 2)}\n`))
      this.#list = list
    })
    this.#queue = done.catch(() => {})
    return done
  }
}
