import type { RegisterDefinition, RegisterField, StageField } from '../../../catalogue/registers/register-definition.ts'
import { typedFields } from '../../../catalogue/registers/sheet-fields.ts'
import { type StageDefinition, stageFields } from '../../../model/entry/stage-values.ts'

/** A column of a register's sheet: one of its fields, or one of a stage's. One row is one entry with its stages. */
export interface SheetColumn {
  /** `arrived`, `decision.outcome`; of a second stage of a kind `consultation.date#2`. */
  readonly id: string
  /** The heading. No two columns of a register have the same. */
  readonly label: string
  readonly field: StageField | RegisterField
  readonly stage: { readonly definition: StageDefinition; readonly nth: number } | null
  readonly personal: boolean
}

/** How often a stage of one kind may have columns of its own: a second extension is rare, a tenth unheard of. */
export const MOST_STAGES = 9

/** The columns of a register: its fields, then those of its stages, once or more often by `stages` (kind → how often). */
export function sheetColumns(
  register: RegisterDefinition,
  stages: (kind: string) => number = () => 1,
): readonly SheetColumn[] {
  const own = typedFields(register).map(
    (field): SheetColumn => ({
      id: field.key,
      label: field.label,
      field,
      stage: null,
      personal: field.personal === true,
    }),
  )
  const taken = new Set(own.map(({ label }) => label))
  const labels = stageLabels(register, taken)
  const ofStages = (register.stages ?? []).flatMap((definition) =>
    Array.from({ length: Math.min(stages(definition.kind), MOST_STAGES) }, (_, i) =>
      stageFields(definition).map((field): SheetColumn => {
        const id = `${definition.kind}.${field.key}`
        const label = labels.get(id) ?? field.label
        const nth = i + 1
        return {
          id: stageColumnId(definition.kind, field.key, nth),
          label: nth === 1 ? label : `${label}（第${nth}次）`,
          field,
          stage: { definition, nth },
          personal: false,
        }
      }),
    ).flat(),
  )
  return [...own, ...ofStages]
}

/** Whether several columns of a file may be this one: the name of a person or that of a firm, figures of each month. */
export function isShared(register: RegisterDefinition, id: string): boolean {
  const field = register.fields.find(({ key }) => key === id)
  return (field?.personal === true && field.kind === 'text') || field?.kind === 'figure'
}

/** The id of a stage's column, of the first stage of its kind or the nth. */
export const stageColumnId = (kind: string, key: string, nth: number): string =>
  `${kind}.${key}${nth === 1 ? '' : `#${nth}`}`

/** The column of this id; null where the register has none. */
export function columnById(register: RegisterDefinition, id: string): SheetColumn | null {
  const nth = Number(/#([2-9])$/.exec(id)?.[1] ?? 1)
  return sheetColumns(register, () => nth).find((column) => column.id === id) ?? null
}

/** A stage's day carries the stage in its name (延期告知日期); another field does where its own name is not enough. */
function stageLabels(register: RegisterDefinition, taken: ReadonlySet<string>): Map<string, string> {
  const all = (register.stages ?? []).flatMap((definition) =>
    stageFields(definition).map((field) => ({ definition, field, id: `${definition.kind}.${field.key}` })),
  )
  const count = (label: string): number => all.filter(({ field }) => field.label === label).length
  return new Map(
    all.map(({ definition, field, id }) => {
      const isClear = field.key !== 'date' && !taken.has(field.label) && count(field.label) === 1
      return [id, isClear ? field.label : joined(definition.label, field.label)]
    }),
  )
}

/** 延期告知 + 告知日期 = 延期告知日期. */
function joined(first: string, second: string): string {
  for (let length = Math.min(first.length, second.length); length > 0; length -= 1) {
    if (first.endsWith(second.slice(0, length))) return first + second.slice(length)
  }
  return first + second
}
