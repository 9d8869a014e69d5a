/** What the keys do, under a list. `unit`: 件 or 条. */
export function listKeys(unit: string, { isBin, isGrouped }: { isBin: boolean; isGrouped: boolean }): string {
  const walk = `上下键选择，Enter 打开${isGrouped ? '，左右键收起和展开（按住 Ctrl 是全部）' : ''}`
  const put = isBin ? 'Delete 还原，Shift+Delete 彻底删除' : 'Delete 移到回收站'
  return `${walk}，${put}，Ctrl+N 新登记，Ctrl+D 照选中的${unit === '条' ? '一条' : `一${unit}`}填写。不得录入涉密内容。`
}
