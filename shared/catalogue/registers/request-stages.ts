import type { RegisterDefinition } from './register-definition.ts'

type StageDefinition = NonNullable<RegisterDefinition['stages']>[number]

/** 登记办理环节: the stages of a request as the clerk meets them; their shapes are in request.ts. */
export const requestStages: StageDefinition[] = [
  {
    kind: 'rectification',
    label: '补正告知',
    dateLabel: '告知日期',
    dateAlso: ['补正日期', '补正通知日期', '要求补正日期'],
    fields: [
      {
        key: 'period',
        label: '补正期限',
        also: ['补正天数'],
        kind: 'count',
        required: true,
        hint: '告知书上写的工作日天数',
      },
      { key: 'answered', label: '收到补正日期', kind: 'date' },
    ],
  },
  {
    kind: 'extension',
    label: '延期告知',
    dateLabel: '告知日期',
    dateAlso: ['延期日期', '延长日期', '延期通知日期'],
    fields: [
      {
        key: 'workingDays',
        label: '延长期限',
        also: ['延长工作日', '延期天数', '延期工作日', '延长天数'],
        kind: 'count',
        required: true,
        default: '20',
        hint: '最长20个工作日',
      },
    ],
  },
  {
    kind: 'consultation',
    label: '征求第三方（其他机关）意见',
    dateLabel: '发出日期',
    dateAlso: ['征求意见日期', '征询意见日期'],
    fields: [
      {
        key: 'whom',
        label: '征求意见对象',
        kind: 'choice',
        required: true,
        choices: [
          { value: 'thirdParty', label: '第三方' },
          { value: 'organ', label: '其他机关' },
        ],
      },
      {
        key: 'received',
        label: '对方收到日期',
        also: ['征求意见书收到日期', '意见书送达日期'],
        kind: 'date',
        hint: '15个工作日从这天起算',
      },
      { key: 'answered', label: '收到意见日期', kind: 'date' },
    ],
  },
  {
    kind: 'fee',
    label: '收费通知',
    dateLabel: '通知日期',
    dateAlso: ['收费日期'],
    fields: [
      { key: 'amount', label: '信息处理费（元）', also: ['收费金额', '收费'], kind: 'money', required: true },
      {
        key: 'received',
        label: '收到通知日期',
        also: ['收费通知收到日期', '收费通知送达日期'],
        kind: 'date',
        hint: '申请人收到收费通知的日期，缴费期限从次日起算',
      },
      { key: 'paid', label: '缴费日期', kind: 'date' },
    ],
  },
  {
    kind: 'reasons',
    label: '要求说明理由',
    dateLabel: '告知日期',
    dateAlso: ['说明理由通知日期'],
    fields: [{ key: 'answered', label: '收到说明日期', kind: 'date' }],
  },
  {
    kind: 'delay',
    label: '延迟答复告知',
    dateLabel: '告知日期',
    dateAlso: ['延迟答复日期'],
    fields: [
      {
        key: 'until',
        label: '延迟到',
        kind: 'date',
        required: true,
        hint: '告知申请人的合理期限（《条例》第三十五条）',
      },
    ],
  },
  {
    kind: 'decision',
    label: '答复',
    dateLabel: '答复日期',
    dateAlso: ['办结日期', '回复日期', '办复日期', '答复日', '办理日期', '处理日期', '答复办理日期'],
    fields: [
      {
        key: 'outcome',
        label: '办理结果',
        also: [
          '答复结果',
          '处理结果',
          '答复类型',
          '答复情况',
          '办理情况',
          '结果',
          '公开情况',
          '处理状态',
          '答复意见',
          '办理意见',
        ],
        kind: 'choice',
        required: true,
        choicesFrom: { of: { table: 'requests', rows: 'outcome' }, yearOf: 'date' },
        hint: '部分公开的只选这一项',
      },
      {
        key: 'documentNumber',
        label: '文号',
        also: ['答复文号', '答复书文号', '告知书文号', '答复书编号', '告知书编号'],
        kind: 'text',
        most: 100,
      },
      {
        key: 'correction',
        label: '更正情况',
        also: ['更正处理情况', '信息更正'],
        kind: 'choice',
        choices: [
          { value: 'corrected', label: '已更正', also: ['予以更正'] },
          { value: 'transferred', label: '转送有权更正的机关', also: ['转送'] },
          { value: 'directed', label: '告知向有权更正的机关提出' },
          { value: 'unfounded', label: '审核不属实，未更正', also: ['不予更正', '未更正'] },
        ],
        hint: '要求更正自身信息的才填（《条例》第四十一条）',
      },
    ],
  },
  {
    kind: 'delivery',
    label: '送达',
    dateLabel: '送达日期',
    dateAlso: ['寄出日期', '邮寄日期'],
    fields: [
      {
        key: 'way',
        label: '送达方式',
        also: ['送达方法'],
        kind: 'choice',
        required: true,
        choices: [
          { value: 'inPerson', label: '当面' },
          { value: 'mail', label: '邮寄' },
          { value: 'online', label: '网络' },
          { value: 'other', label: '其他' },
        ],
        hint: '公文邮寄的，交邮政企业（中国邮政）寄递，不能交快递企业（《邮政法》第五十五条）',
      },
    ],
  },
  { kind: 'withdrawal', label: '申请人撤回', dateLabel: '撤回日期', dateAlso: ['撤回日期', '撤销日期'], fields: [] },
]
