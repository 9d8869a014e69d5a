import { formById } from '../../catalogue/catalogue.ts'
import type { Form } from '../../catalogue/forms/form.ts'
import type { Groups } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'
import { parseReport } from '../report/report-json.ts'
import { parseBasis } from './basis-json.ts'
import type { ReceivedPackage } from './received-package.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * A received submission: entity `package`, record the submission's id. The file itself lies whole in the data folder.
 * One group, `received`, written once and never changed: a later submission is another record.
 */
const received = z.strictObject({
  file: hash,
  unit: z.strictObject({ code: z.string(), name: z.string() }),
  to: z.string().nullable(),
  layer: z.enum(['own', 'total']),
  year: z.int(),
  revision: z.int().positive(),
  follows: z.array(hash),
  device: z.string(),
  exported: z.string(),
  appVersion: z.string(),
  practice: z.boolean(),
  suite: z.string(),
  signer: z.strictObject({ sign: z.string(), seal: z.string() }).nullable(),
  report: z.json(),
  basis: z.json(),
})

/** The submission a record holds; null where it was removed or is not readable. */
export function readPackage(id: string, groups: Groups, forms: readonly Form[]): ReceivedPackage | null {
  const parsed = received.safeParse(groups.received?.value)
  if (!parsed.success) return null
  const report = parseReport(parsed.data.report, forms)
  if (!report.ok) return null
  const form = formById(forms, report.value.form)
  const basis = form === null ? null : parseBasis(parsed.data.basis, form)
  return basis === null ? null : { ...parsed.data, id, report: report.value, basis }
}
