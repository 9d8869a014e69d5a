import type { ColumnLeaf, DerivationDefinition, FormDefinition, RowNode, RuleDefinition } from './form-definition.ts'

/**
 * What the two national forms have in common: the tables of requests and disputes, the rules over them and how they
 * derive. Labels are verbatim; a printed report carries them to the character.
 */

type TableDefinition = FormDefinition['tables'][number]

const applicantColumns = ['person', 'company', 'research', 'welfare', 'legal', 'otherOrganisation']

const refusals: [key: string, label: string][] = [
  ['stateSecret', '1.属于国家秘密'],
  ['otherLaw', '2.其他法律行政法规禁止公开'],
  ['securityAndStability', '3.危及“三安全一稳定”'],
  ['thirdParty', '4.保护第三方合法权益'],
  ['internalAffairs', '5.属于三类内部事务信息'],
  ['processInformation', '6.属于四类过程性信息'],
  ['enforcementFile', '7.属于行政执法案卷'],
  ['administrativeInquiry', '8.属于行政查询事项'],
]

const unavailable: [key: string, label: string][] = [
  ['notHeld', '1.本机关不掌握相关政府信息'],
  ['notReady', '2.没有现成信息需要另行制作'],
  ['stillUnclear', '3.补正后申请内容仍不明确'],
]

const notProcessed: [key: string, label: string][] = [
  ['petition', '1.信访举报投诉类申请'],
  ['repeat', '2.重复申请'],
  ['publication', '3.要求提供公开出版物'],
  ['excessive', '4.无正当理由大量反复申请'],
  ['reissue', '5.要求行政机关确认或重新出具已获取信息'],
]

const rowsUnder = (parent: string, rows: [key: string, label: string][]): RowNode[] =>
  rows.map(([key, label]) => ({ key: `${parent}.${key}`, label }))

/** Keys of the outcome rows, in printed order; `otherRows` is what the form has under （六）其他处理. */
export function outcomeRows(otherRows: readonly string[]): string[] {
  return [
    'granted',
    'partlyGranted',
    ...refusals.map(([key]) => `refused.${key}`),
    ...unavailable.map(([key]) => `unavailable.${key}`),
    ...notProcessed.map(([key]) => `notProcessed.${key}`),
    ...otherRows,
  ]
}

const applicant = (key: string, label: string): ColumnLeaf => ({ key, label, kind: 'count', unit: '件' })

/** 表三: 申请人情况 across, what became of the requests down. */
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
            columns: [
              applicant('person', '自然人'),
              {
                label: '法人或其他组织',
                columns: [
                  applicant('company', '商业企业'),
                  applicant('research', '科研机构'),
                  applicant('welfare', '社会公益组织'),
                  applicant('legal', '法律服务机构'),
                  applicant('otherOrganisation', '其他'),
                ],
              },
              applicant('total', '总计'),
            ],
          },
        ],
        rows: [
          { key: 'received', label: '一、本年新收政府信息公开申请数量' },
          { key: 'carriedIn', label: '二、上年结转政府信息公开申请数量' },
          {
            label: '三、本年度办理结果',
            rows: [
              { key: 'granted', label: '（一）予以公开' },
              { key: 'partlyGranted', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）' },
              { label: '（三）不予公开', rows: rowsUnder('refused', refusals) },
              { label: '（四）无法提供', rows: rowsUnder('unavailable', unavailable) },
              { label: '（五）不予处理', rows: rowsUnder('notProcessed', notProcessed) },
              other,
              { key: 'total', label: '（七）总计' },
            ],
          },
          { key: 'carriedOut', label: '四、结转下年度继续办理' },
        ],
      },
    ],
  }
}

const disputeColumns = (group: string): ColumnLeaf[] =>
  [
    ['upheld', '结果维持'],
    ['corrected', '结果纠正'],
    ['other', '其他结果'],
    ['pending', '尚未审结'],
    ['total', '总计'],
  ].map(([key, label]) => ({ key: `${group}.${key}`, label: `${label}`, kind: 'count', unit: '件' }))

/** 表四: fifteen figures in one line under their headings. */
export const disputesTable: TableDefinition = {
  id: 'disputes',
  widths: Array.from({ length: 15 }, () => 1),
  verticalLabels: true,
  blocks: [
    {
      columns: [
        { label: '行政复议', columns: disputeColumns('review') },
        {
          label: '行政诉讼',
          columns: [
            { label: '未经复议直接起诉', columns: disputeColumns('direct') },
            { label: '复议后起诉', columns: disputeColumns('afterReview') },
          ],
        },
      ],
      rows: [{ key: '', label: '' }],
    },
  ],
}

/** Rules over requests and disputes, and those that hold for a report as a whole. */
export function nationalRules(otherRows: readonly string[]): RuleDefinition[] {
  const outcomes = outcomeRows(otherRows)
  const column = [...applicantColumns, 'total']
  return [
    { code: 'value', severity: 'error', occasion: 'always', check: 'named' },
    { code: 'form-year', severity: 'error', occasion: 'always', check: 'named' },
    {
      code: 'applicant-sum',
      severity: 'error',
      occasion: 'always',
      check: 'equal',
      forEach: { row: ['received', 'carriedIn', ...outcomes, 'total', 'carriedOut'] },
      left: ['requests.{row}.total'],
      right: applicantColumns.map((key) => `requests.{row}.${key}`),
      totals: true,
    },
    {
      code: 'outcome-sum',
      severity: 'error',
      occasion: 'always',
      check: 'equal',
      forEach: { column },
      left: ['requests.total.{column}'],
      right: outcomes.map((row) => `requests.${row}.{column}`),
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
      right: ['upheld', 'corrected', 'other', 'pending'].map((key) => `disputes.{group}.${key}`),
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
  ]
}

/** A row of outcomes, by the year in which the request was concluded; `oneOf`: the outcomes that it counts. */
function outcomeDerivation(row: string, oneOf: readonly string[]): DerivationDefinition {
  return {
    forEach: { column: applicantColumns },
    cell: `requests.${row}.{column}`,
    plus: [
      {
        count: 'requests',
        where: [
          { field: 'applicant', is: '{column}' },
          { field: 'outcome', oneOf: [...oneOf] },
          { date: 'concluded', falls: 'within' },
        ],
      },
    ],
  }
}

/**
 * How requests and disputes are counted: by first receipt, by decision, and open at the year's two ends. `otherRows`:
 * the rows that the form has under （六）其他处理, each with the outcomes that it counts.
 */
export function nationalDerivations(otherRows: Readonly<Record<string, readonly string[]>>): DerivationDefinition[] {
  const byApplicant = { field: 'applicant', is: '{column}' }
  return [
    ...outcomeRows([]).map((row) => outcomeDerivation(row, [row])),
    ...Object.entries(otherRows).map(([row, outcomes]) => outcomeDerivation(row, outcomes)),
    {
      forEach: { column: applicantColumns },
      cell: 'requests.received.{column}',
      plus: [{ count: 'requests', where: [byApplicant, { date: 'received', falls: 'within' }] }],
    },
    {
      forEach: { column: applicantColumns },
      cell: 'requests.carriedIn.{column}',
      plus: [
        {
          count: 'requests',
          where: [byApplicant, { date: 'received', falls: 'before' }, { date: 'concluded', fallsNot: 'before' }],
        },
      ],
    },
    {
      forEach: { column: applicantColumns },
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
