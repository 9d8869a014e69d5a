import type { PackageSummary } from '../model/package/package-summary.ts'

/** Files that are named before the rest is counted. */
const FEW = 5

export const receivedWords = {
  title: '收到的文件',
  list: '列出文件',
  close: '知道了',
} as const

/** That submissions count whose files are not there any more, and what to do. `savedAs`: where damaged ones lie. */
export function missingFilesMessage(
  missing: readonly Pick<PackageSummary, 'unit' | 'year' | 'revision'>[],
  savedAs: string | null,
): string {
  const named = missing.slice(0, FEW).map(({ unit, year, revision }) => `${unit.name}${year}年度第${revision}次`)
  const names = `${named.join('、')}${missing.length > FEW ? '等' : ''}`
  const damaged = savedAs === null ? '' : `损坏的原样存放在“${savedAs}”。`
  return `收到的报送文件里，有${missing.length}份原件缺失或损坏（${names}）。数字都在，照常汇总。${damaged}请这些单位把原来的文件再发一次，打开后自动补上。`
}

/** That files lie among the received ones that no submission knows. */
export function unlistedFilesMessage(count: number): string {
  return `收到的文件里，有${count}份未接收：可能上次接收中断，也可能是从别处放进来的。请点“列出文件”核对。`
}
