import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import type { FieldValue } from '../../../model/entry/entry-record.ts'
import type { FieldFlaw } from '../../../model/entry/field-flaw.ts'
import type { RequestStage } from '../../../model/entry/request.ts'
import { checkStage, type StageDefinition, type StageValues, stageFields } from '../../../model/entry/stage-values.ts'
import type { RowFlaw } from '../cells/row-flaw.ts'
import { plainWords } from '../columns/plain-words.ts'
import { type SheetColumn, stageColumnId } from '../columns/sheet-columns.ts'

/** A filled cell that belongs to a stage. */
export interface StageCell {
  readonly column: SheetColumn
  readonly text: string
  readonly value: FieldValue
  readonly isFlawed: boolean
}

interface Setting {
  readonly today: string
  /** The day on which the entry began; null where that can't be read. */
  readonly start: string | null
}

interface ReadStages {
  readonly stages: readonly RequestStage[]
  readonly leftover: readonly string[]
  /** Ids of the columns that nobody filled: a stage begins with what stands there. */
  readonly assumed: readonly string[]
}

const noStages: ReadStages = { stages: [], leftover: [], assumed: [] }

/**
 * The stages that a row's cells make, in the order of the register. A stage that lacks something, or can't be read, is
 * none: its flaws are added, and its cells given back as `leftover`, so that nothing typed is lost.
 */
export function readStages(
  register: RegisterDefinition,
  cells: readonly StageCell[],
  labels: ReadonlyMap<string, string>,
  flaws: RowFlaw[],
  setting: Setting,
): ReadStages {
  if (cells.length === 0) return noStages
  const byStage = new Map<string, StageCell[]>()
  for (const cell of asMeant(register, cells)) {
    const { stage } = cell.column
    if (stage === null) continue
    const key = `${stage.definition.kind}#${stage.nth}`
    const group = byStage.get(key)
    if (group === undefined) byStage.set(key, [cell])
    else group.push(cell)
  }
  const stages: RequestStage[] = []
  const leftover: string[] = []
  const assumed: string[] = []
  for (const group of byStage.values()) {
    const definition = group[0]?.column.stage?.definition
    if (definition === undefined) continue
    const values = withDefaults(definition, group)
    const checked = checkStage(definition, values)
    const stage = group.some(({ isFlawed }) => isFlawed) ? null : checked.stage
    flaws.push(...stageFlawsOf(group, definition, values, checked.flaws, setting))
    if (stage !== null) {
      stages.push(stage)
      const nth = group[0]?.column.stage?.nth ?? 1
      const empty = Object.keys(values).filter((key) => !group.some(({ column }) => column.field.key === key))
      assumed.push(...empty.map((key) => stageColumnId(definition.kind, key, nth)))
    } else leftover.push(...group.map(({ column, text }) => `${labels.get(column.id) ?? column.label} ${text}`))
  }
  return { stages, leftover, assumed }
}

/**
 * What ends an entry without a field of its own (申请人撤回) is often written where the outcome stands: the row then means
 * that stage, on that day.
 */
function asMeant(register: RegisterDefinition, cells: readonly StageCell[]): readonly StageCell[] {
  const plain = (register.stages ?? []).filter(({ fields }) => fields.length === 0)
  const meant = cells.find(({ column, value, text }) => {
    const isUnknown = column.field.kind === 'choice' && !column.field.choices?.some((one) => one.value === value)
    return isUnknown && plain.some((definition) => names(definition, text))
  })
  const definition = meant === undefined ? undefined : plain.find((one) => names(one, meant.text))
  if (meant === undefined || definition === undefined) return cells
  const from = meant.column.stage
  const isIt = (cell: StageCell): boolean =>
    cell.column.stage?.definition === from?.definition && cell.column.stage?.nth === from?.nth
  // With a day of its own it needs none: the other one stays where it is, and shows that the row says two.
  const hasDay = cells.some(({ column }) => column.stage?.definition === definition && column.field.key === 'date')
  return cells.map((cell) => {
    // Anything else that belongs to an answer stays with it: it shows that the row says two things.
    const moves = isIt(cell) && (cell === meant || (cell.column.field.key === 'date' && !hasDay))
    return moves ? { ...cell, column: { ...cell.column, stage: { definition, nth: 1 } } } : cell
  })
}

const names = ({ label }: StageDefinition, text: string): boolean => {
  const said = plainWords(text)
  return said.length >= 2 && (plainWords(label) === said || plainWords(label).endsWith(said.replace(/申请$/, '')))
}

/** What the stage begins with by itself (20 working days), but never a day that nobody wrote. */
function withDefaults(definition: StageDefinition, cells: readonly StageCell[]): StageValues {
  const values: Record<string, FieldValue> = {}
  for (const { key, default: given } of definition.fields) {
    if (given !== undefined && given !== 'today') values[key] = given
  }
  for (const { column, value } of cells) values[column.field.key] = value
  return values
}

function stageFlawsOf(
  cells: readonly StageCell[],
  definition: StageDefinition,
  values: StageValues,
  typed: ReadonlyMap<string, FieldFlaw>,
  { today, start }: Setting,
): RowFlaw[] {
  const [first] = cells
  const nth = first?.column.stage?.nth ?? 1
  const idOf = (key: string): string => stageColumnId(definition.kind, key, nth)
  const textOf = (key: string): string => cells.find(({ column }) => column.field.key === key)?.text ?? ''
  const found = [...typed]
    .filter(([key]) => !cells.some(({ column, isFlawed }) => isFlawed && column.field.key === key))
    .map(([key, code]): RowFlaw => ({ column: idOf(key), code, text: textOf(key) }))
  if (found.length > 0) return found
  for (const { key, kind } of stageFields(definition)) {
    const day = values[key]
    const isFlawed = cells.some((cell) => cell.isFlawed && cell.column.field.key === key)
    if (kind !== 'date' || typeof day !== 'string' || day === '' || isFlawed) continue
    if (day > today) found.push({ column: idOf(key), code: 'in-future', text: textOf(key) })
    else if (start !== null && day < start) found.push({ column: idOf(key), code: 'before-receipt', text: textOf(key) })
  }
  return found
}
