import type { SaveSuggestion } from '../desktop.ts'

/** What the system's dialogs call our kinds of file. */
export const fileKindWords: Readonly<Record<SaveSuggestion['kind'], string>> = {
  ogi: '报送文件',
  pdf: 'PDF 文件',
  docx: 'Word 文档',
  xlsx: 'Excel 表格',
  csv: 'CSV表格（.csv）',
  json: '年报数据（JSON）',
}

export const fileDialogWords = {
  openFiles: '打开文件',
  openFolder: '打开文件夹（里面的报送文件一次读入）',
  openSheet: '选要导入的表格',
  open: '打开',
  save: '保存到',
  saveButton: '保存',
  ownFiles: '报送文件',
  sheets: 'Excel 表格和 CSV',
  allFiles: '所有文件',
} as const
