import type { CatalogueProblem, CatalogueProblemCode } from '../catalogue/catalogue-problem.ts'

const quoted = (detail: string): string => `“${detail}”`

/** What is wrong, and what whoever made the data is to do about it. */
const sentences: Record<CatalogueProblemCode, (detail: string) => string> = {
  'bad-shape': (detail) =>
    `${detail === '' ? '整份内容' : `${quoted(detail)}处`}的写法不对，读不出来。请对照现行表式的数据改正。`,
  'same-id': (detail) => `已经有编号为${quoted(detail)}的表式。请换一个编号。`,
  'same-year': (detail) => `另有一种表式也从${detail}年度开始。请核对起始年度。`,
  'unknown-section': (detail) =>
    `${quoted(detail)}没有对应的部分，或者不是年报的部分。请在各部分里补上它，或改正编号。`,
  'same-cell': (detail) => `格子${quoted(detail)}出现了两次。请给其中一行或一列换一个编号。`,
  'narrow-labels': (detail) => `表${quoted(detail)}留给行标题的列不够，排不下各级标题。请增加列宽的个数。`,
  'unknown-cell': (detail) =>
    `校验规则或取数办法里的${quoted(detail)}在表里和补充数字里都没有。请改正名称，或删去这一条。`,
  'unknown-set': (detail) => `${quoted(detail)}这一行、列或这一组行、列在表里没有。请改正名称，或删去用到它的地方。`,
  'uncounted-row': (detail) =>
    `${quoted(detail)}这一行有格子不合计进任何总数，也不从台账取数。请把它放进相应的组、写明怎样取数，或注明由人填写（typed）。`,
  'uncounted-choice': (detail) => `台账里可以选${quoted(detail)}，却没有哪一行计入它。请写明由哪一行计入。`,
  'endless-total': (detail) => `总数${quoted(detail)}把自己也加了进去。请核对合计的规则。`,
  'derived-twice': (detail) => `${quoted(detail)}有两种算法。请只留一种。`,
  'unknown-register': (detail) => `没有${quoted(detail)}这本台账。请改正台账的名称。`,
  'unknown-field': (detail) => `台账里没有${quoted(detail)}这一项，或者它不能这样用。请改正名称。`,
  'unknown-value': (detail) => `${quoted(detail)}不是台账里可以选的内容。请改正，或先在台账里加上它。`,
  'unknown-rule': (detail) =>
    `程序不认识校验规则${quoted(detail)}。请改正名称；表式自己的规则要用 says 写明必须满足什么。`,
  'unknown-answer': (detail) => `没有名为${quoted(detail)}的答复文书。请改正名称，或先在文书里加上它。`,
  'bad-register': (detail) => `台账的写法自相矛盾：${detail}。请改正。`,
  'bad-days': (detail) => `节假日安排不对：${detail}。请对照国务院办公厅的通知改正。`,
}

/** One thing that does not hold together, named by the form or register that it is of. */
export function catalogueProblemText({ code, of, detail }: CatalogueProblem): string {
  return `${of === '' ? '' : `${quoted(of)}：`}${sentences[code](detail)}`
}
