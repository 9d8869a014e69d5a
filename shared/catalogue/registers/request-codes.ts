/** How a request reaches the organ; the day of receipt follows from it (art. 31). */
export const receiptWays = ['inPerson', 'signedMail', 'ordinaryMail', 'online', 'fax', 'other'] as const
export type ReceiptWay = (typeof receiptWays)[number]

/** Columns of 表三. */
export const applicantKinds = ['person', 'company', 'research', 'welfare', 'legal', 'otherOrganisation'] as const
export type ApplicantKind = (typeof applicantKinds)[number]

/** Rows of 表三 under 本年度办理结果, by the keys of the form in force; the 2019 form counts `other.*` as one row. */
export const outcomes = [
  'granted',
  'partlyGranted',
  'refused.stateSecret',
  'refused.otherLaw',
  'refused.securityAndStability',
  'refused.thirdParty',
  'refused.internalAffairs',
  'refused.processInformation',
  'refused.enforcementFile',
  'refused.administrativeInquiry',
  'unavailable.notHeld',
  'unavailable.notReady',
  'unavailable.stillUnclear',
  'notProcessed.petition',
  'notProcessed.repeat',
  'notProcessed.publication',
  'notProcessed.excessive',
  'notProcessed.reissue',
  'other.rectificationOverdue',
  'other.feeOverdue',
  'other.other',
] as const
export type Outcome = (typeof outcomes)[number]
