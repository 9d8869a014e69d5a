import type { Sign, Suite } from '../../../shared/steps/package/envelope/suite.ts'
import type { PackageReading } from '../../../shared/steps/package/kinds/kind.ts'
import { packSubmission } from '../../../shared/steps/package/kinds/pack-submission.ts'
import { openPackage } from '../../../shared/steps/package/open-package.ts'
import { ok } from '../../../shared/values/result.ts'
import { sha256Hex } from '../../../shared/values/sha256.ts'
import type { FileBytes, PackageWork } from '../store.ts'

/**
 * What the worker does, wherever it runs. A file that can't be read is told apart from one that is wrong. `suiteOf`: with
 * which files are made.
 */
export function packagesWith(bytes: FileBytes, reading: PackageReading, suiteOf: (sign: Sign) => Suite): PackageWork {
  return {
    async open(token) {
      const content = await bytes.read(token)
      if (!content.ok) return content
      const opened = await openPackage(content.value, reading)
      return ok(opened.ok ? ok({ file: sha256Hex(content.value), content: opened.value }) : opened)
    },
    async pack(draft, sign) {
      const packed = await packSubmission(reading.forms, draft, suiteOf(sign))
      const readBack = await openPackage(packed, reading)
      return readBack.ok ? ok({ bytes: packed, id: readBack.value.id }) : readBack
    },
  }
}
