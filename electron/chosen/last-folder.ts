import { stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from '../../shared/values/parse.ts'
import { readSmallFile, writeSmallFile } from '../disk/small-file.ts'
import type { Log } from '../log.ts'

const schema = z.strictObject({ folder: z.string().min(1) })

/** The folder that the clerk last opened from or saved to, where the next dialog starts. */
export class LastFolder {
  readonly #file: string
  readonly #documents: string
  readonly #log: Log

  constructor(dataFolder: string, documents: string, log: Log) {
    this.#file = path.join(dataFolder, 'last-folder.json')
    this.#documents = documents
    this.#log = log
  }

  /** The documents folder where none is known, or its stick is no longer there. */
  async get(): Promise<string> {
    const known = await readSmallFile(this.#file, schema).catch(() => null)
    if (known === null) return this.#documents
    const found = await stat(known.folder).catch(() => null)
    return found?.isDirectory() === true ? known.folder : this.#documents
  }

  /** A convenience: not being able to remember is noted, and stops nothing. */
  async remember(folder: string): Promise<void> {
    try {
      await writeSmallFile(this.#file, { folder })
    } catch {
      this.#log('last-folder-not-kept')
    }
  }
}
