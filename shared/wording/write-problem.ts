import type { StorageProblem } from '../desktop.ts'
import { storageProblemMessage } from './storage-problem.ts'

export type WriteProblem = StorageProblem | { readonly code: 'store-behind'; readonly detail: string }

/** The journal has the action, the window's working copy does not. */
const STORE_BEHIND =
  '内容已保存，但显示未更新，可能是磁盘已满。请腾出磁盘空间，显示会自动更新；仍不行，请关闭本程序再打开。'

/** Why an action was not recorded, and what to do. */
export function writeProblemMessage(problem: WriteProblem): string {
  return problem.code === 'store-behind' ? STORE_BEHIND : storageProblemMessage(problem)
}

/** The same where `waiting` actions are in the window alone and are tried again by themselves. */
export function waitingMessage(problem: WriteProblem, waiting: number): string {
  const keepOpen = `有${waiting}项内容尚未保存，请先不要关闭本程序；腾出磁盘空间后会自动保存。`
  return problem.code === 'store-behind'
    ? `前面的内容已保存，后面的没有写入磁盘，可能是磁盘已满。${keepOpen}`
    : `${storageProblemMessage(problem)}${keepOpen}`
}
