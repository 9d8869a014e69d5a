import type { KeyringProblem } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { toStorageProblem } from '../disk/system-problem.ts'
import { findKeyring, writerFor, writerOf } from './find-keyring.ts'
import type { KeyringTools, OpenKeyring } from './keyring-tools.ts'
import { isMaster } from './master-check.ts'
import { olderKeyrings, takeOverWithCode } from './older-keyrings.ts'
import { newKeyring, wrapAgain } from './open-keyring.ts'
import { openWithRecovery } from './recovery.ts'
import { wrapMaster } from './system-secrets.ts'

type Opened = Result<OpenKeyring, KeyringProblem>

/** Opens with a code (as `readRecoveryCode()` gives it) what does not open; from then on it does with this account. */
export async function restoreKeyring(tools: KeyringTools, code: string): Promise<Opened> {
  const found = await findKeyring(tools)
  if (!found.ok) return found
  const { standing, copies } = found.value
  const content = standing.state === 'whole' ? standing.content : standing.state === 'lost' ? standing.forCode : null
  if (content === null) {
    const why = await writerOf(tools, found.value)
    return why.ok ? fail({ code: 'no-recovery-code' }) : why
  }
  if (content.recovery.length === 0) return fail({ code: 'no-recovery-code' })
  const master = await openWithRecovery(code, content.recovery)
  if (master === null || !isMaster(master, content)) return fail({ code: 'code-wrong', keyring: content.id })
  const writer = writerFor(tools, { ...content, master: await wrapMaster(master, tools.secrets) }, copies)
  const written = await writer.change(() => {})
  return written.ok ? ok({ master, writer }) : written
}

/** What a code still does for a keyring that is open: it may open one that was put aside. */
export async function tryCode(tools: KeyringTools, code: string, opened: OpenKeyring): Promise<Opened> {
  const { content } = opened.writer
  const master = await openWithRecovery(code, content.recovery)
  if (master !== null && isMaster(master, content)) {
    const written = await wrapAgain(opened, tools)
    return written.ok ? ok(opened) : written
  }
  try {
    const older = await olderKeyrings(tools, content)
    const taken = await takeOverWithCode(opened, older, code, tools.random)
    if (taken !== null) return taken.ok ? ok(opened) : taken
    return fail(
      content.recovery.length + older.length === 0
        ? { code: 'no-recovery-code' }
        : { code: 'code-wrong', keyring: content.id },
    )
  } catch (error) {
    return fail(toStorageProblem(error))
  }
}

/** A new keyring in place of one that does not open. What stands there is kept aside, whole. */
export async function replaceKeyring(tools: KeyringTools): Promise<Opened> {
  const found = await findKeyring(tools)
  if (!found.ok) return found
  if (found.value.standing.state === 'newer') return fail({ code: 'newer-keyring' })
  const opened = await newKeyring(tools, found.value.copies)
  const written = await opened.writer.change(() => {})
  return written.ok ? ok(opened) : written
}
