import type { Choice } from './register-definition.ts'

type FigureSpec = NonNullable<Choice['figure']>

const subject = (value: string, label: string, unit: string, kind: FigureSpec['kind'] = 'count'): Choice => ({
  value,
  label,
  figure: { kind, unit },
})

/** What stands at the year's end, or changes once a year: months of it would not add up. */
const yearly = (choice: Choice): Choice => ({ ...choice, yearly: true })

/** What a stock was called before, in sheets that were filled then. */
const also = (choice: Choice, before: string): Choice => ({ ...choice, also: [before] })

const itemRows: [key: string, label: string][] = [
  ['licence', '行政许可'],
  ['otherService', '其他对外管理服务事项'],
  ['penalty', '行政处罚'],
  ['compulsion', '行政强制'],
]

/** What the register of figures (年度数字) knows, in the order of its page. The forms' derivations name these. */
export const figureSubjects: Choice[] = [
  subject('publications.website', '网站公开', '条'),
  subject('publications.wechat', '微信公开', '条'),
  subject('publications.weibo', '微博公开', '条'),
  subject('publications.app', '客户端公开', '条'),
  subject('publications.broadcast', '广播电视公开', '条'),
  subject('publications.noticeBoard', '公告栏公开', '条'),
  subject('publications.other', '其他方式公开', '条'),
  subject('specialTopics', '专题专栏信息', '条'),
  subject('interpretations', '政策解读', '篇'),
  subject('pressConferences', '新闻发布会', '场'),
  yearly(subject('newMediaAccounts', '政务新媒体账号（年末数）', '个')),
  yearly(subject('standardFields', '标准化领域（年末数）', '个')),
  subject('trainings', '培训', '次'),
  subject('inspections', '督查检查', '次'),
  ...itemRows.map(([key, label]) => subject(`${key}.decisions`, `${label}处理决定`, '件')),
  ...itemRows.map(([key, label]) => subject(`${key}.itemsChange`, `${label}项目本年增减`, '项', 'change')),
  subject('fee.itemsChange', '行政事业性收费项目本年增减', '项', 'change'),
  subject('fee.amount', '行政事业性收费金额', '万元', 'money'),
  subject('procurement.projects', '政府集中采购项目', '个'),
  subject('procurement.amount', '政府集中采购金额', '万元', 'money'),
]

/** What the register of openings (年初存量) knows: what the unit had when its first year began. */
export const openingStocks: Choice[] = [
  also(subject('rule.inForce', '规章现行有效件数', '件'), '规章现行有效'),
  also(subject('normativeDocument.inForce', '行政规范性文件现行有效件数', '件'), '行政规范性文件现行有效'),
  subject('rule.totalPublic', '规章对外公开总数', '件'),
  also(subject('normativeDocument.totalPublic', '行政规范性文件对外公开总数', '件'), '规范性文件对外公开总数'),
  subject('otherDocument.totalPublic', '其他主动公开文件对外公开总数', '件'),
  ...itemRows.map(([key, label]) => subject(`${key}.items`, `${label}项目数`, '项')),
  subject('fee.items', '行政事业性收费项目数', '项'),
].map(yearly)
