import type { FormDefinition } from './form-definition.ts'
import { disputesTable, nationalDerivations, nationalRules, otherHandling, requestsTable } from './national-tables.ts'
import { figureDerivation, supplementDerivations, supplementFigures } from './supplement.ts'

const decisions = { key: 'decisions', label: '本年处理决定数量', kind: 'count' as const, unit: '件', span: 3 }
const documentRows = ['rule', 'normativeDocument']

const documentsWhere = (date: string) => ({
  count: 'documents',
  where: [
    { field: 'kind', is: '{row}' },
    { date, falls: 'within' as const },
  ],
})

/** The form of 2021: report year 2021 and later. */
export const form2021: FormDefinition = {
  id: '2021',
  from: 2021,
  title: '{unit}{year}年政府信息公开工作年度报告',
  blank: '0',
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
      title: '存在的主要问题及改进情况',
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
          columns: [
            { key: 'issued', label: '本年制发件数', kind: 'count', unit: '件' },
            { key: 'repealed', label: '本年废止件数', kind: 'count', unit: '件' },
            { key: 'inForce', label: '现行有效件数', kind: 'count', unit: '件' },
          ],
          rows: [
            { key: 'rule', label: '规章', mayNotApply: true },
            { key: 'normativeDocument', label: '行政规范性文件' },
          ],
        },
        {
          heading: '第二十条第（五）项',
          corner: '信息内容',
          columns: [decisions],
          rows: [{ key: 'licence', label: '行政许可' }],
        },
        {
          heading: '第二十条第（六）项',
          corner: '信息内容',
          columns: [decisions],
          rows: [
            { key: 'penalty', label: '行政处罚' },
            { key: 'compulsion', label: '行政强制' },
          ],
        },
        {
          heading: '第二十条第（八）项',
          corner: '信息内容',
          columns: [{ key: 'amount', label: '本年收费金额（单位：万元）', kind: 'money', unit: '万元', span: 3 }],
          rows: [{ key: 'fee', label: '行政事业性收费' }],
        },
      ],
    },
    requestsTable(otherHandling),
    disputesTable,
  ],
  supplement: supplementFigures,
  rules: [
    ...nationalRules(),
    {
      code: 'in-force',
      severity: 'warning',
      occasion: 'last-year',
      check: 'equal',
      forEach: { row: documentRows },
      left: ['disclosure.{row}.inForce'],
      right: [
        { cell: 'disclosure.{row}.inForce', of: 'last-year' },
        'disclosure.{row}.issued',
        { cell: 'disclosure.{row}.repealed', minus: true },
      ],
    },
  ],
  derivations: [
    ...nationalDerivations(),
    // A revised document counts as issued and as repealed, which keeps 现行有效 true.
    {
      forEach: { row: documentRows },
      cell: 'disclosure.{row}.issued',
      plus: [documentsWhere('made'), documentsWhere('revised')],
    },
    {
      forEach: { row: documentRows },
      cell: 'disclosure.{row}.repealed',
      plus: [documentsWhere('repealed'), documentsWhere('revised')],
    },
    {
      forEach: { row: documentRows },
      cell: 'disclosure.{row}.inForce',
      plus: [{ opening: '{row}.inForce', lastYear: ['disclosure.{row}.inForce'] }, documentsWhere('made')],
      minus: [documentsWhere('repealed')],
    },
    ...['licence', 'penalty', 'compulsion'].map((row) =>
      figureDerivation(`disclosure.${row}.decisions`, `${row}.decisions`),
    ),
    figureDerivation('disclosure.fee.amount', 'fee.amount'),
    ...supplementDerivations,
  ],
}
