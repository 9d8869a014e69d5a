import type { RegisterDefinition, RegisterField } from './register-definition.ts'

/**
 * What an import leaves to be settled, as fields of a register: what no column could take, sealed, for people write
 * names anywhere; and which columns were not read. No letter, no file and no sheet reads them.
 */
export const leftoverFields: RegisterField[] = [
  {
    key: 'leftover',
    label: '表格里没对上的内容',
    kind: 'longText',
    group: 'personal',
    personal: true,
    fromSheet: 'leftover',
    hint: '加密保存，不写进文书，也不导出',
  },
  { key: 'unsettled', label: '导入时没对上的项目', kind: 'text', group: 'sheet', fromSheet: 'unsettled' },
]

/** The fields that people type into; the others are an import's. */
export function typedFields(register: RegisterDefinition): RegisterField[] {
  return register.fields.filter(({ fromSheet }) => fromSheet === undefined)
}

/** The field that holds what an import left; null where the register has none. */
export function sheetField(
  register: RegisterDefinition,
  holds: NonNullable<RegisterField['fromSheet']>,
): RegisterField | null {
  return register.fields.find(({ fromSheet }) => fromSheet === holds) ?? null
}
