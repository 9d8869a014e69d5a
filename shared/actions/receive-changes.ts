import type { Change } from '../journal/frame.ts'
import { basisToJson } from '../model/package/basis-json.ts'
import type { ReceivedPackage } from '../model/package/received-package.ts'
import { reportToJson } from '../model/report/report-json.ts'

/** The change that records a verified submission; the same one again gives the same change. */
export function receiveSubmission({ id, report, basis, follows, unit, ...header }: ReceivedPackage): Change {
  const { code, name } = unit
  return {
    entity: 'package',
    record: id,
    group: 'received',
    value: {
      ...header,
      unit: { code, name },
      follows: [...follows],
      report: reportToJson(report),
      basis: basisToJson(basis),
    },
    previous: null,
  }
}
