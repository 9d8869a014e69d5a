/** The window's title and its menu. */
export const appTitle = '政府信息公开年报'

export const menuWords = {
  file: '文件(&F)',
  open: '打开文件…',
  print: '打印预览',
  settings: '单位资料和设置',
  quit: '退出',
  edit: '编辑(&E)',
  undo: '撤销',
  redo: '恢复',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '视图(&V)',
  zoomIn: '放大',
  zoomOut: '缩小',
  actualSize: '实际大小',
  fullScreen: '全屏',
  help: '帮助(&H)',
  about: '关于',
} as const
