import { legalDate } from '../../calendar/legal-date.ts'
import { MOST_IN_DOCUMENT_NUMBER } from '../../catalogue/registers/register-definition.ts'

import { z } from '../../values/parse.ts'

/**
 * An information request (依申请公开) as the register keeps it: how it came, and the stages it went through. Free text
 * and identity are held apart (see entry-record.ts): nothing here names a person.
 */

/** How a request reaches the organ; the day of receipt follows from it (art. 31). */
export const receiptWays = ['inPerson', 'signedMail', 'ordinaryMail', 'online', 'fax', 'other'] as const
export type ReceiptWay = (typeof receiptWays)[number]

/** What an applicant is, or what became of a request: columns and rows of the forms, which the register offers. */
const offered = z.string().min(1).max(100)

const stage = <K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), date: legalDate, ...shape })

/** A day that may be open; absent in a file means the same. */
const openDay = legalDate.nullable().default(null)

/** 登记办理环节. Each stage has its day; what it does to the clock is in statutory-clock.ts. */
export const requestStage = z.discriminatedUnion('kind', [
  /** 补正告知: asked once, within 7 working days of receipt; `answered` is the day the rectified request came. */
  stage('rectification', { period: z.int().positive(), answered: openDay }),
  /** 延期告知: by up to 20 working days in all (art. 33). */
  stage('extension', { workingDays: z.int().min(1).max(20) }),
  /**
   * 征求第三方意见 or 征求其他机关意见: `received` is the day on which the letter reached them, from which the 15 working days
   * run (art. 32, 34); `answered` ends it.
   */
  stage('consultation', { whom: z.enum(['thirdParty', 'organ']), received: openDay, answered: openDay }),
  /**
   * 收费通知: `amount` in yuan, exact; `received` is the day on which the applicant got it, after which the 20 working days to
   * pay run (国办函〔2020〕109号); `paid` restarts the clock.
   */
  stage('fee', { amount: z.string().regex(/^\d+(\.\d{1,2})?$/), received: openDay, paid: openDay }),
  /** 要求说明理由: asked where number or frequency of requests is plainly unreasonable (art. 35). Moves no day by itself. */
  stage('reasons', { answered: openDay }),
  /** 延迟答复告知: the reasons hold, but the answer can't be ready in time; `until` is the reasonable day told (art. 35). */
  stage('delay', { until: legalDate }),
  /** 答复; `correction` is what became of a request to correct what is recorded of the applicant (art. 41), beside the outcome. */
  stage('decision', {
    outcome: offered,
    documentNumber: z.string().max(MOST_IN_DOCUMENT_NUMBER).default(''),
    correction: z.enum(['corrected', 'transferred', 'directed', 'unfounded']).optional(),
  }),
  /** 送达: handed over, the day of signing for it; by mail, the day of posting (国办公开办函〔2016〕235号, 四). */
  stage('delivery', { way: z.enum(['inPerson', 'mail', 'online', 'other']) }),
  /** 申请人撤回: the form says in which row it counts. */
  stage('withdrawal', {}),
])
export type RequestStage = z.infer<typeof requestStage>
export type StageKind = RequestStage['kind']

/** The first four fields but for the free text. */
export const requestReceipt = z.strictObject({
  /** The day on which it was handed in, signed for, or came in (before any confirmation). */
  arrived: legalDate,
  way: z.enum(receiptWays),
  /** The day both sides confirmed, where the way needs it (ordinary mail, online, fax); null: not yet, or not needed. */
  confirmed: legalDate.nullable(),
  applicant: offered,
})
export type RequestReceipt = z.infer<typeof requestReceipt>

export interface Request {
  readonly receipt: RequestReceipt
  /** In the order of their days. */
  readonly stages: readonly RequestStage[]
}
