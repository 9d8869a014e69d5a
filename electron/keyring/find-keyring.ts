import type { KeyringProblem } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { toStorageProblem } from '../disk/system-problem.ts'
import { type FoundCopy, readCopies } from './keyring-copies.ts'
import type { KeyringTools } from './keyring-tools.ts'
import { KeyringWriter } from './keyring-writer.ts'
import { isStranger, isUncertain, reconcile, type Standing, type WholeKeyring } from './reconcile.ts'

export interface FoundKeyring {
  readonly standing: Standing
  readonly copies: readonly FoundCopy[]
}

/** Reads what lies on disk, and changes nothing. */
export async function findKeyring(tools: KeyringTools): Promise<Result<FoundKeyring, KeyringProblem>> {
  try {
    const copies = await readCopies(tools)
    const sealedUnder = isUncertain(copies) ? await tools.sealedUnder() : []
    return ok({ copies, standing: reconcile(copies, sealedUnder) })
  } catch (error) {
    return fail(toStorageProblem(error))
  }
}

/** What was found, ready to be changed, its copies made alike; or why it is not. Needs no key. */
export async function writerOf(
  tools: KeyringTools,
  { standing, copies }: FoundKeyring,
): Promise<Result<KeyringWriter, KeyringProblem>> {
  switch (standing.state) {
    case 'newer':
      return fail({ code: 'newer-keyring' })
    case 'none':
      return fail({ code: 'no-recovery-code' })
    case 'lost': {
      const { why, keyring, forCode } = standing
      const canRestore = forCode !== null && forCode.recovery.length > 0
      return fail({ code: 'keyring-lost', why, keyring, canRestore, folder: tools.folder })
    }
    case 'whole': {
      const writer = writerFor(tools, standing.content, copies)
      if (standing.isUneven) {
        const written = await writer.change(() => {})
        // It opens all the same; the next start tries again.
        tools.log('keyring-copies-uneven', { written: written.ok })
      }
      return ok(writer)
    }
  }
}

/** Writes this keyring over what was found; what is not of it is kept aside first. */
export function writerFor(tools: KeyringTools, content: WholeKeyring, copies: readonly FoundCopy[]): KeyringWriter {
  const strangers = copies.filter((copy) => isStranger(copy, content.id))
  return new KeyringWriter(tools, content, strangers)
}
