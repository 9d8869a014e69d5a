import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startOf } from '../chromium/process-group.ts'
import { nodeCodec } from '../page/node-codec.ts'

/** What a second instance tells the first. */
export interface SecondInstance {
  argv: string[]
  workingDirectory: string
  additionalData: unknown
}

interface Holder {
  pid: number
  start: string | null
}

/**
 * The lock of one data folder. Electron asks for it synchronously, which rules out a socket: a lock file names the
 * holder, and a second instance leaves its arguments in a folder that the holder watches.
 */
export class InstanceLock {
  readonly #file: string
  readonly #mailbox: string

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.#file = path.join(folder, 'host.lock')
    this.#mailbox = path.join(folder, 'host.mailbox')
  }

  /** True when this process now holds the lock; else its arguments went to the holder. */
  take(additionalData: unknown, onSecond: (second: SecondInstance) => void): boolean {
    mkdirSync(this.#mailbox, { recursive: true })
    if (!this.#create()) {
      if (this.#holderRuns()) {
        this.#post({ argv: process.argv, workingDirectory: process.cwd(), additionalData })
        return false
      }
      this.release() // its holder was killed
      if (!this.#create()) return this.take(additionalData, onSecond)
    }
    for (const stale of readdirSync(this.#mailbox)) rmSync(path.join(this.#mailbox, stale), { force: true })
    watch(this.#mailbox, () => this.#collect(onSecond)).unref()
    process.on('exit', () => this.release())
    return true
  }

  release(): void {
    rmSync(this.#file, { force: true })
  }

  #create(): boolean {
    const holder: Holder = { pid: process.pid, start: startOf(process.pid) }
    try {
      writeFileSync(this.#file, JSON.stringify(holder), { flag: 'wx' })
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
      throw error
    }
  }

  #holderRuns(): boolean {
    const holder = this.#holder()
    return holder !== null && holder.start !== null && startOf(holder.pid) === holder.start
  }

  #holder(): Holder | null {
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8'))
    } catch {
      return null // released meanwhile, or cut short by a power loss: nobody holds it
    }
  }

  #post(second: SecondInstance): void {
    const draft = path.join(this.#mailbox, `${randomUUID()}.draft`)
    writeFileSync(draft, nodeCodec.encode(second))
    renameSync(draft, draft.replace(/draft$/, 'letter'))
  }

  #collect(onSecond: (second: SecondInstance) => void): void {
    for (const name of readdirSync(this.#mailbox).filter((file) => file.endsWith('.letter'))) {
      const file = path.join(this.#mailbox, name)
      const letter = nodeCodec.decode(readFileSync(file, 'utf8'))
      rmSync(file)
      if (isLetter(letter)) onSecond(letter)
    }
  }
}

function isLetter(value: unknown): value is SecondInstance {
  return typeof value === 'object' && value !== null && 'argv' in value && Array.isArray(value.argv)
}
