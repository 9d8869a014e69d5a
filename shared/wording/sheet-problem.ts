import { type SheetProblem, sheetLimits } from '../steps/sheets/sheet-problem.ts'

type Code = SheetProblem['code']

const nothing = '什么都没有导入。'

const texts: { readonly [C in Code]: (problem: Extract<SheetProblem, { code: C }>) => string } = {
  'too-large': () => `这个文件超过30 MB，太大，没有打开。${nothing}请按年份拆成几个文件，或者删掉里面的图片再导入。`,
  'unpacks-too-large': () =>
    `这个文件展开后大得不正常，可能已损坏或被改动，没有打开。${nothing}请在 Excel 里把有用的行复制到一个新文件，再导入。`,
  'too-wide': () => `这张表超过${sheetLimits.columns}列，不像是台账。${nothing}请只留下要导入的列，再导入。`,
  'too-many-sheets': () =>
    `这个文件里超过${sheetLimits.sheets}张表，不像是台账。${nothing}请把要导入的表另存为一个文件，再导入。`,
  'too-many-rows': ({ rows }) =>
    `这张表有${rows > sheetLimits.rows + 1000 ? `${Math.floor(rows / 1000) * 1000}多` : rows}行，一次最多导入${sheetLimits.rows}行。${nothing}请按年份拆成几个文件，逐个导入。`,
  'cell-too-long': ({ sheet, row }) =>
    `${sheet === '' ? '' : `“${sheet}”`}第${row}行有一格超过${sheetLimits.cell}个字，不像是台账的内容。${nothing}请核对这一格，再导入。`,
  encrypted: () => `这个表格设有打开密码，不能读取。${nothing}请在 Excel 或 WPS 里打开它，去掉密码，另存一份再导入。`,
  'not-a-sheet': () => `这个文件不是表格。${nothing}请选择 Excel 文件（.xlsx 或 .xls）或者CSV表格（.csv）。`,
  'other-format': () =>
    `这个表格是其他格式或者很旧的格式，不能读取。${nothing}请在 Excel 或 WPS 里打开它，另存为 .xlsx，再导入。`,
  damaged: () => `这个表格读不出来，可能没有传完整。${nothing}请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。`,
  empty: () => `这个表格里没有可以导入的行。${nothing}请核对是不是选错了文件。`,
  'no-heading': () =>
    `没有找到标题行：表里没有认得出的列名，例如“来件日期”“办理结果”。${nothing}请在第一行写上列名；不清楚列名的，可以先点“保存导入模板”。`,
  pdf: () => `这个文件其实是 PDF，不是表格，可能改过名字。${nothing}请向提供人索取 Excel 文件。`,
  picture: () => `这个文件其实是图片，不是表格。${nothing}请向提供人索取 Excel 文件。`,
  word: () =>
    `这个文件是 Word 文档，不是表格。${nothing}请把里面的表格复制到 Excel，另存后再导入；也可以复制后直接在台账里粘贴。`,
  package: () => `这是报送文件，不是表格。${nothing}请用“打开文件”打开它。`,
  archive: () => `这个文件是压缩文件，不是表格。${nothing}请先解压，再选择里面的 Excel 文件。`,
}

/** Why a file with a list is not read, and what to do. */
export function sheetProblemText(problem: SheetProblem): string {
  const say = texts[problem.code] as (problem: SheetProblem) => string
  return say(problem)
}
