import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import type { FieldValue } from '../../../model/entry/entry-record.ts'
import { withoutInvisible } from '../../../values/invisible.ts'

/** What an entry is compared by: its fields, personal ones too where they are known. */
export interface Compared {
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly personal: Readonly<Record<string, string>>
}

/** What an entry is known by under one set of fields: where it is found, and where another one like it is looked for. */
export interface SameKeys {
  readonly own: readonly string[]
  readonly sought: readonly string[]
}

/**
 * The keys by which an entry is known again, for its identity and for each set of `same`, the surest first: two entries
 * of which one has a key that the other seeks are likely the same thing written twice. None where a field of the set is
 * empty. Called once for a register, its result for every entry.
 */
export function sameKeys(register: RegisterDefinition): (entry: Compared) => readonly SameKeys[] {
  // Numbers begin anew each year, also the clerk's own.
  const yearOf = new Map(register.fields.map(({ key, numberedBy }) => [key, numberedBy]))
  const keyOf = (set: readonly string[], { fields, personal }: Compared): string | null => {
    let parts = ''
    for (const key of set) {
      const part = textOf(fields[key] ?? personal[key])
      if (part === '') return null
      const numberedBy = yearOf.get(key)
      const year = numberedBy === undefined ? '' : textOf(fields[numberedBy]).slice(0, 4)
      parts += `${key} ${part} ${year} `
    }
    return parts
  }
  const { apart = [] } = register
  return (entry) =>
    setsOf(register).map((set) => {
      const key = keyOf(set, entry)
      if (key === null) return none
      if (set.length === 1 || set === register.identity || apart.length === 0) return { own: [key], sought: [key] }
      // Who says no name may be anybody; two who say another one are two.
      const who = apart.map((one) => textOf(entry.fields[one] ?? entry.personal[one])).join(' ')
      const [anybody, named, nobody] = [`${key}any`, `${key}= ${who}`, `${key}= ${apart.map(() => '').join(' ')}`]
      return { own: [named, anybody], sought: named === nobody ? [anybody] : [named, nobody] }
    })
}

const none: SameKeys = { own: [], sought: [] }

/** Whether entries of this register may be known again by what is sealed, and by which fields in clear. */
export function sealedSets(register: RegisterDefinition): readonly (readonly string[])[] {
  const sealed = new Set(register.fields.filter(({ personal }) => personal).map(({ key }) => key))
  return setsOf(register)
    .filter((set) => set.some((key) => sealed.has(key)))
    .map((set) => set.filter((key) => !sealed.has(key)))
}

/** The part of an entry in clear by which a sealed comparison is worth its cost; '' where a field is empty. */
export function clearKey(set: readonly string[], fields: Compared['fields']): string {
  const parts = set.map((key) => textOf(fields[key]))
  return parts.includes('') ? '' : JSON.stringify(parts)
}

const setsOf = ({ identity, same = [] }: RegisterDefinition): readonly (readonly string[])[] =>
  identity === undefined ? same : [identity, ...same]

/** 阿依古丽·买买提 is written with many dots, or none; a dot between digits is another thing. */
const dotInName = /(?<=\p{L})[·•.‧・∙⋅](?=\p{L})/gu

function textOf(value: FieldValue | undefined): string {
  if (value === undefined) return ''
  const text = Array.isArray(value) ? [...value].sort().join(',') : String(value)
  return withoutInvisible(text).normalize('NFKC').replace(/\s+/g, '').replace(dotInName, '').toLowerCase()
}
