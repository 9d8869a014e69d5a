/** Asked when the window's page has broken down. */
export const pageGoneWords = {
  message: '画面出了问题，停住了。',
  detail: '显示“已保存”的都在。请点“重新打开画面”接着填。总是这样，请关掉别的程序，或者重启电脑。',
  again: '重新打开画面',
  close: '关闭程序',
} as const
