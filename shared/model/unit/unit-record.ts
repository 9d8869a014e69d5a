import { type Groups, groupValue } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'

/**
 * A unit of the tree. Record id: its code. Groups: `profile` (who it is), `contact` (whom to phone), `kept`
 * (this PC keeps its reports: it stands in the switcher), `filledBy` (code of the unit that fills in for it, 代填),
 * `signOff` (what it signs with, where that is not its name), `adoptedCode` (the real code of a unit whose record began without one) and `alias:<code>` (it goes by that code too).
 */

/** Levels of the tree, highest first. A department stands beside the townships of its county. */
export const unitLevels = ['province', 'city', 'county', 'department', 'township', 'village'] as const
export type UnitLevel = (typeof unitLevels)[number]

/** Characters of the names of units and of people, as the manifest and `basis.json` take them. */
export const MOST_IN_UNIT_NAME = 100

export const unitProfile = z.strictObject({
  name: z.string().min(1).max(MOST_IN_UNIT_NAME),
  level: z.enum(unitLevels),
  /** Code of the unit above, null for the top of what this PC knows. */
  parent: z.string().nullable(),
  /** Place among its siblings. */
  order: z.int(),
  /** 规章 are made by provinces and cities with districts; null: as the level says. */
  ruleRow: z.enum(['figures', 'zero', 'not-applicable']).nullable(),
  /** From the built-in sample: marked on screen. */
  sample: z.boolean(),
})
export type UnitProfile = z.infer<typeof unitProfile>

export const unitContact = z.strictObject({
  author: z.string().max(60),
  reviewer: z.string().max(60),
  phone: z.string().max(60),
})
export type UnitContact = z.infer<typeof unitContact>

export interface Unit {
  readonly code: string
  readonly profile: UnitProfile
  readonly contact: UnitContact
  readonly kept: boolean
  /** What it signs reports and letters with, where that is not its name. */
  readonly signOff?: string
  /** Code of the unit that enters for it (代填); absent: it does so itself. */
  readonly filledBy?: string
  /** Its real code, where its record began without one: records keep hanging on `code`, files carry this. */
  readonly adoptedCode?: string
  /** Codes that it goes by, or went by, beside `code`. */
  readonly aliases?: readonly string[]
}

/** A code that this program made up, until the real one is known. */
export function isLocalCode(code: string): boolean {
  return code.startsWith('local:')
}

/** The code under which others know a unit: what leaves this PC carries it. */
export function codeOf({ code, adoptedCode }: Unit): string {
  return adoptedCode ?? code
}

/** Every code that stands for a unit in files that come in. */
export function codesOf({ code, aliases = [] }: Unit): readonly string[] {
  return [code, ...aliases]
}

/** A unit that goes by another code from now on: what it had stays its own, and what comes under either is its. */
export function withCode(unit: Unit, code: string): Unit {
  if (code === unit.code) return unit
  const aliases = [...new Set([...(unit.aliases ?? []), code])]
  return isLocalCode(code) ? { ...unit, aliases } : { ...unit, aliases, adoptedCode: code }
}

const emptyContact: UnitContact = { author: '', reviewer: '', phone: '' }

/** The unit a record holds; null where it was removed or is not readable. */
export function readUnit(code: string, groups: Groups): Unit | null {
  const profile = unitProfile.safeParse(groups.profile?.value)
  if (!profile.success) return null
  const contact = unitContact.safeParse(groups.contact?.value)
  return {
    code,
    profile: profile.data,
    contact: contact.success ? contact.data : emptyContact,
    kept: groups.kept?.value === true,
    ...readFilledBy(groups),
    ...readSignOff(groups),
    ...readCodes(groups),
  }
}

function readFilledBy(groups: Groups): Pick<Unit, 'filledBy'> {
  const code = groupValue(groups, 'filledBy')
  return typeof code === 'string' && code !== '' ? { filledBy: code } : {}
}

function readSignOff(groups: Groups): Pick<Unit, 'signOff'> {
  const name = groupValue(groups, 'signOff')
  return typeof name === 'string' && name !== '' ? { signOff: name } : {}
}

/** The name under a unit's report and letters: one for both. */
export function signOffName({ profile, signOff }: Unit): string {
  return signOff ?? profile.name
}

const ALIAS = 'alias:'

/** The group that says that a unit goes by `code` too. */
export function aliasGroup(code: string): string {
  return ALIAS + code
}

function readCodes(groups: Groups): Pick<Unit, 'adoptedCode' | 'aliases'> {
  const adopted = groupValue(groups, 'adoptedCode')
  const aliases = Object.keys(groups)
    .filter((group) => group.startsWith(ALIAS) && groupValue(groups, group) === true)
    .map((group) => group.slice(ALIAS.length))
    .sort()
  return {
    ...(typeof adopted === 'string' && adopted !== '' ? { adoptedCode: adopted } : {}),
    ...(aliases.length === 0 ? {} : { aliases }),
  }
}

export type RuleRow = 'figures' | 'zero' | 'not-applicable'

/** What stands in the row 规章 of a unit: rules are made by provinces and cities with districts only. */
export function ruleRowOf({ level, ruleRow }: UnitProfile): RuleRow {
  return ruleRow ?? (level === 'province' || level === 'city' ? 'figures' : 'zero')
}

/** A government above the townships always gathers reports; any other unit does where units stand below it. */
export function receivesReports({ code, profile }: Unit, units: readonly Unit[]): boolean {
  const gathers = profile.level === 'province' || profile.level === 'city' || profile.level === 'county'
  return gathers || units.some((unit) => unit.profile.parent === code)
}

/** Codes of the units above one, to the top of what this PC knows. */
export function unitsAbove(code: string, units: readonly Unit[]): ReadonlySet<string> {
  const parents = new Map(units.map((unit) => [unit.code, unit.profile.parent]))
  const above = new Set<string>()
  for (let next = parents.get(code) ?? null; next !== null && !above.has(next); next = parents.get(next) ?? null) {
    above.add(next)
  }
  return above
}
