import type { Catalogue } from '../../../shared/catalogue/catalogue.ts'
import { packSubmission } from '../../../shared/steps/package/pack-submission.ts'
import { unpackSubmission } from '../../../shared/steps/package/unpack.ts'
import { ok } from '../../../shared/values/result.ts'
import type { FileBytes, PackageWork } from '../store.ts'

/** What the worker does, wherever it runs. A file that can't be read is told apart from one that is wrong. */
export function packagesWith(bytes: FileBytes, { forms }: Catalogue): PackageWork {
  return {
    async unpack(token) {
      const content = await bytes.read(token)
      return content.ok ? ok(unpackSubmission(content.value, forms)) : content
    },
    async pack(draft) {
      const packed = packSubmission(draft, forms)
      const readBack = unpackSubmission(packed, forms)
      return readBack.ok ? ok({ bytes: packed, sha256: readBack.value.sha256 }) : readBack
    },
  }
}
