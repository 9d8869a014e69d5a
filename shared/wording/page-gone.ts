/** Asked when the window's page has broken down. */
export const pageGoneWords = {
  message: '界面出错，已停止响应。',
  detail: '已显示“已保存”的内容都没有丢。请点“重新加载”继续填写。经常出现的，请关闭其他程序，或者重启电脑。',
  again: '重新加载',
  close: '关闭程序',
} as const

/** In place of a screen, or of the whole window, that could not be drawn. */
export const notDrawnWords = {
  title: '这一页不能显示',
  text: '已显示“已保存”的内容都没有丢。请点“重新打开”继续填写；仍不行，请关闭程序再打开，并联系电脑维护人员。',
  again: '重新打开',
} as const
