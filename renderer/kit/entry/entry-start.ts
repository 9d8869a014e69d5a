import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { FieldValue } from '../../../shared/model/entry/entry-record.ts'
import { isSealed } from '../entry-text/list-columns.ts'

export type Fields = Readonly<Record<string, FieldValue>>

/** What entries that are not made yet begin with, by entry id: a duplicate, or a case that belongs to a request. */
const starts = new Map<string, Fields>()

export function startWith(entry: string, fields: Fields): void {
  starts.set(entry, fields)
}

/** Whether this entry was begun here and not left yet: the store need not be asked for it. */
export function isBegun(entry: string): boolean {
  return starts.has(entry)
}

/** Whether it began with something: a duplicate, or a case that belongs to a request. */
export function isBegunWith(entry: string): boolean {
  return Object.keys(starts.get(entry) ?? {}).length > 0
}

/** The entry was left: from now on it is what is stored. */
export function leaveEntry(entry: string): void {
  starts.delete(entry)
}

/** What a new entry begins with: what was handed on to it, and the register's defaults. */
export function startOf(register: RegisterDefinition, entry: string, today: string): Fields {
  return { ...defaultsOf(register, today), ...starts.get(entry) }
}

function defaultsOf({ fields }: RegisterDefinition, today: string): Fields {
  return Object.fromEntries(
    fields.flatMap(({ key, kind, default: given }) => {
      if (given === undefined) return []
      return [[key, given !== 'today' ? given : kind === 'month' ? today.slice(0, 4) : today] as const]
    }),
  )
}

/** What a duplicate takes over: all but its number, what is sealed, what an import left, and what ends an entry. */
export function duplicateOf(register: RegisterDefinition, fields: Fields): Fields {
  const own = register.fields.filter(
    (field) =>
      isSealed(field) || field.numberedBy !== undefined || field.kind === 'link' || field.fromSheet !== undefined,
  )
  const ending = register.fields.filter(({ group }) => group === 'result' || group === 'repeal')
  const left = new Set([...own, ...ending].map(({ key }) => key))
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !left.has(key)))
}
