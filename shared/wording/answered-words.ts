import type { RegisterDefinition } from '../catalogue/registers/register-definition.ts'
import type { UnknownWord, WordAnswers } from '../steps/sheets/cells/unknown-words.ts'
import { columnById } from '../steps/sheets/columns/sheet-columns.ts'

/** As many as are named. */
const NAMED = 3

/**
 * What a file's own words were taken for, now or because somebody said so before: 写法“已答复”算作（一）予以公开（3 行）。
 * Empty where none was answered.
 */
export function answeredWordsText(
  register: RegisterDefinition,
  words: readonly UnknownWord[],
  answers: WordAnswers,
): string {
  const said = words.flatMap(({ column, word, rows }) => {
    const answer = answers.get(column)?.get(word)
    if (answer === undefined) return []
    const label = columnById(register, column)?.field.choices?.find(({ value }) => value === answer)?.label
    return [`“${word}”${label === undefined ? '留空' : `算作${label}`}（${rows}行）`]
  })
  if (said.length === 0) return ''
  const more = said.length > NAMED ? `等${said.length}种` : ''
  return `写法${said.slice(0, NAMED).join('、')}${more}。`
}
