import type { PersonalFields } from '../../../shared/model/entry/personal-fields.ts'
import { observable } from '../../store/observable.ts'
import type { Store } from '../../store/store.ts'

/** Whether the recovery code is offered on screen. */
export const recoveryOffer = observable(false)

/** Once for each time the program is started: who says 以后再说 is not asked again with every entry. */
let wasOffered = false

/** Whether what is sealed is worth a recovery code at once: what a request asks for is soon followed by a name. */
export function namesPeople({ name, about }: PersonalFields): boolean {
  return name !== undefined || about !== undefined
}

/** Offers to print the recovery code where there is none: by the first person's name that is sealed. */
export async function offerRecoveryCode({ desktop }: Pick<Store, 'desktop'>): Promise<void> {
  if (wasOffered) return
  const { recovery, problem } = await desktop.privacy()
  if (recovery === 'made') wasOffered = true
  if (recovery === 'made' || problem !== null) return
  wasOffered = true
  recoveryOffer.set(true)
}
