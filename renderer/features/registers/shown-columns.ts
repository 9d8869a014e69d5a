import type { Entry, FieldValue } from '../../../shared/records/entry-record.ts'
import type { RegisterDefinition, StageField } from '../../../shared/registers/register-definition.ts'
import { isSealed, listedFields } from './list-columns.ts'
import { requestColumns } from './request-columns.ts'

/** A column of a list, made of a field or of what the stages say. */
export interface ListColumn extends Pick<StageField, 'key' | 'label' | 'kind' | 'choices'> {
  /**
   * `usual` columns stand there until the clerk takes them away, `chosen` ones once the clerk asks for them, `clear`
   * ones are asked for too and stand there only while personal data is shown.
   */
  readonly place: 'usual' | 'chosen' | 'clear'
  /** Personal: the value is sealed, and read elsewhere. */
  readonly isSealed?: boolean
  readonly isMany?: boolean
  value(entry: Entry): FieldValue | undefined
}

/** Where a request stands: the last column of its list. */
export const STATE = 'state'

/** Sealed fields of which a list can show something. The rest of a person stays with the entry. */
const SEALED: Readonly<Record<string, { readonly label: string; readonly place: ListColumn['place'] }>> = {
  name: { label: '申请人', place: 'usual' },
  subject: { label: '要什么', place: 'clear' },
}

/** What a list of requests shows only when asked: the narrow screens of offices have no room for more. */
const ON_DEMAND = ['platformNumber', 'confirmed', 'organ']

const known = new Map<string, readonly ListColumn[]>()

/** All columns that a register's list can show, in their order. */
export function columnsOf(register: RegisterDefinition): readonly ListColumn[] {
  const made = known.get(register.id) ?? makeColumns(register)
  known.set(register.id, made)
  return made
}

function makeColumns(register: RegisterDefinition): ListColumn[] {
  const isRequests = register.id === 'requests'
  const listed = new Set(listedFields(register))
  const columns = register.fields.flatMap((field): ListColumn[] => {
    const { key, label, kind, choices, many } = field
    if (isSealed(field)) {
      const shown = SEALED[key]
      return shown === undefined ? [] : [{ key, kind, isSealed: true, ...shown, value: () => undefined }]
    }
    if (!listed.has(field)) return []
    const isOnDemand = many === true || (isRequests && ON_DEMAND.includes(key))
    return [
      {
        key,
        label,
        kind,
        ...(choices === undefined ? {} : { choices }),
        place: isOnDemand ? 'chosen' : 'usual',
        ...(many === true ? { isMany: true } : {}),
        value: ({ fields }) => fields[key],
      },
    ]
  })
  // What is numbered is found by its number; a name stands before what the person wants.
  const rank = ({ key }: ListColumn): number => {
    if (register.fields.some((field) => field.key === key && field.numberedBy !== undefined)) return 0
    return key === 'subject' ? 2 : key === 'organ' || key === 'platformNumber' ? 3 : 1
  }
  columns.sort((a, b) => rank(a) - rank(b))
  if (!isRequests) return columns
  const state: ListColumn = { key: STATE, label: '办理情况', kind: 'text', place: 'usual', value: () => undefined }
  return [...columns, ...requestColumns, state]
}

/** Whether a column can be sorted by: what is sealed, and what changes with the day, can not. */
export function isSortable({ key, isSealed }: ListColumn): boolean {
  return isSealed !== true && key !== STATE
}

/** Whether the footer and the headings add the column up. */
export function isSummed({ kind }: ListColumn): boolean {
  return kind === 'count' || kind === 'money'
}
