import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { dayAnchor } from '../../../shared/steps/sheets/cells/day-anchor.ts'
import { unknownWords } from '../../../shared/steps/sheets/cells/unknown-words.ts'
import { planOf } from '../../../shared/steps/sheets/columns/propose-plan.ts'
import type { SheetProblem } from '../../../shared/steps/sheets/sheet-problem.ts'
import { ok, type Result } from '../../../shared/values/result.ts'
import type { Store } from '../../store/store.ts'
import { findStored, readKnown, readLinks } from './known-entries.ts'
import { rememberedWords } from './remembered-words.ts'
import { type AskedWords, allAnswered, type ColumnChoices, type SortedRows, sortRows } from './sheet-state.ts'
import type { SheetWork } from './sheet-work.ts'

export interface SheetToCheck {
  readonly unit: string
  readonly year: number
  readonly register: RegisterDefinition
  readonly told: ColumnChoices
  /** Null: nobody has looked for unknown words yet. */
  readonly asked: AskedWords | null
}

/** `sorted` is null while a word is to be asked first. */
export interface SheetChecked {
  readonly asked: AskedWords
  readonly sorted: SortedRows | null
}

/**
 * The rows of a sheet, sorted by what becomes of them. Where words are none of their column's choices, what was said of
 * them before is taken, and what nobody has said yet is asked first.
 */
export async function checkSheet(
  store: Store,
  work: Pick<SheetWork, 'check'>,
  { unit, year, register, told, asked: before }: SheetToCheck,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Result<SheetChecked, SheetProblem>> {
  const { proposal } = told
  const { today } = store.start
  const setting = { today, anchor: dayAnchor(year, today), links: await readLinks(store, unit, register) }
  const check = ({ answers }: Pick<AskedWords, 'answers'>) =>
    work.check(register.id, { ...planOf(proposal, told), words: answers }, setting, onProgress)
  const first = check({ answers: before?.answers ?? new Map() })
  const [read, known] = await Promise.all([first, readKnown(store, unit, register)])
  if (!read.ok) return read
  let checked = read
  let asked = before
  if (asked === null) {
    const words = unknownWords(register, checked.value.rows)
    asked = { words, answers: rememberedWords(unit, register, words) }
    if (!allAnswered(asked)) return ok({ asked, sorted: null })
    const again = words.length > 0 ? await check(asked) : checked
    if (!again.ok) return again
    checked = again
  }
  const same = await findStored(store, register, known, checked.value.rows)
  return ok({ asked, sorted: sortRows(checked.value, same) })
}
