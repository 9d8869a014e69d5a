/** After something went into the bin. */
export const binnedMessage = '已放进回收站，不再计入年报。按“撤销”马上取回，或者到回收站里取回。'

/** What the keys do, under a list. `unit`: 件 or 条. */
export function listKeys(unit: string, { isBin, isGrouped }: { isBin: boolean; isGrouped: boolean }): string {
  const walk = `上下键选，Enter 打开${isGrouped ? '，左右键收起和展开（按住 Ctrl 是全部）' : ''}`
  const put = isBin ? 'Delete 取回来，Shift+Delete 彻底删除' : 'Delete 放进回收站'
  return `${walk}，${put}，Ctrl+N 新登记，Ctrl+D 照上一${unit}复制。不得录入涉密内容。`
}
