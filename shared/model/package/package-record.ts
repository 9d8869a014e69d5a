import { formById } from '../../catalogue/catalogue.ts'
import type { Form } from '../../catalogue/forms/form.ts'
import type { Groups } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'
import type { Basis, Report } from '../report/report.ts'
import { parseReport } from '../report/report-json.ts'
import { parseBasis } from './basis-json.ts'
import { manifest } from './manifest.ts'

/**
 * A received file. Record id: the sha-256 of the file, in hex; the file itself lies whole in the data folder. One
 * group, `received`, written once and never changed: a later revision is another record.
 */
const received = z.strictObject({
  ...manifest.pick({
    unit: true,
    to: true,
    layer: true,
    year: true,
    revision: true,
    exported: true,
    appVersion: true,
    sample: true,
  }).shape,
  report: z.json(),
  basis: z.json(),
})

/** What the desk knows of one received file. */
export interface ReceivedPackage extends Readonly<Omit<z.infer<typeof received>, 'report' | 'basis'>> {
  readonly sha256: string
  readonly report: Report
  readonly basis: Basis
}

/** The received file a record holds; null where it was removed or is not readable. */
export function readPackage(sha256: string, groups: Groups, forms: readonly Form[]): ReceivedPackage | null {
  const parsed = received.safeParse(groups.received?.value)
  if (!parsed.success) return null
  const report = parseReport(parsed.data.report, forms)
  if (!report.ok) return null
  const form = formById(forms, report.value.form)
  const basis = form === null ? null : parseBasis(parsed.data.basis, form)
  return basis === null ? null : { ...parsed.data, sha256, report: report.value, basis }
}
