import { beijingDate } from '../../shared/calendar/chinese-date.ts'
import { type Catalogue, registerById } from '../../shared/catalogue/catalogue.ts'
import { dayAnchor } from '../../shared/steps/sheets/cells/day-anchor.ts'
import { planOf, proposePlans } from '../../shared/steps/sheets/columns/propose-plan.ts'
import { readWorkbook } from '../../shared/steps/sheets/file/read-workbook.ts'
import { checkRows } from '../../shared/steps/sheets/rows/check-rows.ts'
import type { SheetProblem } from '../../shared/steps/sheets/sheet-problem.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { sheetProblemText } from '../../shared/wording/sheet-problem.ts'
import type { SheetCommand } from './arguments.ts'
import type { CliProblem } from './cli-problem.ts'
import type { Outcome } from './outcome.ts'
import { readInput } from './read-report-file.ts'
import { rowLine, sheetSummary } from './sheet-lines.ts'

/**
 * How a register would read a sheet: each row as a line, then what was passed over, told and asked. Nothing is stored, and
 * nothing that names a person is printed unless `showPersonal` says so. Exit 0 only where nothing is left to a person.
 */
export async function runSheet(
  { registers }: Catalogue,
  { file, register: id, year, showPersonal }: SheetCommand,
  now: number,
): Promise<Result<Outcome, CliProblem>> {
  const register = registerById(registers, id)
  if (register === null) return fail(noRegister(id, registers))
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  const tables = await readWorkbook(bytes.value)
  if (!tables.ok) return fail(unusable(file, tables.problem))
  const proposals = proposePlans(register, tables.value)
  const [proposal] = proposals
  if (proposal === undefined || !proposal.hasHead) return fail(unusable(file, { code: 'no-heading' }))
  const today = beijingDate(now)
  const setting = { today, anchor: dayAnchor(year ?? Number(today.slice(0, 4)), today), linked: () => null }
  const checked = await checkRows(register, tables.value, planOf(proposal), setting)
  if (!checked.ok) return fail(unusable(file, checked.problem))
  const summary = sheetSummary(register, { proposals, proposal, checked: checked.value })
  const [firstSheet = null, ...others] = proposal.sheetNames
  const onlySheet = others.length === 0 ? firstSheet : null
  const lines = checked.value.rows.map((row) => rowLine(register, row, onlySheet, showPersonal))
  const isSound = checked.value.rows.every(({ flaws }) => flaws.length === 0)
  const isClear = isSound && summary.notes.length === 0 && summary.questions.length === 0
  return ok({ lines: [...lines, JSON.stringify({ summary })], exit: isClear ? 0 : 1 })
}

const unusable = (file: string, problem: SheetProblem): CliProblem => ({
  english: `${file} is no usable sheet: ${problem.code}`,
  chinese: `${file}：${sheetProblemText(problem)}`,
})

function noRegister(id: string, registers: Catalogue['registers']): CliProblem {
  const ids = registers.map((one) => one.id).join(', ')
  const named = registers.map((one) => `${one.id}（${one.label}）`).join('、')
  return {
    english: `--register: no register "${id}", only ${ids}`,
    chinese: `--register：没有“${id}”这本台账，有的是：${named}。`,
  }
}
