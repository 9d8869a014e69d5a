import type { RegisterDefinition } from '../catalogue/registers/register-definition.ts'
import { sheetField } from '../catalogue/registers/sheet-fields.ts'
import type { Entry } from '../model/entry/entry-record.ts'
import type { FieldFlaw } from '../model/entry/field-flaw.ts'
import { fieldFlawText } from './field-flaw.ts'

/**
 * What is missing or wrong in an entry, in a few words for a line of a list: 缺：方式、结果；要改：来件日期；
 * 导入时没对上：办理结果.
 */
export function entryFlawsText(
  register: RegisterDefinition,
  { fields }: Pick<Entry, 'fields'>,
  flaws: ReadonlyMap<string, FieldFlaw>,
): string {
  const named = namedFields(register)
  const labels = (isWanted: (key: string) => boolean): string =>
    named.flatMap(([key, label]) => (isWanted(key) ? [label] : [])).join('、')
  // Of two that go together the one that is still empty is what the clerk has to fill in.
  const awaited = new Set(register.fields.flatMap(({ key, needs }) => (flaws.get(key) === 'alone' ? [needs] : [])))
  const missing = labels((key) => flaws.get(key) === 'missing' || awaited.has(key))
  const saidElsewhere: readonly (FieldFlaw | undefined)[] = [undefined, 'missing', 'alone', 'unsettled']
  const wrong = labels((key) => !saidElsewhere.includes(flaws.get(key)))
  const unsettled = String(fields[sheetField(register, 'unsettled')?.key ?? ''] ?? '')
  return [
    ...(missing === '' ? [] : [`缺：${missing}`]),
    ...(wrong === '' ? [] : [`要改：${wrong}`]),
    ...(unsettled === '' ? [] : [`导入时没对上：${unsettled}`]),
  ].join('；')
}

/** The same field by field, with what to do, a line each. */
export function entryFlawsLines(register: RegisterDefinition, flaws: ReadonlyMap<string, FieldFlaw>): string {
  return namedFields(register)
    .flatMap(([key, label]) => {
      const flaw = flaws.get(key)
      return flaw === undefined ? [] : [`${label}：${fieldFlawText[flaw]}。`]
    })
    .join('\n')
}

/** Fields by their key, those of stages as `decision.outcome`, with what they are called. */
function namedFields({ fields, stages = [] }: RegisterDefinition): (readonly [key: string, label: string])[] {
  return [
    ...fields.map(({ key, label }) => [key, label] as const),
    ...stages.flatMap((stage) =>
      stage.fields.map(({ key, label }) => [`${stage.kind}.${key}`, `${stage.label}的${label}`] as const),
    ),
  ]
}
