import { type MadeEntry, madeDocuments, madeEntries } from './made-entries.ts'

/** Headings, then rows. */
export type Sheet = readonly (readonly string[])[]

const kinds: Readonly<Record<string, string>> = {
  normativeDocument: '行政规范性文件',
  otherDocument: '其他主动公开文件',
}

/** Documents as an office lists them; another `run` gives others. */
export function documentSheet(count: number, run: number): Sheet {
  const head = ['标题', '文号', '种类', '制发日期', '公开日期', '公开渠道']
  const rows = madeDocuments(count, 7 + run).map(({ fields }) => [
    `${text(fields.title)}（${run}）`,
    `${text(fields.number)}-${run}`,
    kinds[text(fields.kind)] ?? '',
    text(fields.made),
    text(fields.published),
    '网站、微信',
  ])
  return [head, ...rows]
}

/** Requests with names and what was asked. */
export function requestSheet(count: number, run: number): Sheet {
  const head = [
    '来件日期',
    '方式',
    '双方确认日期',
    '申请人类别',
    '来源平台编号',
    '承办单位',
    '申请人姓名或名称',
    '联系电话',
    '申请内容',
  ]
  const rows = madeEntries(Math.ceil(count / 0.8))
    .filter(({ register }) => register === 'requests')
    .slice(0, count)
    .map(({ fields, personal = {} }: MadeEntry) => [
      text(fields.arrived),
      '网络',
      text(fields.arrived),
      '自然人',
      `R${run}-${text(fields.platformNumber)}`,
      text(fields.organ),
      `${personal.name ?? ''}${run}`,
      personal.phone ?? '',
      personal.subject ?? '',
    ])
  return [head, ...rows]
}

const text = (value: string | readonly string[] | undefined): string => (value === undefined ? '' : String(value))
