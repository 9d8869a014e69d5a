import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import { unpackSubmission } from '../../shared/steps/package/unpack.ts'
import { ok, type Result } from '../../shared/values/result.ts'
import { packageProblemMessage } from '../../shared/wording/package-problem.ts'
import type { CliProblem } from './cli-problem.ts'
import type { Outcome } from './outcome.ts'
import { readInput } from './read-report-file.ts'

/** What is in an `.ogi` file and whether it would be accepted; exit 2 where it would not. */
export async function runInspect({ forms }: Catalogue, file: string): Promise<Result<Outcome, CliProblem>> {
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  const submission = unpackSubmission(bytes.value, forms)
  // Files of format version 1 are not signed, so there is no signer to name.
  const signer = null
  if (submission.ok) {
    const { manifest } = submission.value
    return ok({ lines: [JSON.stringify({ manifest, signer, verdict: 'ok' }, null, 2)], exit: 0 })
  }
  const { code, detail } = submission.problem
  const about = detail === undefined ? {} : { detail }
  return ok({
    lines: [JSON.stringify({ manifest: null, signer, verdict: code, ...about }, null, 2)],
    notes: [`${file}：${packageProblemMessage(submission.problem)}`],
    exit: 2,
  })
}
