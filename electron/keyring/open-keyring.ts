import type { KeyringProblem, StorageProblem } from '../../shared/desktop.ts'
import { KEYRING_ID_BYTES, keyringId } from '../../shared/values/recovery-code.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { KEY_BYTES } from './cipher.ts'
import { findKeyring, writerFor, writerOf } from './find-keyring.ts'
import type { FoundCopy } from './keyring-copies.ts'
import type { KeyringTools, OpenKeyring } from './keyring-tools.ts'
import { isMaster, masterCheck } from './master-check.ts'
import { takeOverOpen } from './older-keyrings.ts'
import type { WholeKeyring } from './reconcile.ts'
import { unwrapMaster, wrapMaster } from './system-secrets.ts'

/** Opens the keyring of this account; where nothing was ever sealed, a new one. */
export async function openKeyring(tools: KeyringTools): Promise<Result<OpenKeyring, KeyringProblem>> {
  const found = await findKeyring(tools)
  if (!found.ok) return found
  const { standing, copies } = found.value
  if (standing.state === 'none') return ok(await newKeyring(tools, copies))
  const writer = await writerOf(tools, found.value)
  if (!writer.ok) return writer
  const { content } = writer.value
  const unwrapped = await unwrapMaster(content.master, tools.secrets)
  if (unwrapped === null || !isMaster(unwrapped.master, content)) {
    return fail({ code: 'locked', keyring: content.id, canRestore: content.recovery.length > 0 })
  }
  const opened = { master: unwrapped.master, writer: writer.value }
  if (unwrapped.isStale) {
    const rewrapped = await wrapAgain(opened, tools)
    // It stays as it was and still opens; the next start tries again.
    if (!rewrapped.ok) tools.log('keyring-not-rewrapped', { ...rewrapped.problem })
  }
  await takeOverOpen(opened, copies, tools)
  return ok(opened)
}

/** A new keyring, which comes on disk with the first thing that is put into it. */
export async function newKeyring(tools: KeyringTools, copies: readonly FoundCopy[]): Promise<OpenKeyring> {
  const { random, secrets } = tools
  const master = random(KEY_BYTES)
  const id = keyringId(random(KEYRING_ID_BYTES))
  const content: WholeKeyring = {
    master: await wrapMaster(master, secrets),
    id,
    generation: 0,
    check: masterCheck(master, id, random),
    recovery: [],
    keys: new Map(),
    units: new Map(),
    dropped: new Set(),
  }
  return { master, writer: writerFor(tools, content, copies) }
}

/** Wraps the master key for the account that is logged in now. */
export async function wrapAgain(
  { master, writer }: OpenKeyring,
  { secrets }: KeyringTools,
): Promise<Result<null, StorageProblem>> {
  const wrap = await wrapMaster(master, secrets)
  // Where the system takes nothing after all, a wrap in clear would only be written again at each start.
  if (wrap.kind === 'clear' && writer.content.master.kind === 'clear') return ok(null)
  return writer.change((content) => {
    content.master = wrap
  })
}
