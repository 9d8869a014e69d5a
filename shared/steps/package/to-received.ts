import type { ReceivedPackage } from '../../model/package/received-package.ts'
import type { Submission } from './kinds/submission.ts'

/** What the desk keeps of a submission. `file`: SHA-256 of the file that it came in. */
export function toReceived(file: string, { id, manifest, report, basis }: Submission): ReceivedPackage {
  const { unit, to, layer, year, revision, follows, device, exported, appVersion, practice, suite, signer } = manifest
  const header = { unit, to, layer, year, revision, follows, device, exported, appVersion, practice, suite, signer }
  return { id, file, ...header, report, basis }
}
