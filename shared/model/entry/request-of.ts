import type { RegisterDefinition } from '../../catalogue/registers/register-definition.ts'
import { entryFlaws } from './entry-flaws.ts'
import type { Entry } from './entry-record.ts'
import type { FieldFlaw } from './field-flaw.ts'
import { type Request, requestReceipt } from './request.ts'

/** The request that an entry holds; null where its receipt is not sound. */
export function requestOf(
  register: RegisterDefinition,
  entry: Entry,
  flaws: ReadonlyMap<string, FieldFlaw> = entryFlaws(register, entry),
): Request | null {
  const { arrived, way, applicant, confirmed } = entry.fields
  const receipt = requestReceipt.safeParse({
    arrived: flaws.has('arrived') ? null : arrived,
    way,
    applicant: flaws.get('applicant') === 'unknown-choice' ? null : applicant,
    confirmed: flaws.has('confirmed') ? null : (confirmed ?? null),
  })
  if (!receipt.success) return null
  return { receipt: receipt.data, stages: entry.stages.map(({ stage }) => stage) }
}
