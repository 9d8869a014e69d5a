import type { XlsxProblem } from '../steps/documents/xlsx-problem.ts'
import { reportProblemText } from './report-problem.ts'

type Code = XlsxProblem['code']

const exportAgain = '请用本程序重新导出一份 Excel，再把数字填进去。'

const texts: { readonly [C in Code]: (problem: Extract<XlsxProblem, { code: C }>) => string } = {
  'too-large': () => '这个 Excel 文件太大，不像是一份年报。请核对是不是选错了文件；里面有图片的，删除后再试。',
  'not-a-workbook': () =>
    '这个文件不是能读的 Excel 工作簿（.xlsx），可能没有传完整，也可能加了密码。请另存为 .xlsx 再打开。',
  'not-ours': () => `这个 Excel 不是本程序导出的年报，没有“封面”。${exportAgain}`,
  'unknown-form': ({ detail }) => `“封面”上的表式是“${detail}”，程序里没有这种表式。请在“封面”上改为2019或2021。`,
  'bad-year': ({ detail }) => `“封面”上的年度是“${detail}”，不是年份。请在“封面”上改为四位数字，例如2026。`,
  'bad-blank': ({ detail }) => `“封面”上“空白格印成”填的是“${detail}”。请填“空白”、0或 /，或者不填。`,
  'missing-sheet': ({ detail }) => `工作簿里没有“${detail}”这张表，可能被删除或改了名字。${exportAgain}`,
  'unknown-remark': ({ detail }) => `“说明”里有一行不能识别：${detail}。种类只能是“全表为0”“备注”“表注”。`,
  'moved-label': ({ sheet, at, expected, found }) =>
    `“${sheet}”的${at}格应当是“${expected}”，现在是“${found === '' ? '空白' : found}”。可能插入、删除或移动过行列，数字对不上位置，所以没有读。请改回原来的样子，或重新导出一份再填。`,
  report: ({ problem }) => reportProblemText(problem),
}

/** Why a workbook was not read, and what to do. */
export function xlsxProblemText(problem: XlsxProblem): string {
  const say = texts[problem.code] as (problem: XlsxProblem) => string
  return say(problem)
}
