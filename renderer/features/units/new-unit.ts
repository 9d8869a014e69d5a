import {
  codesOf,
  isLocalCode,
  type Unit,
  type UnitContact,
  type UnitLevel,
  type UnitProfile,
  unitsAbove,
  withCode,
} from '../../../shared/model/unit/unit-record.ts'

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

/** The unit above as it was named: one that is known, or one known by name only from now on; null where none was. */
function parentFromFields(
  { parentName, level }: UnitFields,
  known: readonly Unit[],
): { unit: Unit; isNew: boolean } | null {
  const name = parentName.trim()
  if (name === '') return null
  const found = known.find(({ profile }) => profile.name === name)
  if (found !== undefined) return { unit: found, isNew: false }
  const profile = profileOf(name, levelAbove[level], null)
  return { unit: { code: localCode(), profile, contact: emptyFields.contact, kept: false }, isNew: true }
}

/**
 * The units as they stand once the clerk has named one: itself, kept on this PC; the unit above it where one was
 * named, known by name only; and where this very unit was known by name only before, the units below it, moved under
 * its code. A unit that was known keeps its place and its row 规章; one that had no real code goes by the typed one from
 * now on, and what it had stays its own.
 */
export function unitsFromFields(fields: UnitFields, known: readonly Unit[]): Unit[] {
  const real = known.filter(({ profile }) => !profile.sample)
  const name = fields.name.trim()
  const typedCode = fields.code.trim()
  // One that is kept already is meant only where its real code is given now: two units may have one name.
  const byName = real.find(
    (unit) =>
      unit.profile.name === name &&
      isLocalCode(unit.code) &&
      unit.adoptedCode === undefined &&
      (!unit.kept || typedCode !== ''),
  )
  const byCode = real.find((unit) => codesOf(unit).includes(typedCode))
  const before = byCode ?? byName
  const code = before?.code ?? (typedCode === '' ? localCode() : typedCode)
  const above = parentFromFields(fields, real)
  const parent = above?.unit.code ?? before?.profile.parent ?? null
  const { order, ruleRow } = before?.profile ?? { order: 0, ruleRow: null }
  const profile = { ...profileOf(name, fields.level, parent), order, ruleRow }
  const base: Unit = {
    code,
    profile,
    contact: fields.contact,
    kept: true,
    ...(before?.aliases === undefined ? {} : { aliases: before.aliases }),
    ...(before?.adoptedCode === undefined ? {} : { adoptedCode: before.adoptedCode }),
  }
  const unit = typedCode === '' ? base : withCode(base, typedCode)
  const moved =
    byName === undefined || byName.kept || byName.code === code
      ? []
      : real
          .filter(({ profile }) => profile.parent === byName.code)
          .map((below) => ({ ...below, profile: { ...below.profile, parent: code } }))
  return [...(above?.isNew ? [above.unit] : []), unit, ...moved]
}

/**
 * The units as they stand once the clerk has changed what the form says of one: itself, and the unit above it where
 * that was named for the first time. A unit is never put under itself or under one below it.
 */
export function unitsFromEdit(unit: Unit, fields: UnitFields, known: readonly Unit[]): Unit[] {
  const mayStandAbove = known
    .filter(({ code, profile }) => code !== unit.code && profile.sample === unit.profile.sample)
    .filter(({ code }) => !unitsAbove(code, known).has(unit.code))
    // Of two with one name the one that stands there stays.
    .toSorted((a, b) => Number(b.code === unit.profile.parent) - Number(a.code === unit.profile.parent))
  const above = parentFromFields(fields, mayStandAbove)
  const profile = { ...unit.profile, name: fields.name.trim(), level: fields.level, parent: above?.unit.code ?? null }
  const code = fields.code.trim()
  const named = isLocalCode(unit.code) && code !== '' && !isLocalCode(code) ? withCode(unit, code) : unit
  return [...(above?.isNew ? [above.unit] : []), { ...named, contact: fields.contact, profile }]
}
