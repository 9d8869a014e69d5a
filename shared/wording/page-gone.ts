/** Asked when the window's page has broken down. */
export const pageGoneWords = {
  message: '画面出了问题，停住了。',
  detail: '显示“已保存”的都在。请点“重新打开画面”接着填。总是这样，请关掉别的程序，或者重启电脑。',
  again: '重新打开画面',
  close: '关闭程序',
} as const

/** In place of a screen, or of the whole window, that could not be drawn. */
export const notDrawnWords = {
  title: '这一页显示不出来了',
  text: '已经显示“已保存”的，都写在磁盘上了。请点“重新打开”接着填；还是这样，请关掉程序再打开，并告诉管电脑的同事。',
  again: '重新打开',
} as const
