import type { DerivationDefinition } from './derivation-definition.ts'
import type { RuleDefinition, SetReference } from './rule-definition.ts'
import type { ColumnLeaf, RowLeaf, RowNode, TableDefinition } from './table-definition.ts'

/**
 * What the two national forms have in common: the tables of requests and disputes, the rules over them and how they
 * derive. Labels are verbatim; a printed report carries them to the character.
 */

/** Rows that say what became of a request: the register offers them, and each request counts in one. */
const outcomes: SetReference = { table: 'requests', rows: 'outcome' }
/** Columns of the six kinds of applicants. */
const applicants: SetReference = { table: 'requests', columns: 'applicant' }

const refusals: RowLeaf[] = [
  { key: 'stateSecret', label: '1.属于国家秘密', also: ['国家秘密', '涉密'] },
  { key: 'otherLaw', label: '2.其他法律行政法规禁止公开', also: ['其他法律行政法规禁止公开', '法律法规禁止公开'] },
  { key: 'securityAndStability', label: '3.危及“三安全一稳定”', also: ['三安全一稳定'] },
  { key: 'thirdParty', label: '4.保护第三方合法权益', also: ['第三方合法权益', '商业秘密', '个人隐私'] },
  { key: 'internalAffairs', label: '5.属于三类内部事务信息', also: ['内部事务信息', '内部事务'] },
  { key: 'processInformation', label: '6.属于四类过程性信息', also: ['过程性信息'] },
  { key: 'enforcementFile', label: '7.属于行政执法案卷', also: ['行政执法案卷', '执法案卷'] },
  { key: 'administrativeInquiry', label: '8.属于行政查询事项', also: ['行政查询事项', '行政查询'] },
]

const unavailable: RowLeaf[] = [
  {
    key: 'notHeld',
    label: '1.本机关不掌握相关政府信息',
    also: ['不掌握', '本机关不掌握', '信息不存在', '政府信息不存在', '不存在'],
  },
  { key: 'notReady', label: '2.没有现成信息需要另行制作', also: ['没有现成信息', '需要另行制作', '需另行制作'] },
  { key: 'stillUnclear', label: '3.补正后申请内容仍不明确', also: ['申请内容不明确', '内容仍不明确'] },
]

const notProcessed: RowLeaf[] = [
  { key: 'petition', label: '1.信访举报投诉类申请', also: ['信访', '信访投诉举报', '信访举报投诉'] },
  { key: 'repeat', label: '2.重复申请', also: ['重复申请'] },
  { key: 'publication', label: '3.要求提供公开出版物', also: ['公开出版物', '出版物'] },
  { key: 'excessive', label: '4.无正当理由大量反复申请', also: ['大量反复申请', '反复申请'] },
  { key: 'reissue', label: '5.要求行政机关确认或重新出具已获取信息', also: ['重新出具', '确认或重新出具'] },
]

const otherHeading = '（六）其他处理'
const otherRows: RowLeaf[] = [
  {
    key: 'other.rectificationOverdue',
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    also: ['逾期不补正', '逾期未补正'],
  },
  {
    key: 'other.feeOverdue',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    also: ['逾期未缴费', '逾期不缴费'],
  },
  // A withdrawal (申请人撤回) is answered with nothing, and counts here.
  { key: 'other.other', label: '3.其他', also: ['其他处理', '其他', '其它'], counts: ['withdrawal'] },
]

/** （六）其他处理 with its rows, as since 2021. */
export const otherHandling: RowNode = { label: otherHeading, rows: otherRows }

/** The same as the one row that it was before: the register tells its cases apart, the form does not. */
export const otherInOne: RowLeaf = {
  key: 'other',
  label: otherHeading,
  choices: otherRows.map(({ key, label, also }) => ({ value: key, label: `${otherHeading} ${label}`, also })),
  counts: otherRows.flatMap(({ counts = [] }) => counts),
}

const rowsUnder = (parent: string, rows: readonly RowLeaf[]): RowNode[] =>
  rows.map((row) => ({ ...row, key: `${parent}.${row.key}` }))

const applicant = (key: string, label: string, also: string[]): ColumnLeaf => ({
  key,
  label,
  kind: 'count',
  unit: '件',
  also,
})

/** 表三: 申请人情况 across, what became of the requests down. `other` is what the form has under （六）其他处理. */
export function requestsTable(other: RowNode): TableDefinition {
  return {
    id: 'requests',
    widths: [7, 12, 34, 7, 7, 7, 7, 7, 6, 7],
    verticalLabels: true,
    blocks: [
      {
        corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        columns: [
          {
            label: '申请人情况',
            set: 'applicant',
            columns: [
              applicant('person', '自然人', ['个人', '公民', '公民个人']),
              {
                label: '法人或其他组织',
                columns: [
                  applicant('company', '商业企业', ['企业', '公司', '商业企业']),
                  applicant('research', '科研机构', ['科研机构', '科研']),
                  applicant('welfare', '社会公益组织', ['社会公益组织', '公益组织', '社会组织']),
                  applicant('legal', '法律服务机构', ['法律服务机构', '律师事务所', '律所']),
                  applicant('otherOrganisation', '其他', ['其他组织', '其他', '其它']),
                ],
              },
              { key: 'total', label: '总计', kind: 'count', unit: '件', set: 'total' },
            ],
          },
        ],
        rows: [
          { key: 'received', label: '一、本年新收政府信息公开申请数量' },
          { key: 'carriedIn', label: '二、上年结转政府信息公开申请数量' },
          {
            label: '三、本年度办理结果',
            set: 'outcome',
            rows: [
              { key: 'granted', label: '（一）予以公开', also: ['公开', '同意公开', '全部公开', '已公开'] },
              {
                key: 'partlyGranted',
                label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
                also: ['部分公开', '区分处理'],
              },
              { label: '（三）不予公开', answer: 'refused', rows: rowsUnder('refused', refusals) },
              { label: '（四）无法提供', rows: rowsUnder('unavailable', unavailable) },
              { label: '（五）不予处理', answer: 'notProcessed', rows: rowsUnder('notProcessed', notProcessed) },
              other,
              { key: 'total', label: '（七）总计', set: 'total' },
            ],
          },
          { key: 'carriedOut', label: '四、结转下年度继续办理' },
        ],
      },
    ],
  }
}

/** Results of a dispute, by what the register stores; what is pending has none yet. */
const results: [value: string, label: string, also: string[]][] = [
  ['upheld', '结果维持', ['维持', '驳回']],
  ['corrected', '结果纠正', ['纠正', '撤销', '确认违法']],
  ['other', '其他结果', ['其他', '其它', '撤回']],
]
const disputeCount = { kind: 'count' as const, unit: '件' }

const disputeColumns = (group: string): ColumnLeaf[] => [
  ...results.map(([value, label, also]) => ({ key: `${group}.${value}`, label, value, also, ...disputeCount })),
  { key: `${group}.pending`, label: '尚未审结', set: 'pending', ...disputeCount },
  { key: `${group}.total`, label: '总计', set: 'total', ...disputeCount },
]

/** 表四: fifteen figures in one line under their headings. */
export const disputesTable: TableDefinition = {
  id: 'disputes',
  widths: Array.from({ length: 15 }, () => 1),
  verticalLabels: true,
  blocks: [
    {
      columns: [
        { label: '行政复议', set: 'result', columns: disputeColumns('review') },
        {
          label: '行政诉讼',
          columns: [
            { label: '未经复议直接起诉', set: 'result', columns: disputeColumns('direct') },
            { label: '复议后起诉', set: 'result', columns: disputeColumns('afterReview') },
          ],
        },
      ],
      rows: [{ key: '', label: '' }],
    },
  ],
}

/** Rules over requests and disputes, and those that hold for a report as a whole. */
export function nationalRules(): RuleDefinition[] {
  const column: SetReference = { table: 'requests', columns: '*' }
  return [
    { code: 'value', severity: 'error', occasion: 'always', check: 'named' },
    { code: 'form-year', severity: 'error', occasion: 'always', check: 'named' },
    {
      code: 'applicant-sum',
      severity: 'error',
      occasion: 'always',
      check: 'equal',
      forEach: { row: { table: 'requests', rows: '*' } },
      left: ['requests.{row}.total'],
      right: [{ cell: 'requests.{row}.{column}', forEach: { column: applicants } }],
      totals: true,
    },
    {
      code: 'outcome-sum',
      severity: 'error',
      occasion: 'always',
      check: 'equal',
      forEach: { column },
      left: ['requests.total.{column}'],
      right: [{ cell: 'requests.{row}.{column}', forEach: { row: outcomes } }],
      totals: true,
    },
    {
      code: 'balance',
      severity: 'error',
      occasion: 'always',
      check: 'equal',
      forEach: { column },
      left: ['requests.received.{column}', 'requests.carriedIn.{column}'],
      right: ['requests.total.{column}', 'requests.carriedOut.{column}'],
    },
    {
      code: 'dispute-sum',
      severity: 'error',
      occasion: 'always',
      check: 'equal',
      forEach: { group: ['review', 'direct', 'afterReview'] },
      left: ['disputes.{group}.total'],
      right: [{ cell: 'disputes.{group}.{part}', forEach: { part: ['upheld', 'corrected', 'other', 'pending'] } }],
      totals: true,
    },
    { code: 'empty-table', severity: 'warning', occasion: 'always', check: 'named' },
    {
      code: 'carry',
      severity: 'error',
      occasion: 'last-year',
      check: 'equal',
      forEach: { column },
      left: ['requests.carriedIn.{column}'],
      right: [{ cell: 'requests.carriedOut.{column}', of: 'last-year' }],
    },
    { code: 'outlier', severity: 'warning', occasion: 'last-year', check: 'outlier', factor: 3, difference: 10 },
    { code: 'same-as-last-year', severity: 'warning', occasion: 'last-year', check: 'named' },
    { code: 'children-sum', severity: 'error', occasion: 'desk', check: 'named' },
    { code: 'missing-section', severity: 'error', occasion: 'finalise', check: 'named' },
    { code: 'blank-cells', severity: 'warning', occasion: 'finalise', check: 'named' },
    { code: 'out-of-proportion', severity: 'warning', occasion: 'desk', check: 'named' },
    { code: 'same-unit', severity: 'warning', occasion: 'desk', check: 'named' },
  ]
}

/** How requests and disputes are counted: by first receipt, by decision, and open at the year's two ends. */
export function nationalDerivations(): DerivationDefinition[] {
  const byApplicant = { field: 'applicant', is: '{column}' }
  return [
    // By the year in which the request was concluded.
    {
      forEach: { row: outcomes, column: applicants },
      cell: 'requests.{row}.{column}',
      plus: [
        {
          count: 'requests',
          where: [
            byApplicant,
            { field: 'outcome', countsIn: { table: 'requests', row: '{row}' } },
            { date: 'concluded', falls: 'within' },
          ],
        },
      ],
    },
    {
      forEach: { column: applicants },
      cell: 'requests.received.{column}',
      plus: [{ count: 'requests', where: [byApplicant, { date: 'received', falls: 'within' }] }],
    },
    {
      forEach: { column: applicants },
      cell: 'requests.carriedIn.{column}',
      plus: [
        {
          count: 'requests',
          where: [byApplicant, { date: 'received', falls: 'before' }, { date: 'concluded', fallsNot: 'before' }],
        },
      ],
    },
    {
      forEach: { column: applicants },
      cell: 'requests.carriedOut.{column}',
      plus: [
        {
          count: 'requests',
          where: [byApplicant, { date: 'received', falls: 'by-end' }, { date: 'concluded', fallsNot: 'by-end' }],
        },
      ],
    },
    {
      forEach: { kind: ['review', 'direct', 'afterReview'], result: ['upheld', 'corrected', 'other'] },
      cell: 'disputes.{kind}.{result}',
      plus: [
        {
          count: 'disputes',
          where: [
            { field: 'kind', is: '{kind}' },
            { field: 'result', is: '{result}' },
            { date: 'concluded', falls: 'within' },
          ],
        },
      ],
    },
    {
      forEach: { kind: ['review', 'direct', 'afterReview'] },
      cell: 'disputes.{kind}.pending',
      plus: [
        {
          count: 'disputes',
          where: [
            { field: 'kind', is: '{kind}' },
            { date: 'filed', falls: 'by-end' },
            { date: 'concluded', fallsNot: 'by-end' },
          ],
        },
      ],
    },
  ]
}
