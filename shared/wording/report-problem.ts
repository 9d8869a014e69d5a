import type { ReportProblem, ReportProblemCode } from '../model/report/report-json.ts'

const texts: Record<ReportProblemCode, (detail: string) => string> = {
  'not-json': () => '文件内容不能读取，可能没有传完整，或者不是年报文件。请重新复制一份再打开。',
  'not-a-report': (detail) => `这不是一份年报：缺少${part(detail)}，或者写法不对。请核对是不是选错了文件。`,
  'bad-shape': (detail) => `年报里“${detail}”这一项的写法不对，不能读取。请用本程序重新生成一份。`,
  'unknown-form': (detail) =>
    `这份年报用的是“${detail}”表式，程序里没有这种表式。请更新程序，或核对文件里的表式是否写错。`,
  'unknown-cell': (detail) => `年报里有一个数字放在“${detail}”，这张表式没有这一格。请核对文件里的表式和年度是否对应。`,
  'unknown-supplement': (detail) =>
    `补充数字里的“${detail}”不是本表式的项目，也不是上级要求的数字。请核对文件里的名称。`,
  'unknown-table': (detail) => `年报提到的“${detail}”不是本表式的表。请核对文件里的名称。`,
}

const parts: Record<string, string> = { form: '表式', year: '年度', unit: '单位', cells: '各格数字' }
const part = (detail: string): string => parts[detail] ?? '表式、年度、单位和各格数字'

/** Why a file is not a report that can be used, and what to do. */
export function reportProblemText({ code, detail = '' }: ReportProblem): string {
  return texts[code](detail)
}
