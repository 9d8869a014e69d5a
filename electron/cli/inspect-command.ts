import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import { openPackage } from '../../shared/steps/package/open-package.ts'
import { ok, type Result } from '../../shared/values/result.ts'
import { packageProblemMessage } from '../../shared/wording/package-problem.ts'
import type { CliProblem } from './cli-problem.ts'
import type { Outcome } from './outcome.ts'
import { packageReading, readInput } from './read-report-file.ts'

/** What is in an `.ogi` file and whether it would be accepted; exit 2 where it would not. */
export async function runInspect({ forms }: Catalogue, file: string): Promise<Result<Outcome, CliProblem>> {
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  const opened = await openPackage(bytes.value, packageReading(forms))
  if (opened.ok) {
    const { id, manifest } = opened.value
    const { signer, sealedTo } = manifest
    const sealed = sealedTo.length === 0 ? 'none' : 'opened'
    return ok({ lines: [JSON.stringify({ id, manifest, signer, sealed, verdict: 'ok' }, null, 2)], exit: 0 })
  }
  const { code, detail } = opened.problem
  const about = detail === undefined ? {} : { detail }
  return ok({
    lines: [JSON.stringify({ manifest: null, signer: null, sealed: null, verdict: code, ...about }, null, 2)],
    notes: [`${file}：${packageProblemMessage(opened.problem)}`],
    exit: 2,
  })
}
