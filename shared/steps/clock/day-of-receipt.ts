import type { ReceiptWay, RequestReceipt } from '../../model/entry/request.ts'

const needConfirmation: ReadonlySet<ReceiptWay> = new Set(['ordinaryMail', 'online', 'fax'])

/**
 * The day of receipt (art. 31): in person the day it was handed in, signed mail the day it was signed for; ordinary mail,
 * online and fax the day both sides confirmed, null until then.
 */
export function dayOfReceipt({ arrived, way, confirmed }: RequestReceipt): string | null {
  if (way === 'inPerson' || way === 'signedMail') return arrived
  if (confirmed === null) return needConfirmation.has(way) ? null : arrived
  return confirmed < arrived ? arrived : confirmed
}
