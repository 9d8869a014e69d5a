import type { Entry } from '../../../shared/records/entry-record.ts'
import type { RegisterDefinition } from '../../../shared/registers/register-definition.ts'
import { listedFields, shownValue } from './list-columns.ts'

/** What an entry is called in a link: its number or title and its day, never what is sealed. */
export function entryTitle(register: RegisterDefinition, { fields }: Pick<Entry, 'fields'>): string {
  const listed = listedFields(register)
  const name = listed.find(({ kind, key }) => kind === 'text' && fields[key] !== undefined)
  const day = listed.find(({ kind, key }) => kind === 'date' && fields[key] !== undefined)
  const parts = [name, day].flatMap((field) => (field === undefined ? [] : [shownValue(field, fields[field.key])]))
  return parts.length === 0 ? `（没有编号的${register.unit === '件' ? '一件' : '一条'}）` : parts.join(' · ')
}
