import type { StorageProblem } from '../desktop.ts'
import { storageProblemMessage } from './storage-problem.ts'

export type WriteProblem = StorageProblem | { readonly code: 'store-behind'; readonly detail: string }

/** The journal has the action, the window's working copy does not. */
const STORE_BEHIND = '您填的内容已经写到磁盘上，一个也没有丢，但画面没有跟上。请关掉本程序再打开，它会自己补齐。'

/** Why an action was not recorded, and what to do. */
export function writeProblemMessage(problem: WriteProblem): string {
  return problem.code === 'store-behind' ? STORE_BEHIND : storageProblemMessage(problem)
}
