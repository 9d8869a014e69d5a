import type { Suite } from '../../../shared/steps/package/envelope/suite.ts'
import type { PackageReading } from '../../../shared/steps/package/kinds/kind.ts'
import { packSubmission } from '../../../shared/steps/package/kinds/pack-submission.ts'
import { openPackage } from '../../../shared/steps/package/open-package.ts'
import { ok } from '../../../shared/values/result.ts'
import { sha256Hex } from '../../../shared/values/sha256.ts'
import type { FileBytes, PackageWork } from '../store.ts'

/**
 * What the worker does, wherever it runs. A file that can't be read is told apart from one that is wrong. `suite`: with
 * which files are made.
 */
export function packagesWith(bytes: FileBytes, reading: PackageReading, suite: Suite): PackageWork {
  return {
    async open(token) {
      const content = await bytes.read(token)
      if (!content.ok) return content
      const opened = await openPackage(content.value, reading)
      return ok(opened.ok ? ok({ file: sha256Hex(content.value), content: opened.value }) : opened)
    },
    async pack(draft) {
      const packed = await packSubmission(reading.forms, draft, suite)
      const readBack = await openPackage(packed, reading)
      return readBack.ok ? ok({ bytes: packed, id: readBack.value.id }) : readBack
    },
  }
}
