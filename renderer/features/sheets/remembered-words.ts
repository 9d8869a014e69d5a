import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { UnknownWord, WordAnswers } from '../../../shared/steps/sheets/cells/unknown-words.ts'
import { columnById } from '../../../shared/steps/sheets/columns/sheet-columns.ts'
import { z } from '../../../shared/values/parse.ts'
import { markOf } from './mark-of.ts'
import type { AskedWords } from './sheet-state.ts'

const KEY = 'sheet-words'

/** By unit, register and column, then by the mark of a word: the choice that it means, or `''`. */
const schema = z.record(z.string(), z.record(z.string(), z.string()))

/** What the clerk said of these words before, as far as the register still has that choice. */
export function rememberedWords(
  unit: string,
  register: RegisterDefinition,
  words: readonly UnknownWord[],
): WordAnswers {
  const all = read()
  const answers = new Map<string, Map<string, string>>()
  for (const { column, word } of words) {
    const said = all[placeOf(unit, register, column)]?.[markOf(word)]
    const choices = columnById(register, column)?.field.choices ?? []
    if (said === undefined || (said !== '' && !choices.some(({ value }) => value === said))) continue
    answers.set(column, (answers.get(column) ?? new Map<string, string>()).set(word, said))
  }
  return answers
}

/** Words of which nobody was sure are asked again, and forgotten where they were answered before. */
export function rememberWords(unit: string, register: RegisterDefinition, { words, answers }: AskedWords): void {
  const all = read()
  for (const { column, word } of words) {
    const place = placeOf(unit, register, column)
    const { [markOf(word)]: _before, ...own } = all[place] ?? {}
    const said = answers.get(column)?.get(word)
    all[place] = said === undefined ? own : { ...own, [markOf(word)]: said }
  }
  localStorage.setItem(KEY, JSON.stringify(all))
}

const placeOf = (unit: string, { id }: RegisterDefinition, column: string): string => `${unit}|${id}|${column}`

function read(): z.infer<typeof schema> {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(KEY) ?? ''))
  } catch {
    return {}
  }
}
