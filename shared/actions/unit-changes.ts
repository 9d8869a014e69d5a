import type { Change } from '../journal/frame.ts'
import { setGroup } from '../journal/set-group.ts'
import { aliasGroup, type Unit } from '../model/unit/unit-record.ts'
import type { Groups } from '../record/groups.ts'
import type { Json } from '../values/json.ts'

/** Says which unit enters for this one (代填); null: it does so itself. A unit never fills in for itself. */
export function filledByEdit(code: string, groups: Groups, by: string | null): Change[] {
  return setGroup('unit', code, groups, 'filledBy', by === code ? null : by)
}

/** What a unit signs its reports and letters with; null or its own name: its name. */
export function signOffEdit(code: string, groups: Groups, name: string | null): Change[] {
  return setGroup('unit', code, groups, 'signOff', name === null || name.trim() === '' ? null : name.trim())
}

/** The changes that make a unit, new to this PC. */
export function unitChanges(unit: Unit): Change[] {
  const make = (group: string, value: Json): Change => ({
    entity: 'unit',
    record: unit.code,
    group,
    value,
    previous: null,
  })
  return [make('profile', unit.profile), make('contact', unit.contact), make('kept', unit.kept)]
}

/** The changes that make of a stored unit what `unit` says; what is the same gives none. An alias is never taken away. */
export function unitEdits(groups: Groups, unit: Unit): Change[] {
  const edit = (group: string, value: Json): Change[] => setGroup('unit', unit.code, groups, group, value)
  return [
    ...edit('profile', unit.profile),
    ...edit('contact', unit.contact),
    ...edit('kept', unit.kept),
    ...(unit.aliases ?? []).flatMap((alias) => edit(aliasGroup(alias), true)),
    ...(unit.adoptedCode === undefined ? [] : edit('adoptedCode', unit.adoptedCode)),
  ]
}
