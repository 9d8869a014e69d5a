import type { RowChange } from '../steps/sheets/rows/row-change.ts'

const kept: Readonly<Record<NonNullable<RowChange['kept']>, string>> = {
  flawed: '（表格里的格式不对，不改）',
  sealed: '（台账里的打不开或已删除，不改）',
}

/** The entry that a field names, where neither side shows its number. */
export const rowLinkText = '另一件'

/** Where a row of a sheet and its entry differ: 方式：网络 → 当面提交. Both sides as they may be shown. */
export function rowChangeText(change: {
  readonly label: string
  readonly before: string
  readonly after: string
  readonly kept: RowChange['kept']
}): string {
  const side = (text: string): string => (text === '' ? '（空）' : text)
  const why = change.kept === null ? '' : kept[change.kept]
  return `${change.label}：${side(change.before)} → ${side(change.after)}${why}`
}
