import type { Unit, UnitContact, UnitLevel } from '../../../shared/records/unit-record.ts'

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

/**
 * The unit that the clerk names, with the unit above it where one was named: that one is known by name only and is
 * not kept on this PC.
 */
export function unitsFromFields(fields: UnitFields, known: readonly Unit[]): Unit[] {
  const parentName = fields.parentName.trim()
  const knownParent = known.find(({ profile }) => profile.name === parentName)
  const parent: Unit | null =
    parentName === ''
      ? null
      : (knownParent ?? {
          code: localCode(),
          profile: {
            name: parentName,
            level: levelAbove[fields.level],
            parent: null,
            order: 0,
            ruleRow: null,
            sample: false,
          },
          contact: emptyFields.contact,
          kept: false,
        })
  const unit: Unit = {
    code: fields.code.trim() === '' ? localCode() : fields.code.trim(),
    profile: {
      name: fields.name.trim(),
      level: fields.level,
      parent: parent?.code ?? null,
      order: 0,
      ruleRow: null,
      sample: false,
    },
    contact: fields.contact,
    kept: true,
  }
  return parent === null || parent === knownParent ? [unit] : [parent, unit]
}
