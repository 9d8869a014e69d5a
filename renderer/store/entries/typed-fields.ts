import { knownRegister } from '../../../shared/catalogue/catalogue.ts'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { type EntryId, entryRecordId, readEntry, type SealedFields } from '../../../shared/model/entry/entry-record.ts'
import { nextNumber } from '../../../shared/model/entry/next-number.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import { readLastNumber } from '../lists/read-entries.ts'
import type { Database } from '../tables/database.ts'
import { type EntryAction, editEntryFields, editSealedFields, type FieldValues } from './entry-actions.ts'

/**
 * What a clerk types into the fields of an entry, the sealed ones sealed anew. A number that the program gave follows
 * the year of the day by which the register numbers; one that was typed stays.
 */
export function typeFields(
  database: Database,
  id: EntryId,
  values: FieldValues,
  sealed: SealedFields | null | undefined,
): EntryAction {
  return {
    action: 'edit-entry',
    edit: async (read, known) => {
      const register = knownRegister(known.registers, id.register)
      const groups = await read('entry', entryRecordId(id))
      const all = { ...values, ...(await followingNumber(database, register, id, groups, values)) }
      const action = sealed === undefined ? editEntryFields(id, all) : editSealedFields(id, sealed, all)
      return action.edit(read, known)
    },
  }
}

const yearOf = (value: unknown): number | null => {
  const year = typeof value === 'string' ? /^(\d{4})-/.exec(value)?.[1] : undefined
  return year === undefined ? null : Number(year)
}

async function followingNumber(
  database: Database,
  register: RegisterDefinition,
  id: EntryId,
  groups: Groups,
  values: FieldValues,
): Promise<FieldValues> {
  const field = register.fields.find(({ numberedBy }) => numberedBy !== undefined)
  const date = field?.numberedBy
  if (field === undefined || date === undefined || values[field.key] !== undefined) return {}
  const year = yearOf(values[date])
  const fields = readEntry(entryRecordId(id), groups)?.fields ?? {}
  const number = fields[field.key]
  const isOwn = number === undefined || (typeof number === 'string' && /^\d{4}-\d{3,9}$/.test(number))
  if (year === null || !isOwn || year === yearOf(fields[date]) || year === yearOf(number)) return {}
  return { [field.key]: nextNumber(year, [(await readLastNumber(database, id.unit, id.register, year)) ?? '']) }
}
