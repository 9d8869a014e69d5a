import { formById } from '../catalogue/catalogue.ts'
import type { Form } from '../catalogue/forms/form.ts'
import type { Change } from '../journal/frame.ts'
import { basisToJson } from '../model/package/basis-json.ts'
import type { ReceivedPackage } from '../model/package/received-package.ts'
import { reportToJson } from '../model/report/report-json.ts'

/**
 * The change that records a verified submission; the same one again gives the same change. Throws on a report of an
 * unknown form: none is verified.
 */
export function receiveSubmission(
  forms: readonly Form[],
  { id, report, basis, follows, unit, signer, ...header }: ReceivedPackage,
): Change {
  const form = formById(forms, report.form)
  if (form === null) throw new Error(`unknown form ${report.form}`)
  const { code, name } = unit
  return {
    entity: 'package',
    record: id,
    group: 'received',
    value: {
      ...header,
      unit: { code, name },
      signer: signer === null ? null : { sign: signer.sign, seal: signer.seal },
      follows: [...follows],
      report: reportToJson(form, report),
      basis: basisToJson(basis),
    },
    previous: null,
  }
}
