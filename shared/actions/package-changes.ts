import type { Form } from '../catalogue/forms/form.ts'
import type { Change } from '../journal/frame.ts'
import { basisToJson } from '../model/package/basis-json.ts'
import { reportToJson } from '../model/report/report-json.ts'
import type { Submission } from '../steps/package/unpack.ts'

/** The change that records a verified file; the same file again gives the same change. */
export function packageChange(form: Form, { manifest: cover, report, basis, sha256 }: Submission): Change {
  return {
    entity: 'package',
    record: sha256,
    group: 'received',
    value: {
      unit: cover.unit,
      to: cover.to,
      layer: cover.layer,
      year: cover.year,
      revision: cover.revision,
      exported: cover.exported,
      appVersion: cover.appVersion,
      sample: cover.sample,
      report: reportToJson(form, report),
      basis: basisToJson(basis),
    },
    previous: null,
  }
}
