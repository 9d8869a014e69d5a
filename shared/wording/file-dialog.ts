import type { SaveSuggestion } from '../desktop.ts'

/** What the system's dialogs call our kinds of file. */
export const fileKindWords: Readonly<Record<SaveSuggestion['kind'], string>> = {
  ogi: '政府信息公开年报报送文件',
  pdf: 'PDF 文件',
  docx: 'Word 文档',
  xlsx: 'Excel 表格',
  csv: 'CSV表格（.csv）',
  json: '年报数据（JSON）',
}

export const fileDialogWords = {
  openFiles: '打开文件',
  openFolder: '选择文件夹（接收其中全部报送文件）',
  openSheet: '选择要导入的表格',
  open: '打开',
  save: '另存为',
  saveButton: '保存',
  ownFiles: '政府信息公开年报报送文件',
  sheets: 'Excel 表格和CSV表格',
  allFiles: '所有文件',
} as const
