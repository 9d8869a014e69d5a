import type { StorageProblem } from '../desktop.ts'
import { storageProblemMessage } from './storage-problem.ts'

export type WriteProblem = StorageProblem | { readonly code: 'store-behind'; readonly detail: string }

/** The journal has the action, the window's working copy does not. */
const STORE_BEHIND =
  '您填的内容已经写到磁盘上，一个也没有丢，但画面没有跟上，多半是磁盘满了。请腾出一些磁盘空间，画面会自己补齐；还是没有，就关掉本程序再打开。'

/** Why an action was not recorded, and what to do. */
export function writeProblemMessage(problem: WriteProblem): string {
  return problem.code === 'store-behind' ? STORE_BEHIND : storageProblemMessage(problem)
}

/** The same where `waiting` actions are in the window alone and are tried again by themselves. */
export function waitingMessage(problem: WriteProblem, waiting: number): string {
  const keepOpen = `刚填的${waiting}步还在这个窗口里，请先不要关掉本程序；腾出磁盘空间，会自动再存一次。`
  return problem.code === 'store-behind'
    ? `前面填的已经写到磁盘上，后面的磁盘不收了，多半是满了。${keepOpen}`
    : `${storageProblemMessage(problem)}${keepOpen}`
}
