/** Whether a column only counts the rows of the file: nobody need be asked what it is. */
export function isRowCount(heading: string): boolean {
  return /^(序号|行号|no\.?)$/i.test(heading.replace(/\s/g, ''))
}
