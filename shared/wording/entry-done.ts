/** After an entry went into the bin. `title`: what it is called, as its list calls it. */
export function binnedMessage(title: string): string {
  return `“${title}”已移到回收站，不再计入年报。点“撤销”可以马上还原，也可以到回收站里还原。`
}

/** After an entry was taken out of the bin. */
export function restoredMessage(title: string): string {
  return `“${title}”已从回收站还原，重新计入年报。`
}

/** Where an entry is to be saved into which nobody has typed. */
export const emptyEntryMessage = '内容未填，未保存。请先填写再保存；不登记的，按 Esc 返回。'
