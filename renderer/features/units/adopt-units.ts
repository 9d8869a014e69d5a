import type { Change } from '../../../shared/records/frame.ts'
import { type Unit, unitEdits, unitLevels, unitsAbove } from '../../../shared/records/unit-record.ts'
import type { ReadGroups } from '../../store/store.ts'

/** A unit as its own file names it. */
export interface Sender {
  readonly code: string
  readonly name: string
  readonly level: string
}

/**
 * Puts the senders of files on the desk's list, under the codes of their files; one that this PC knows keeps its people
 * and its row 规章. A unit that was listed by name only gives its place and phone number to the sender of that name and
 * leaves the list. The desk itself and the units above it are left where they stand.
 */
export async function adoptUnits(
  desk: Unit,
  known: readonly Unit[],
  senders: readonly Sender[],
  read: ReadGroups,
): Promise<Change[]> {
  const below = known.filter(({ profile }) => profile.parent === desk.code)
  const changes = belowOnly(desk, known, senders).map(async (sender, i) => {
    const namesake = below.find(({ code, profile }) => profile.name === sender.name && code.startsWith('local:'))
    const here = known.find(({ code }) => code === sender.code)
    const placed = here?.profile.parent === desk.code ? here : namesake
    const unit: Unit = {
      code: sender.code,
      profile: {
        name: sender.name,
        level: unitLevels.find((level) => level === sender.level) ?? 'department',
        parent: desk.code,
        order: placed?.profile.order ?? below.length + i,
        ruleRow: here?.profile.ruleRow ?? null,
        sample: desk.profile.sample,
      },
      contact: here?.contact ?? namesake?.contact ?? { author: '', reviewer: '', phone: '' },
      kept: here?.kept ?? false,
    }
    const added = unitEdits(await read('unit', sender.code), unit)
    if (namesake === undefined || namesake.code === sender.code || namesake.kept) return added
    const left = { ...namesake, profile: { ...namesake.profile, parent: null } }
    return [...added, ...unitEdits(await read('unit', namesake.code), left)]
  })
  return (await Promise.all(changes)).flat()
}

/** The senders that may stand below a desk: neither the desk itself nor a unit above it. */
export function belowOnly(desk: Unit, known: readonly Unit[], senders: readonly Sender[]): readonly Sender[] {
  const above = unitsAbove(desk.code, known)
  return senders.filter(({ code }) => code !== desk.code && !above.has(code))
}
