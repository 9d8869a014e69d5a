/** Behind an entry's free text: what a sheet held for a step that could not be made of it. */
export function leftoverText(cells: readonly string[]): string {
  return `（表格里还写着：${cells.join('；')}）`
}

/** Names of files that we suggest. */
export const sheetFileNames = {
  template: (register: string) => `${register}导入模板`,
  exported: (unit: string, register: string, day: string) => `${unit}${register}${day}`,
} as const

/** After an import: how many entries there are more, and how to take them back. */
export function importedMessage(count: number, unit: string): string {
  return `已导入 ${count} ${unit}。按“撤销”一次全部退回。`
}

/** What went wrong that nothing else says. Without the system's own word: it might hold what somebody typed. */
export const sheetFailedText = '导入没有做完，什么都没有导入。请再试一次；还是不行，请把文件另存为 .xlsx 再导入。'

/** The same of an export, or a template. */
export const exportFailedText = '没有导出，什么都没有存。请再试一次；还是不行，请改存成文本表格（.csv）。'

/** Behind why rows were not stored. `isUnsure`: they may be on disk, which the window can't see yet. */
export function notImportedText(isUnsure: boolean): string {
  return isUnsure ? '导入的行也许已经在台账里了：请先到台账里看一看，再决定要不要重新导入。' : '什么都没有导入。'
}

/** After a sheet was written. */
export function savedAsMessage(path: string): string {
  return `存为 ${path}`
}

/** Several lists were opened at once. */
export function oneSheetMessage(name: string): string {
  return `表格一次导入一个，先导入“${name}”，其余的请再打开一次。`
}
