import type { RegisterDefinition } from '../catalogue/registers/register-definition.ts'
import type { Change } from '../journal/frame.ts'
import { setGroup } from '../journal/set-group.ts'
import {
  type EntryId,
  entryRecordId,
  type FieldValue,
  isStageGroup,
  readFields,
  type SealedFields,
  stageGroup,
} from '../model/entry/entry-record.ts'
import { stampsIn } from '../model/entry/mark.ts'
import type { RequestStage } from '../model/entry/request.ts'
import { type Groups, groupValue } from '../record/groups.ts'
import type { Json } from '../values/json.ts'

/**
 * Typing into fields: one change for each field group touched. `''`, `[]`, false and null empty a field. Throws on a
 * field that the register has not, on a personal one (see `sealedEdit`), and where a field of the entry's identity
 * would change: that entry goes to the bin and another is made.
 */
export function fieldEdits(
  register: RegisterDefinition,
  id: EntryId,
  groups: Groups,
  values: Readonly<Record<string, FieldValue | null>>,
): Change[] {
  const record = entryRecordId(id)
  const touched = new Map<string, Record<string, FieldValue>>()
  for (const [key, value] of Object.entries(values)) {
    const field = register.fields.find((one) => one.key === key)
    if (field === undefined || field.personal) throw new Error(`register ${register.id}: ${key} is not typed in clear`)
    const standing = touched.get(field.group) ?? { ...readFields(groupValue(groups, field.group)) }
    if (register.identity?.includes(key) && standing[key] !== undefined && standing[key] !== value) {
      throw new Error(`register ${register.id}: ${key} says which entry it is`)
    }
    if (value === null || value === false || value.toString() === '') delete standing[key]
    else standing[key] = value
    touched.set(field.group, standing)
  }
  return [...touched].flatMap(([group, standing]) => {
    const value = Object.keys(standing).length === 0 ? null : standing
    return setGroup('entry', record, groups, group, value)
  })
}

/** A stage added or changed; null takes it back. */
export function stageEdit(id: EntryId, groups: Groups, stageId: string, stage: RequestStage | null): Change[] {
  const value: Json = stage === null ? null : { ...stage }
  return setGroup('entry', entryRecordId(id), groups, stageGroup(stageId), value)
}

/** The sealed personal fields, all of them; null removes them. */
export function sealedEdit(id: EntryId, groups: Groups, sealed: SealedFields | null): Change[] {
  return setGroup('entry', entryRecordId(id), groups, 'personal', sealed)
}

/** Takes out what stands in clear of fields that are sealed by now: written before they were. Once it is sealed too. */
export function clearTakenOut(register: RegisterDefinition, id: EntryId, groups: Groups): Change[] {
  const sealed = new Set(register.fields.flatMap(({ key, personal }) => (personal === true ? [key] : [])))
  return Object.keys(groups).flatMap((group) => {
    const isOther = group === 'personal' || isStageGroup(group)
    const standing = isOther ? null : readFields(groupValue(groups, group))
    if (standing === null || !Object.keys(standing).some((key) => sealed.has(key))) return []
    const left = Object.fromEntries(Object.entries(standing).filter(([key]) => !sealed.has(key)))
    return setGroup('entry', entryRecordId(id), groups, group, Object.keys(left).length === 0 ? null : left)
  })
}

/** Puts an entry into the bin on a day (`YYYY-MM-DD`), or with null takes it out. */
export function binEdit(id: EntryId, groups: Groups, day: string | null): Change[] {
  const value = day === null ? null : { day, over: stampsIn(groups) }
  return setGroup('entry', entryRecordId(id), groups, 'bin', value)
}
