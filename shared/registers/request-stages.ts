import type { Choice, RegisterDefinition } from './register-definition.ts'

type StageDefinition = NonNullable<RegisterDefinition['stages']>[number]

/** 今天做了什么？ The stages of a request as the clerk meets them; their shapes are in request.ts. */
export function requestStages(outcomes: Choice[]): StageDefinition[] {
  return [
    {
      kind: 'rectification',
      label: '补正告知',
      dateLabel: '告知日期',
      fields: [
        { key: 'period', label: '补正期限', kind: 'count', required: true, hint: '告知书上写的天数' },
        { key: 'answered', label: '收到补正日期', kind: 'date' },
      ],
    },
    {
      kind: 'extension',
      label: '延期告知',
      dateLabel: '告知日期',
      fields: [
        {
          key: 'workingDays',
          label: '延长工作日',
          kind: 'count',
          required: true,
          default: '20',
          hint: '最长20个工作日',
        },
      ],
    },
    {
      kind: 'consultation',
      label: '征求意见',
      dateLabel: '发出日期',
      fields: [
        {
          key: 'whom',
          label: '征求谁的意见',
          kind: 'choice',
          required: true,
          choices: [
            { value: 'thirdParty', label: '第三方' },
            { value: 'organ', label: '其他机关' },
          ],
        },
        { key: 'answered', label: '收到意见日期', kind: 'date' },
      ],
    },
    {
      kind: 'fee',
      label: '收费通知',
      dateLabel: '通知日期',
      fields: [
        { key: 'amount', label: '信息处理费（元）', kind: 'money', required: true },
        { key: 'paid', label: '缴费日期', kind: 'date' },
      ],
    },
    {
      kind: 'decision',
      label: '答复',
      dateLabel: '答复日期',
      fields: [
        {
          key: 'outcome',
          label: '办理结果',
          kind: 'choice',
          required: true,
          choices: outcomes,
          hint: '部分公开的只选这一项',
        },
        { key: 'documentNumber', label: '文号', kind: 'text' },
      ],
    },
    {
      kind: 'delivery',
      label: '送达',
      dateLabel: '送达日期',
      fields: [
        {
          key: 'way',
          label: '送达方式',
          kind: 'choice',
          required: true,
          choices: [
            { value: 'inPerson', label: '当面' },
            { value: 'mail', label: '邮寄' },
            { value: 'online', label: '网络' },
            { value: 'other', label: '其他' },
          ],
        },
      ],
    },
    { kind: 'withdrawal', label: '申请人撤回', dateLabel: '撤回日期', fields: [] },
  ]
}
