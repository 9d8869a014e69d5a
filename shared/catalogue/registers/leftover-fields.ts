import type { RegisterField } from './register-definition.ts'

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
