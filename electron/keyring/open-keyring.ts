import type { KeyringProblem, StorageProblem } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { toStorageProblem } from '../disk/system-problem.ts'
import type { Log } from '../log.ts'
import { closeBox, KEY_BYTES, openBox, type RandomBytes } from './cipher.ts'
import { type FoundKeyring, type KeyringContent, type KeyringPlace, readKeyring } from './keyring-file.ts'
import { KeyringWriter } from './keyring-writer.ts'
import { type SystemSecrets, unwrapMaster, wrapMaster } from './system-secrets.ts'

export interface KeyringTools extends KeyringPlace {
  readonly secrets: SystemSecrets
  readonly random: RandomBytes
  readonly log: Log
}

/** A keyring whose master key is at hand. */
export interface OpenKeyring {
  readonly master: Buffer
  readonly writer: KeyringWriter
}

const CHECK = 'check'

/** A new keyring, which comes on disk with the first thing that is put into it. */
export async function newKeyring(tools: KeyringTools): Promise<OpenKeyring> {
  const master = tools.random(KEY_BYTES)
  const content: KeyringContent = {
    v: 1,
    master: await wrapMaster(master, tools.secrets),
    check: closeBox(master, CHECK, Buffer.alloc(0), tools.random),
    recovery: null,
    keys: new Map(),
  }
  return { master, writer: new KeyringWriter(tools, content) }
}

/** Opens the keyring of this account; where there is none yet, a new one. */
export async function openKeyring(tools: KeyringTools): Promise<Result<OpenKeyring, KeyringProblem>> {
  const found = await findKeyring(tools)
  if (!found.ok) return found
  if (found.value.state === 'missing') return ok(await newKeyring(tools))
  const content = contentOf(found.value)
  if (!content.ok) return content
  const unwrapped = await unwrapMaster(content.value.master, tools.secrets)
  if (unwrapped === null || !isMaster(unwrapped.master, content.value)) return fail({ code: 'locked' })
  const opened = { master: unwrapped.master, writer: new KeyringWriter(tools, content.value) }
  if (unwrapped.isStale) {
    const rewrapped = await wrapAgain(opened, tools)
    // It stays as it was and still opens; the next start tries again.
    if (!rewrapped.ok) tools.log('keyring-not-rewrapped', { ...rewrapped.problem })
  }
  return ok(opened)
}

export async function findKeyring(tools: KeyringTools): Promise<Result<FoundKeyring, StorageProblem>> {
  try {
    return ok(await readKeyring(tools))
  } catch (error) {
    return fail(toStorageProblem(error))
  }
}

/** What a found file holds, or why it holds nothing for us. */
export function contentOf(found: FoundKeyring): Result<KeyringContent, KeyringProblem> {
  switch (found.state) {
    case 'found':
      return ok(found.content)
    case 'damaged':
      return fail({ code: 'keyring-damaged', savedAs: found.savedAs })
    case 'newer':
      return fail({ code: 'newer-keyring' })
    case 'missing':
      return fail({ code: 'no-recovery-code' })
  }
}

/** Wraps the master key for the account that is logged in now. */
export async function wrapAgain({ master, writer }: OpenKeyring, tools: KeyringTools) {
  const wrap = await wrapMaster(master, tools.secrets)
  // Where the system takes nothing after all, a wrap in clear would only be written again at each start.
  if (wrap.kind === 'clear' && writer.content.master.kind === 'clear') return ok(null)
  return writer.change((content) => {
    content.master = wrap
  })
}

export function isMaster(key: Buffer, { check }: KeyringContent): boolean {
  return key.length === KEY_BYTES && openBox(key, CHECK, check) !== null
}
