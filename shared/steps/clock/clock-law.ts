/**
 * Numbers of the Regulation on Open Government Information (政府信息公开条例, 2019) that the clock counts with.
 *
 * Points that rest on memory and not on words we have read, each used at the place named (docs/verification.md lists
 * them for a lawyer):
 * - the day of receipt is not counted; the first day is the next working day (calendar/working-days.ts);
 * - the day on which a rectified application arrives is treated like a day of receipt: not counted either (clock-term.ts);
 * - of a consultation, the days after its sending up to and including the day of its end are not counted; two that
 *   overlap are left out once; where it was sent on the last day, the answer is due when it ends (clock-term.ts);
 * - an extension granted before a restart is kept after it (clock-term.ts);
 * - after a payment the term starts anew, the day after payment being the first that can count (clock-term.ts);
 * - what is done after the last day moves it no more (clock-progress.ts);
 * - the period for rectification is counted in working days (clock-restart.ts);
 * - a way of receipt that art. 31 doesn't name starts on arrival, or on confirmation where one is noted (day-of-receipt.ts);
 * - a reasonable delayed day (art. 35) takes the place of an earlier last day (clock-term.ts).
 */
export const clockLaw = {
  /** Art. 33: days to answer. */
  answerDays: 20,
  /** Art. 33: days by which the answer may be put off, in one extension or several. */
  extensionDays: 20,
  /** Art. 30: days to tell the applicant what to rectify. */
  rectificationNoticeDays: 7,
  /** Art. 32 (third party) and 34 (organs that made it jointly): days to comment, from the receipt of the letter. */
  commentDays: 15,
  /** Measures on the processing fee (国办函〔2020〕109号): days to pay, from the day after the notice was received. */
  paymentDays: 20,
} as const
