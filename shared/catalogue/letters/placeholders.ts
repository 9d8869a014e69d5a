/**
 * What a wording may name in braces. Where there is no value, the letter leaves room for somebody to write on.
 * Days are filled in as `2026年9月21日`.
 */
export const placeholders = [
  /** Name of the applicant, and how a letter speaks to them: 您 or 贵单位. */
  'applicant',
  'you',
  'number',
  /** 申请内容, as the applicant put it. */
  'request',
  'way',
  'received',
  'unit',
  'contact',
  'phone',
  'unitAddress',
  'letterDate',
  'documentNumber',
  /** Working days of the answering term, and its last day as it stood with this letter. */
  'answerDays',
  'lastDay',
  /** Working days that this letter gives, and their last day. */
  'period',
  'due',
  'extendedBy',
  /** Last day for a rectification notice. */
  'noticeBy',
  'askedToRectify',
  'rectifyBy',
  /** The day on which the rectified request came. */
  'rectifiedOn',
  'askedToPay',
  'payBy',
  /** The day to which the answer is put off (art. 35). */
  'until',
  /** The month of receipt, `2026年9月`. */
  'month',
  'count',
  /** Which of the month's requests a notice charges: `第12件`, `第1件至第35件`. */
  'charged',
  'amount',
  'calculation',
  /** What the form's row of a decision is called, and the article that it rests on where the row says so. */
  'outcome',
  'article',
  /** What only the clerk can say: what to rectify, why later, what is given, why not. */
  'matter',
  'addressee',
  'payTo',
  'reviewOrgan',
  'court',
  /** Where review can be applied for online (行政复议法 art. 22). */
  'reviewOnline',
  'deliveredDocument',
  'deliveryWay',
  'deliverTo',
] as const
export type Placeholder = (typeof placeholders)[number]

/** Anything in braces; the first group is the name. */
export const BRACES = /\{([^{}]*)\}/g

export const isPlaceholder = (name: string): name is Placeholder => placeholders.some((known) => known === name)

/** Names in braces that are no placeholders. */
export function unknownPlaceholders(text: string): string[] {
  return [...text.matchAll(BRACES)].map(([, name = '']) => name).filter((name) => !isPlaceholder(name))
}
