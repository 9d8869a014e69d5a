import { z } from '../../values/parse.ts'
import { unknownPlaceholders } from './placeholders.ts'

/** A wording, with placeholders in braces. Its line breaks make paragraphs. */
const text = z
  .string()
  .max(4000)
  .refine((wording) => unknownPlaceholders(wording).length === 0, 'unknown placeholder')

const notice = z.strictObject({
  title: text.min(1),
  /** The line under the title; empty: none. */
  reference: text,
  salutation: text.min(1),
  paragraphs: z.array(text.min(1)).min(1),
})
export type NoticeWording = z.infer<typeof notice>

const answer = z.strictObject({
  /** How the clerk chooses between several answers of one outcome. */
  label: z.string().min(1),
  title: text.min(1),
  paragraphs: z.array(text.min(1)).min(1),
  /** What the clerk is asked to write in place of {matter}; empty: nothing. */
  ask: z.string(),
  /** Whether review has to come before litigation. */
  remedy: z.enum(['either', 'reviewFirst']),
})
export type AnswerWording = z.infer<typeof answer>

const formLine = z.strictObject({
  /** Label and text, one or two pairs on a line. A text of nothing leaves room to write. */
  boxes: z
    .array(z.strictObject({ label: text.min(1), text }))
    .min(1)
    .max(2),
  /** High enough to sign. */
  room: z.boolean(),
})
export type FormLineWording = z.infer<typeof formLine>

const form = z.strictObject({
  title: text.min(1),
  /** Whom it goes to, where it is sent. */
  salutation: text.optional(),
  lines: z.array(formLine).min(1),
  notes: z.array(text),
})
export type FormWording = z.infer<typeof form>

/** The wordings of all letters. Serialisable: a county may send its own in place of ours. */
export const letterWordingsSchema = z.strictObject({
  receipt: notice,
  rectification: notice,
  extension: notice,
  consultation: z.strictObject({ thirdParty: notice, organ: notice }),
  /** To the applicant: others are asked, which takes time that is not counted. */
  consultationNotice: notice,
  /** To the third party: disclosed all the same, in the public interest (art. 32). */
  publicInterest: notice,
  /** Reasons asked for, and the answer put off to a reasonable day (art. 35). */
  reasons: notice,
  delay: notice,
  /** What became of what is recorded of the applicant (art. 41). */
  correction: z.strictObject({ corrected: notice, transferred: notice, directed: notice, unfounded: notice }),
  /** The part that the one asked fills in and sends back. */
  opinion: form,
  fee: z.strictObject({ items: notice, pages: notice }),
  /** `rectified` is said where the request was rectified. */
  decision: z.strictObject({
    reference: text,
    salutation: text.min(1),
    opening: z.array(text.min(1)),
    rectified: text,
  }),
  /** By the name of an outcome, of a group of them, or `any`; several where the article differs. See form-sets.ts. */
  answers: z.record(z.string(), z.array(answer).min(1)),
  /** `online` is added where the answer is delivered online (行政复议法 art. 22). */
  remedies: z.strictObject({ either: text.min(1), reviewFirst: text.min(1), online: text.min(1) }),
  delivery: form,
  slip: form,
  /** Under the sign-off of a letter to the applicant. */
  contact: text,
})
export type LetterWordings = z.infer<typeof letterWordingsSchema>
