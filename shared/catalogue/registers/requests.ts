import { leftoverFields } from './leftover-fields.ts'
import type { RegisterDefinition } from './register-definition.ts'
import { requestStages } from './request-stages.ts'
import { fieldAlso } from './request-synonyms.ts'

/** How a request reaches the organ. Only words that can mean nothing else. */
const ways: [value: string, label: string, also: string[]][] = [
  ['inPerson', '当面提交', ['当面', '当面申请', '现场', '现场提交', '现场申请', '窗口', '上门', '面交']],
  [
    'signedMail',
    '需签收的邮寄',
    ['挂号信、快递等签收邮件', '挂号信', '快递', '特快专递', 'EMS', '签收邮件', '邮寄', '邮政快递'],
  ],
  ['ordinaryMail', '平常信函', ['平信', '信函', '来信', '信件', '书信', '普通信函', '信函申请']],
  [
    'online',
    '网络提交',
    [
      '网络',
      '网上',
      '网络申请',
      '网上申请',
      '网站',
      '在线',
      '线上',
      '互联网',
      '平台',
      '门户网站',
      '政府网站',
      '电子邮件',
    ],
  ],
  ['fax', '传真', ['传真申请']],
  ['other', '其他方式', ['其他', '其它']],
]

/** 依申请公开. What its stages do to the clock, and what it counts as: see statutory-clock.ts. */
export const requestsRegister: RegisterDefinition = {
  id: 'requests',
  label: '依申请公开',
  unit: '件',
  place: 'first',
  same: [['number'], ['platformNumber'], ['arrived', 'name', 'subject'], ['arrived', 'way', 'subject']],
  // Neighbours ask for the same thing on the same day.
  apart: ['name'],
  fields: [
    {
      key: 'arrived',
      label: '来件日期',
      also: fieldAlso.arrived,
      kind: 'date',
      group: 'main',
      required: true,
      default: 'today',
    },
    {
      key: 'way',
      label: '申请方式',
      also: fieldAlso.way,
      kind: 'choice',
      group: 'main',
      required: true,
      choices: ways.map(([value, label, also]) => ({ value, label, also })),
      default: 'online',
    },
    {
      key: 'confirmed',
      label: '双方确认日期',
      also: fieldAlso.confirmed,
      kind: 'date',
      group: 'main',
      notBefore: 'arrived',
      hint: '平常信函、网络和传真申请，以双方确认之日为收到申请之日',
    },
    {
      key: 'applicant',
      label: '申请人类别',
      also: fieldAlso.applicant,
      kind: 'choice',
      group: 'main',
      required: true,
      choicesFrom: { of: { table: 'requests', columns: 'applicant' }, yearOf: 'arrived' },
      default: 'person',
    },
    {
      key: 'subject',
      label: '申请内容',
      also: fieldAlso.subject,
      kind: 'longText',
      group: 'personal',
      // People write their own and other people's names into it.
      personal: true,
      hint: '加密保存，仅存本单位，不随报送文件上报',
    },
    { key: 'number', label: '编号', also: fieldAlso.number, kind: 'text', group: 'number', numberedBy: 'arrived' },
    { key: 'platformNumber', label: '来源平台编号', also: fieldAlso.platformNumber, kind: 'text', group: 'number' },
    { key: 'organ', label: '承办单位', also: fieldAlso.organ, kind: 'text', group: 'handling' },
    { key: 'name', label: '申请人姓名或名称', also: fieldAlso.name, kind: 'text', group: 'personal', personal: true },
    { key: 'idNumber', label: '证件号码', also: fieldAlso.idNumber, kind: 'text', group: 'personal', personal: true },
    { key: 'phone', label: '联系电话', also: fieldAlso.phone, kind: 'text', group: 'personal', personal: true },
    { key: 'email', label: '电子邮箱', also: fieldAlso.email, kind: 'text', group: 'personal', personal: true },
    { key: 'address', label: '通信地址', also: fieldAlso.address, kind: 'text', group: 'personal', personal: true },
    ...leftoverFields,
  ],
  stages: requestStages,
  // As its stages and the clock make them: see request-facts.ts.
  facts: {
    received: { kind: 'date' },
    applicant: { kind: 'choice', of: 'applicant' },
    way: { kind: 'choice', values: ['online', 'letter', 'inPerson', 'fax', 'other'] },
    concluded: { kind: 'date' },
    outcome: { kind: 'choice', of: 'decision.outcome', values: ['withdrawal'] },
    punctuality: { kind: 'choice', values: ['onTime', 'late'] },
    processingFee: { kind: 'amount' },
    feePaid: { kind: 'date' },
  },
}
