import type { RegisterDefinition, StageField } from '../../../shared/catalogue/registers/register-definition.ts'
import { entryFlaws } from '../../../shared/model/entry/entry-flaws.ts'
import type { Entry, FieldValue } from '../../../shared/model/entry/entry-record.ts'
import { entryFlawsText } from '../../../shared/wording/entry-flaws.ts'
import { isSealed, listedFields } from '../../kit/entry-text/list-columns.ts'
import { requestColumns } from './request-columns.ts'

/** A column of a list, made of a field or of what the stages say. */
export interface ListColumn extends Pick<StageField, 'key' | 'label' | 'kind' | 'choices'> {
  /**
   * `usual` columns stand there until the clerk takes them away, `chosen` ones once the clerk asks for them, `clear`
   * ones are asked for too and stand there only while personal data is shown, `flawed` ones only while something in the
   * register is not filled in right.
   */
  readonly place: 'usual' | 'chosen' | 'clear' | 'flawed'
  /** Personal: the value is sealed, and read elsewhere. */
  readonly isSealed?: boolean
  readonly isMany?: boolean
  value(entry: Entry): FieldValue | undefined
}

/** Where a request stands: the last column of its list. */
export const STATE = 'state'

/** What is missing or wrong in an entry; of a request its state says it. */
export const FLAWS = 'flaws'

/**
 * Sealed fields of which a list can show something, under a shorter heading than the field has or its own. The rest of a
 * person stays with the entry.
 */
const SEALED: Readonly<Record<string, { readonly label?: string; readonly place: ListColumn['place'] }>> = {
  name: { label: '申请人', place: 'usual' },
  subject: { place: 'clear' },
}

/** What a list shows only when asked, by register: the narrow screens of offices have no room for more. */
const ON_DEMAND: Readonly<Record<string, readonly string[]>> = {
  requests: ['platformNumber', 'confirmed', 'organ'],
  documents: ['revised', 'how'],
}

const known = new WeakMap<RegisterDefinition, readonly ListColumn[]>()

/** All columns that a register's list can show, in their order. */
export function columnsOf(register: RegisterDefinition): readonly ListColumn[] {
  const made = known.get(register) ?? makeColumns(register)
  known.set(register, made)
  return made
}

function makeColumns(register: RegisterDefinition): ListColumn[] {
  const isRequests = register.id === 'requests'
  const listed = new Set(listedFields(register))
  const columns = register.fields.flatMap((field): ListColumn[] => {
    const { key, label, kind, choices, many } = field
    if (isSealed(field)) {
      const shown = SEALED[key]
      return shown === undefined ? [] : [{ key, label, kind, isSealed: true, ...shown, value: () => undefined }]
    }
    if (!listed.has(field)) return []
    const isOnDemand = many === true || ON_DEMAND[register.id]?.includes(key) === true
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
  if (!isRequests) {
    const value = (entry: Entry) => entryFlawsText(register, entry, entryFlaws(register, entry))
    const flaws: ListColumn = { key: FLAWS, label: '未填全', kind: 'text', place: 'flawed', value }
    return [...columns.slice(0, 1), flaws, ...columns.slice(1)]
  }
  const state: ListColumn = { key: STATE, label: '办理情况', kind: 'text', place: 'usual', value: () => undefined }
  return [...columns, ...requestColumns(register), state]
}

/** Whether a column can be sorted by: what is sealed, and what is said in words only, can not. */
export function isSortable({ key, isSealed }: ListColumn): boolean {
  return isSealed !== true && key !== STATE && key !== FLAWS
}

/** Whether the footer and the headings add the column up. */
export function isSummed({ kind }: ListColumn): boolean {
  return kind === 'count' || kind === 'money'
}
