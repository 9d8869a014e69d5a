import type { LetterDetails } from '../../../../shared/steps/letters/letter.ts'
import { z } from '../../../../shared/values/parse.ts'

/** What is the same in each letter of a unit. Nothing of an applicant is remembered. */
const remembered = z.object({
  unitAddress: z.string(),
  payTo: z.string(),
  reviewOrgan: z.string(),
  court: z.string(),
})
export type RememberedDetails = z.infer<typeof remembered>

const keyOf = (unit: string): string => `letters|${unit}`

/** What this window last wrote for the unit. A convenience: losing it costs four lines of typing. */
export function rememberedDetails(unit: string): RememberedDetails {
  try {
    return remembered.parse(JSON.parse(localStorage.getItem(keyOf(unit)) ?? ''))
  } catch {
    return { unitAddress: '', payTo: '', reviewOrgan: '', court: '' }
  }
}

export function rememberDetails(unit: string, { unitAddress, payTo, reviewOrgan, court }: LetterDetails): void {
  localStorage.setItem(keyOf(unit), JSON.stringify({ unitAddress, payTo, reviewOrgan, court }))
}
