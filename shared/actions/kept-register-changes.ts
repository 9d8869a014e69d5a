import type { Change } from '../journal/frame.ts'
import { setGroup } from '../journal/set-group.ts'
import { keptGroup, readKept } from '../model/unit/kept-registers.ts'
import type { Groups } from '../record/groups.ts'

/** Keeps a register from a year on, an earlier year than before included. */
export function keepFrom(unit: string, groups: Groups, key: string, year: number): Change[] {
  const since = readKept(groups)[key]
  return since !== undefined && since <= year ? [] : setGroup('unit', unit, groups, keptGroup(key), year)
}

/** No longer keeps a register: its entries stay, the report's figures are typed again. */
export function keepNoLonger(unit: string, groups: Groups, key: string): Change[] {
  return setGroup('unit', unit, groups, keptGroup(key), null)
}
