import type { RegisterDefinition } from '../../catalogue/registers/register-definition.ts'
import { plainWords } from './plain-words.ts'
import { MOST_STAGES, sheetColumns } from './sheet-columns.ts'

/** Finds the column of a register that a heading names: its id, or null. */
export type MatchHeading = (heading: string) => string | null

/** By our own labels first, then by what offices also call them. */
export function headingMatcher(register: RegisterDefinition): MatchHeading {
  const columns = sheetColumns(register)
  const known = new Map<string, string>()
  const add = (name: string, id: string): void => {
    const plain = plainWords(name)
    if (!known.has(plain)) known.set(plain, id)
  }
  for (const { label, id } of columns) add(label, id)
  for (const { field, id } of columns) for (const name of field.also ?? []) add(name, id)
  // 受理日期 is one thing to a request and another to a case: nobody else's name stands above the register's own.
  const stageIds = new Set(columns.flatMap(({ stage, id }) => (stage === null ? [] : [id])))
  return (heading) => {
    const nth = Number(/第([2-9])次/.exec(heading.normalize('NFKC').replace(/\s/g, ''))?.[1] ?? 1)
    const id = known.get(plainWords(heading)) ?? null
    if (nth === 1 || id === null) return id
    return stageIds.has(id) && nth <= MOST_STAGES ? `${id}#${nth}` : null
  }
}
