import type { ConditionDefinition, MeasureDefinition } from './derivation-definition.ts'
import type { FormDefinition } from './form-definition.ts'
import { disputesTable, nationalDerivations, nationalRules, otherInOne, requestsTable } from './national-tables.ts'
import { figureDerivation, supplementDerivations, supplementFigures } from './supplement.ts'
import type { ColumnLeaf } from './table-definition.ts'

const documentColumns: ColumnLeaf[] = [
  { key: 'made', label: '本年新制作数量', kind: 'count', unit: '件' },
  { key: 'published', label: '本年新公开数量', kind: 'count', unit: '件' },
  { key: 'totalPublic', label: '对外公开总数量', kind: 'count', unit: '件' },
]

const itemColumns: ColumnLeaf[] = [
  { key: 'itemsLastYear', label: '上一年项目数量', kind: 'count', unit: '项' },
  { key: 'itemsChange', label: '本年增/减', kind: 'change', unit: '项' },
]

const decisionColumns: ColumnLeaf[] = [
  ...itemColumns,
  { key: 'decisions', label: '处理决定数量', kind: 'count', unit: '件' },
]

const spanLast = (columns: ColumnLeaf[]): ColumnLeaf[] =>
  columns.map((column, i) => (i === columns.length - 1 ? { ...column, span: 2 } : column))

const documentRows = ['rule', 'normativeDocument', 'otherDocument']
const decisionRows = ['licence', 'otherService', 'penalty', 'compulsion']

const documentsWhere = (...dates: ConditionDefinition[]): MeasureDefinition => ({
  count: 'documents',
  where: [{ field: 'kind', is: '{row}' }, ...dates],
})

/** The form of 2019: report years 2019 and 2020, with the row 其他主动公开文件 that some provinces add. */
export const form2019: FormDefinition = {
  id: '2019',
  from: 2019,
  title: '{unit}{year}年政府信息公开工作年度报告',
  blank: '',
  sections: [
    {
      id: 'overview',
      numeral: '一',
      name: '第一部分',
      short: '总体情况',
      title: '总体情况',
      content: 'text',
      headings: ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'],
    },
    {
      id: 'disclosure',
      numeral: '二',
      name: '表二',
      short: '主动公开',
      title: '主动公开政府信息情况',
      content: 'table',
    },
    {
      id: 'requests',
      numeral: '三',
      name: '表三',
      short: '依申请公开',
      title: '收到和处理政府信息公开申请情况',
      content: 'table',
    },
    {
      id: 'disputes',
      numeral: '四',
      name: '表四',
      short: '复议、诉讼',
      title: '政府信息公开行政复议、行政诉讼情况',
      content: 'table',
    },
    {
      id: 'problems',
      numeral: '五',
      name: '第五部分',
      short: '问题和改进',
      title: '政府信息公开工作存在的主要问题及改进情况',
      content: 'text',
    },
    { id: 'other', numeral: '六', name: '第六部分', short: '其他事项', title: '其他需要报告的事项', content: 'text' },
  ],
  tables: [
    {
      id: 'disclosure',
      widths: [4, 3, 3, 3],
      blocks: [
        {
          heading: '第二十条第（一）项',
          corner: '信息内容',
          columns: documentColumns,
          rows: [
            { key: 'rule', label: '规章', mayNotApply: true },
            { key: 'normativeDocument', label: '规范性文件' },
            { key: 'otherDocument', label: '其他主动公开文件', optional: true },
          ],
        },
        {
          heading: '第二十条第（五）项',
          corner: '信息内容',
          columns: decisionColumns,
          rows: [
            { key: 'licence', label: '行政许可' },
            { key: 'otherService', label: '其他对外管理服务事项' },
          ],
        },
        {
          heading: '第二十条第（六）项',
          corner: '信息内容',
          columns: decisionColumns,
          rows: [
            { key: 'penalty', label: '行政处罚' },
            { key: 'compulsion', label: '行政强制' },
          ],
        },
        {
          heading: '第二十条第（八）项',
          corner: '信息内容',
          columns: spanLast(itemColumns),
          rows: [{ key: 'fee', label: '行政事业性收费' }],
        },
        {
          heading: '第二十条第（九）项',
          corner: '信息内容',
          columns: spanLast([
            { key: 'projects', label: '采购项目数量', kind: 'count', unit: '个' },
            { key: 'amount', label: '采购总金额', kind: 'money', unit: '万元' },
          ]),
          rows: [{ key: 'procurement', label: '政府集中采购' }],
        },
      ],
    },
    requestsTable(otherInOne),
    disputesTable,
  ],
  supplement: supplementFigures,
  rules: [
    ...nationalRules(),
    {
      code: 'published-within-total',
      severity: 'error',
      occasion: 'always',
      check: 'at-least',
      forEach: { row: documentRows },
      left: ['disclosure.{row}.totalPublic'],
      right: ['disclosure.{row}.published'],
    },
    {
      code: 'items-carry',
      severity: 'warning',
      occasion: 'last-year',
      check: 'equal',
      forEach: { row: [...decisionRows, 'fee'] },
      left: ['disclosure.{row}.itemsLastYear'],
      right: [
        { cell: 'disclosure.{row}.itemsLastYear', of: 'last-year' },
        { cell: 'disclosure.{row}.itemsChange', of: 'last-year' },
      ],
    },
  ],
  derivations: [
    ...nationalDerivations(),
    {
      forEach: { row: documentRows },
      cell: 'disclosure.{row}.made',
      plus: [documentsWhere({ date: 'made', falls: 'within' })],
    },
    {
      forEach: { row: documentRows },
      cell: 'disclosure.{row}.published',
      plus: [documentsWhere({ date: 'published', falls: 'within' })],
    },
    // A document published and repealed in the same year was public in it, and published ≤ total must hold. Of older
    // ones the register may lack the day of publication.
    {
      forEach: { row: documentRows },
      cell: 'disclosure.{row}.totalPublic',
      plus: [
        { opening: '{row}.totalPublic', lastYear: ['disclosure.{row}.totalPublic'] },
        documentsWhere({ date: 'published', falls: 'within' }),
      ],
      minus: [
        documentsWhere({ date: 'repealed', falls: 'within' }, { date: 'published', falls: 'before' }),
        documentsWhere(
          { date: 'repealed', falls: 'within' },
          { date: 'published', fallsNot: 'by-end' },
          { date: 'made', falls: 'before' },
        ),
      ],
    },
    {
      forEach: { row: [...decisionRows, 'fee'] },
      cell: 'disclosure.{row}.itemsLastYear',
      plus: [{ opening: '{row}.items', lastYear: ['disclosure.{row}.itemsLastYear', 'disclosure.{row}.itemsChange'] }],
    },
    ...[...decisionRows, 'fee'].map((row) => figureDerivation(`disclosure.${row}.itemsChange`, `${row}.itemsChange`)),
    ...decisionRows.map((row) => figureDerivation(`disclosure.${row}.decisions`, `${row}.decisions`)),
    figureDerivation('disclosure.procurement.projects', 'procurement.projects'),
    figureDerivation('disclosure.procurement.amount', 'procurement.amount'),
    ...supplementDerivations,
  ],
}
