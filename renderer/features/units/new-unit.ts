import type { Unit, UnitContact, UnitLevel, UnitProfile } from '../../../shared/records/unit-record.ts'

/** What the form asks for; everything but the name may stay empty. */
export interface UnitFields {
  readonly name: string
  readonly level: UnitLevel
  readonly code: string
  readonly parentName: string
  readonly contact: UnitContact
}

export const emptyFields: UnitFields = {
  name: '',
  level: 'township',
  code: '',
  parentName: '',
  contact: { author: '', reviewer: '', phone: '' },
}

/** A code of this PC's own, until the upper level's file brings the official one. */
const localCode = (): string => `local:${crypto.randomUUID()}`

const levelAbove: Record<UnitLevel, UnitLevel> = {
  province: 'province',
  city: 'province',
  county: 'city',
  department: 'county',
  township: 'county',
  village: 'township',
}

const profileOf = (name: string, level: UnitLevel, parent: string | null): UnitProfile => ({
  name,
  level,
  parent,
  order: 0,
  ruleRow: null,
  sample: false,
})

/**
 * The units as they stand once the clerk has named one: itself, kept on this PC; the unit above it where one was
 * named, known by name only; and where this very unit was known by name only before, the units below it, moved under
 * its code.
 */
export function unitsFromFields(fields: UnitFields, known: readonly Unit[]): Unit[] {
  const real = known.filter(({ profile }) => !profile.sample)
  const name = fields.name.trim()
  const parentName = fields.parentName.trim()
  const byName = real.find((unit) => unit.profile.name === name && !unit.kept && unit.code.startsWith('local:'))
  const typedCode = fields.code.trim()
  const code = typedCode === '' ? (byName?.code ?? localCode()) : typedCode
  const knownParent = parentName === '' ? undefined : real.find(({ profile }) => profile.name === parentName)
  const newParent: Unit | null =
    parentName === '' || knownParent !== undefined
      ? null
      : {
          code: localCode(),
          profile: profileOf(parentName, levelAbove[fields.level], null),
          contact: emptyFields.contact,
          kept: false,
        }
  const parent = (knownParent ?? newParent)?.code ?? byName?.profile.parent ?? null
  const unit: Unit = { code, profile: profileOf(name, fields.level, parent), contact: fields.contact, kept: true }
  const moved =
    byName === undefined || byName.code === code
      ? []
      : real
          .filter(({ profile }) => profile.parent === byName.code)
          .map((below) => ({ ...below, profile: { ...below.profile, parent: code } }))
  return [...(newParent === null ? [] : [newParent]), unit, ...moved]
}
