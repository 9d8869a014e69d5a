import { unitEdits } from '../../../shared/actions/unit-changes.ts'
import type { Change } from '../../../shared/journal/frame.ts'
import type { UnitName } from '../../../shared/model/report/report.ts'
import { likelyLevel } from '../../../shared/model/unit/likely-level.ts'
import { codesOf, isLocalCode, type Unit, unitsAbove, withCode } from '../../../shared/model/unit/unit-record.ts'
import type { ReadGroups } from '../../store/store.ts'

/**
 * Puts the senders of files on the desk's list, under the codes of their files; one that this PC knows keeps its people
 * and its row 规章. A unit that had no real code goes by the code of the sender of its name from now on: its place, its
 * phone number, its entries and the files that it sent before stay with it. The desk itself and the units above it are
 * left where they stand.
 */
export async function adoptUnits(
  desk: Unit,
  known: readonly Unit[],
  senders: readonly UnitName[],
  read: ReadGroups,
): Promise<Change[]> {
  const below = known.filter(({ profile }) => profile.parent === desk.code)
  const changes = belowOnly(desk, known, senders).map(async (sender, i) => {
    const namesake = below.find(({ code, profile }) => profile.name === sender.name && isLocalCode(code))
    const here = known.find((one) => codesOf(one).includes(sender.code))
    const placed = here?.profile.parent === desk.code ? here : namesake
    // What this PC has under the sender's code already is the sender's; else its namesake's.
    const before = here ?? namesake
    const unit: Unit = {
      code: before?.code ?? sender.code,
      profile: {
        name: sender.name,
        level: before?.profile.level ?? likelyLevel(sender.name, desk.profile.level),
        parent: desk.code,
        order: placed?.profile.order ?? below.length + i,
        ruleRow: before?.profile.ruleRow ?? null,
        sample: desk.profile.sample,
      },
      contact: here?.contact ?? namesake?.contact ?? { author: '', reviewer: '', phone: '' },
      kept: before?.kept ?? false,
      ...(before?.aliases === undefined ? {} : { aliases: before.aliases }),
    }
    const named = withCode(unit, sender.code)
    const added = unitEdits(await read('unit', named.code), named)
    if (here === undefined || namesake === undefined || namesake.code === here.code || namesake.kept) return added
    const left = { ...namesake, profile: { ...namesake.profile, parent: null } }
    return [...added, ...unitEdits(await read('unit', namesake.code), left)]
  })
  return (await Promise.all(changes)).flat()
}

/** The senders that may stand below a desk: neither the desk itself nor a unit above it. */
export function belowOnly(desk: Unit, known: readonly Unit[], senders: readonly UnitName[]): readonly UnitName[] {
  const above = unitsAbove(desk.code, known)
  const barred = new Set(known.filter(({ code }) => code === desk.code || above.has(code)).flatMap(codesOf))
  return senders.filter(({ code }) => !codesOf(desk).includes(code) && !above.has(code) && !barred.has(code))
}
