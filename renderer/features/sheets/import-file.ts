import type { StorageProblem } from '../../../shared/desktop.ts'
import { knownRegister } from '../../../shared/registers/registers.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { SheetProblem } from '../../../shared/sheets/sheet-problem.ts'
import type { Store } from '../../store/store.ts'
import { dayAnchor } from './day-anchor.ts'
import { findStored, readKnown, readLinks } from './known-entries.ts'
import type { SheetSource, SheetWork } from './sheet-work.ts'
import { type StoreProblem, storeRows } from './store-rows.ts'

export interface FileImport {
  readonly unit: string
  readonly year: number
  readonly register: string
  readonly source: SheetSource
}

/**
 * The whole way of a file without anybody looking: read, columns by their headings, checked, compared with what is
 * there, the good rows stored as one action. Gives how many. What the screens do in steps; the benchmark measures it.
 */
export async function importFile(
  store: Store,
  work: SheetWork,
  { unit, year, register: id, source }: FileImport,
): Promise<Result<number, SheetProblem | StorageProblem | StoreProblem>> {
  const register = knownRegister(id)
  const reading = Promise.all([readKnown(store, unit, register), readLinks(store, unit, register)])
  const opened = await work.open(source)
  if (!opened.ok) return opened
  const [known, links] = await reading
  const [plan] = await work.propose(id)
  if (plan === undefined || !plan.hasHead) return fail({ code: 'no-heading' })
  const { today } = store.start
  const setting = { today, anchor: dayAnchor(year, today), links }
  const checked = await work.check(id, plan.sheet, { ...plan, constants: {} }, setting, () => {})
  if (!checked.ok) return checked
  const stored = await findStored(store, register, known, checked.value.rows)
  const good = checked.value.rows.filter(
    ({ row, flaws, likeRow }) => flaws.length === 0 && likeRow === null && !stored.has(row),
  )
  return good.length === 0 ? ok(0) : storeRows(store, { unit, year, register, rows: good })
}
