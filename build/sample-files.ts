import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import { openBuiltIn } from '../shared/catalogue/built-in.ts'
import { submissionFileName } from '../shared/model/package/submission-file-name.ts'
import { sampleCounty, sampleReports } from '../shared/sample/sample-county.ts'
import { sampleKeys } from '../shared/sample/sample-keys.ts'
import { suiteOgi1 } from '../shared/steps/package/envelope/suite-ogi-1.ts'
import { packSubmission } from '../shared/steps/package/kinds/pack-submission.ts'
import { sha256Hex } from '../shared/values/sha256.ts'

/** The first sample unit exports then (Beijing 2021-01-18 9:00), each next a minute later. */
const FIRST_EXPORT = Date.UTC(2021, 0, 18, 1)
const MINUTE = 60_000

/**
 * Writes the submissions of the sample county's units into a folder, with the same `packSubmission()` that the window
 * uses, but for the units whose codes are in `except`. Gives the paths written. `practice` files are taken in only by
 * the sample county itself.
 */
export async function writeSampleFiles(
  folder: string,
  { except, practice }: { readonly except: readonly string[]; readonly practice: boolean },
): Promise<string[]> {
  const { county, units } = sampleCounty()
  const { forms } = openBuiltIn()
  const reports = sampleReports(forms)
  await mkdir(folder, { recursive: true })
  const paths: string[] = []
  for (const [i, { code, profile }] of units.entries()) {
    const report = reports.get(code)
    if (except.includes(code) || report === undefined) continue
    const keys = sampleKeys(code)
    const draft = {
      report,
      basis: { provenance: {}, reasons: [], people: { author: '', reviewer: '', phone: '' } },
      to: county.code,
      layer: 'own',
      revision: 1,
      follows: [],
      device: 'sample',
      exported: new Date(FIRST_EXPORT + i * MINUTE).toISOString(),
      appVersion: packageJson.version,
      practice,
      signer: keys.signer,
      // Made up, so that the same files come out of every run.
      nonce: sha256Hex(new TextEncoder().encode(code)),
    } as const
    const bytes = await packSubmission(forms, draft, suiteOgi1(keys))
    const path = join(folder, submissionFileName(profile.name, report.year, 1))
    await writeFile(path, bytes)
    paths.push(path)
  }
  return paths
}
