import { columnChoices, rowChoices } from './form-labels.ts'
import { defineRegister } from './register-definition.ts'
import { applicantKinds, outcomes, receiptWays } from './request.ts'
import { requestStages } from './request-stages.ts'

const wayLabels: Readonly<Record<(typeof receiptWays)[number], string>> = {
  inPerson: '当面提交',
  signedMail: '挂号信、快递等签收邮件',
  ordinaryMail: '平常信函',
  online: '网络',
  fax: '传真',
  other: '其他方式',
}

/** 依申请公开. What its stages do to the clock, and what it counts as: see statutory-clock.ts. */
export const requestsRegister = defineRegister({
  id: 'requests',
  label: '依申请公开',
  unit: '件',
  place: 'first',
  fields: [
    { key: 'arrived', label: '收到日期', kind: 'date', group: 'main', required: true, default: 'today' },
    {
      key: 'way',
      label: '方式',
      kind: 'choice',
      group: 'main',
      required: true,
      choices: receiptWays.map((value) => ({ value, label: wayLabels[value] })),
      default: 'online',
    },
    {
      key: 'confirmed',
      label: '双方确认日期',
      kind: 'date',
      group: 'main',
      notBefore: 'arrived',
      hint: '平常信函、网络和传真申请，从双方确认之日起算收到',
    },
    {
      key: 'applicant',
      label: '申请人类别',
      kind: 'choice',
      group: 'main',
      required: true,
      choices: columnChoices(applicantKinds, (kind) => `requests.received.${kind}`, 1),
      default: 'person',
    },
    {
      key: 'subject',
      label: '要什么',
      kind: 'longText',
      group: 'personal',
      // People write their own and other people's names into it.
      personal: true,
      hint: '加密保存，只留在本单位，不随报送文件走',
    },
    { key: 'number', label: '编号', kind: 'text', group: 'number', numberedBy: 'arrived' },
    { key: 'platformNumber', label: '来源平台编号', kind: 'text', group: 'number' },
    { key: 'organ', label: '承办单位', kind: 'text', group: 'handling' },
    { key: 'name', label: '申请人姓名或名称', kind: 'text', group: 'personal', personal: true },
    { key: 'idNumber', label: '证件号码', kind: 'text', group: 'personal', personal: true },
    { key: 'phone', label: '联系电话', kind: 'text', group: 'personal', personal: true },
    { key: 'email', label: '电子邮箱', kind: 'text', group: 'personal', personal: true },
    { key: 'address', label: '通信地址', kind: 'text', group: 'personal', personal: true },
  ],
  stages: requestStages(rowChoices(outcomes, (outcome) => `requests.${outcome}.person`)),
})
