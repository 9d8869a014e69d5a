import { readFile, stat } from 'node:fs/promises'
import type { FileToken, OpenedFile, StorageProblem } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { toStorageProblem } from '../disk/system-problem.ts'

/** No file of ours is near this; larger ones are a mistake or an attack. Bytes. */
export const MAX_FILE_BYTES = 200_000_000
/** All bytes that tokens keep in memory together; beyond it the oldest go. */
const MAX_MEMORY_BYTES = 600_000_000

/** What a token stands for. */
export type Held =
  | { readonly kind: 'disk'; readonly name: string; readonly path: string }
  /** `bytes` is null until they were sent. */
  | { readonly kind: 'staged'; readonly name: string; readonly bytes: Uint8Array | null }
  | { readonly kind: 'made'; readonly name: string; readonly bytes: Uint8Array }
  /** HTML that only the hidden print window loads. */
  | { readonly kind: 'print-page'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'stream'; readonly name: string; readonly open: () => AsyncIterable<Uint8Array> }

export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The bytes that main holds for its window, by token. They end with the process. */
export class FileTokens {
  readonly #held = new Map<FileToken, Held>()
  readonly #random: () => FileToken

  /** `random`: 32 unguessable characters of base64url. */
  constructor(random: () => FileToken) {
    this.#random = random
  }

  add(held: Held): FileToken {
    const token = this.#random()
    this.#held.set(token, held)
    this.#trim()
    return token
  }

  /** A token for a file on disk, read when it is asked for. Throws what the disk throws. */
  async addFile(path: string, name: string): Promise<OpenedFile> {
    const { size } = await stat(path)
    return { token: this.add({ kind: 'disk', name, path }), name, size }
  }

  find(token: FileToken): Held | undefined {
    return this.#held.get(token)
  }

  drop(token: FileToken): void {
    this.#held.delete(token)
  }

  /** Takes the bytes of a staged file, once. False: not staged, or sent before. */
  fill(token: FileToken, bytes: Uint8Array): boolean {
    const held = this.#held.get(token)
    if (held?.kind !== 'staged' || held.bytes !== null) return false
    this.#held.set(token, { ...held, bytes })
    this.#trim()
    return true
  }

  /** The whole bytes behind a token. */
  async read(token: FileToken): Promise<Result<NamedBytes, StorageProblem>> {
    const held = this.#held.get(token)
    if (held === undefined) return fail({ code: 'file-missing', detail: 'unknown token' })
    if (held.kind === 'stream') return fail({ code: 'io', detail: 'a stream is not read whole' })
    if (held.kind === 'disk') return readWithin(held.path, held.name)
    if (held.bytes === null) return fail({ code: 'file-missing', detail: 'nothing was sent' })
    return ok({ name: held.name, bytes: held.bytes })
  }

  #trim(): void {
    let total = 0
    for (const held of this.#held.values()) total += sizeInMemory(held)
    const newest = [...this.#held.keys()].at(-1)
    for (const [token, held] of this.#held) {
      if (total <= MAX_MEMORY_BYTES || token === newest) return
      const size = sizeInMemory(held)
      if (size > 0) this.#held.delete(token)
      total -= size
    }
  }
}

async function readWithin(path: string, name: string): Promise<Result<NamedBytes, StorageProblem>> {
  try {
    const { size } = await stat(path)
    if (size > MAX_FILE_BYTES) return fail({ code: 'file-too-large', detail: `${size} bytes` })
    return ok({ name, bytes: await readFile(path) })
  } catch (error) {
    return fail(toStorageProblem(error))
  }
}

function sizeInMemory(held: Held): number {
  return 'bytes' in held ? (held.bytes?.length ?? 0) : 0
}
