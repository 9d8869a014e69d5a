import type { DerivationDefinition, MeasureDefinition } from './derivation-definition.ts'
import type { FormDefinition } from './form-definition.ts'

/** Figures that the text asks for and the tables don't. The same for both forms. */
export const supplementFigures: FormDefinition['supplement'] = [
  { key: 'publications.website', label: '网站公开', kind: 'count', unit: '条' },
  { key: 'publications.newMedia', label: '政务新媒体公开（微信、微博、客户端）', kind: 'count', unit: '条' },
  { key: 'publications.broadcast', label: '广播电视公开', kind: 'count', unit: '条' },
  { key: 'publications.other', label: '公告栏及其他方式公开', kind: 'count', unit: '条' },
  { key: 'publications.total', label: '主动公开信息总数', kind: 'count', unit: '条' },
  { key: 'received.online', label: '网络申请', kind: 'count', unit: '件' },
  { key: 'received.letter', label: '信函申请', kind: 'count', unit: '件' },
  { key: 'received.inPerson', label: '当面申请', kind: 'count', unit: '件' },
  { key: 'received.fax', label: '传真申请', kind: 'count', unit: '件' },
  { key: 'received.other', label: '其他方式申请', kind: 'count', unit: '件' },
  { key: 'answered.onTime', label: '按期答复', kind: 'count', unit: '件' },
  { key: 'answered.late', label: '逾期答复', kind: 'count', unit: '件' },
  { key: 'specialTopics', label: '专题专栏信息', kind: 'count', unit: '条' },
  { key: 'interpretations', label: '政策解读', kind: 'count', unit: '篇' },
  { key: 'pressConferences', label: '新闻发布会', kind: 'count', unit: '场' },
  { key: 'newMediaAccounts', label: '政务新媒体账号', kind: 'count', unit: '个' },
  { key: 'trainings', label: '培训', kind: 'count', unit: '次' },
  { key: 'inspections', label: '督查检查', kind: 'count', unit: '次' },
  { key: 'standardFields', label: '标准化领域', kind: 'count', unit: '个' },
  { key: 'processingFee.amount', label: '信息处理费', kind: 'money', unit: '元' },
]

const sumOf = (...subjects: string[]): MeasureDefinition => ({
  sum: 'figures',
  field: 'value',
  where: [
    { field: 'subject', oneOf: subjects },
    { date: 'period', falls: 'within' },
  ],
})

/** A figure that is typed into the register of yearly or monthly figures, under one subject or several. */
export function figureDerivation(cell: string, ...subjects: string[]): DerivationDefinition {
  return { cell, plus: [sumOf(...subjects)] }
}

/** The channels that the register tells apart, by the figure that the report has for them. */
const publicationSubjects = {
  'publications.website': ['publications.website'],
  'publications.newMedia': ['publications.wechat', 'publications.weibo', 'publications.app'],
  'publications.broadcast': ['publications.broadcast'],
  'publications.other': ['publications.noticeBoard', 'publications.other'],
}

const typedSupplement = [
  'specialTopics',
  'interpretations',
  'pressConferences',
  'newMediaAccounts',
  'trainings',
  'inspections',
  'standardFields',
]

export const supplementDerivations: DerivationDefinition[] = [
  ...Object.entries(publicationSubjects).map(([key, subjects]) => figureDerivation(key, ...subjects)),
  figureDerivation('publications.total', ...Object.values(publicationSubjects).flat()),
  ...typedSupplement.map((key) => figureDerivation(key, key)),
  {
    forEach: { way: ['online', 'letter', 'inPerson', 'fax', 'other'] },
    cell: 'received.{way}',
    plus: [
      {
        count: 'requests',
        where: [
          { field: 'way', is: '{way}' },
          { date: 'received', falls: 'within' },
        ],
      },
    ],
  },
  {
    forEach: { punctuality: ['onTime', 'late'] },
    cell: 'answered.{punctuality}',
    plus: [
      {
        count: 'requests',
        where: [
          { field: 'punctuality', is: '{punctuality}' },
          { date: 'concluded', falls: 'within' },
        ],
      },
    ],
  },
  {
    cell: 'processingFee.amount',
    plus: [{ sum: 'requests', field: 'processingFee', where: [{ date: 'feePaid', falls: 'within' }] }],
  },
]
