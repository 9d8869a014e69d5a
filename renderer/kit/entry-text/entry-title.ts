import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { Entry } from '../../../shared/model/entry/entry-record.ts'
import { listedFields, shownValue } from './list-columns.ts'

/** What an entry is called in a link: its number or title and its day, never what is sealed. */
export function entryTitle(register: RegisterDefinition, entry: Pick<Entry, 'fields'>): string {
  return title(register, entry, ['text', 'date'])
}

/** The same without its day, for where a day stands beside it. */
export function entryName(register: RegisterDefinition, entry: Pick<Entry, 'fields'>): string {
  return title(register, entry, ['text'])
}

function title(
  register: RegisterDefinition,
  { fields }: Pick<Entry, 'fields'>,
  kinds: readonly ('text' | 'date')[],
): string {
  const listed = listedFields(register)
  const parts = kinds.flatMap((wanted) => {
    const field = listed.find(({ kind, key }) => kind === wanted && fields[key] !== undefined)
    return field === undefined ? [] : [shownValue(field, fields[field.key])]
  })
  return parts.length === 0 ? '（未编号）' : parts.join(' · ')
}
