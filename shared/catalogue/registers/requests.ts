import { columnChoices, rowChoices } from './form-labels.ts'
import { defineRegister } from './register-definition.ts'
import { applicantKinds, outcomes, receiptWays } from './request-codes.ts'
import { requestStages } from './request-stages.ts'
import { applicantAlso, fieldAlso, outcomeAlso, wayAlso } from './request-synonyms.ts'
import { withAlso } from './with-also.ts'

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
  same: [['number'], ['platformNumber'], ['arrived', 'name', 'subject']],
  fields: [
    {
      key: 'arrived',
      label: '收到日期',
      also: fieldAlso.arrived,
      kind: 'date',
      group: 'main',
      required: true,
      default: 'today',
    },
    {
      key: 'way',
      label: '方式',
      also: fieldAlso.way,
      kind: 'choice',
      group: 'main',
      required: true,
      choices: withAlso(
        receiptWays.map((value) => ({ value, label: wayLabels[value] })),
        wayAlso,
      ),
      default: 'online',
    },
    {
      key: 'confirmed',
      label: '双方确认日期',
      also: fieldAlso.confirmed,
      kind: 'date',
      group: 'main',
      notBefore: 'arrived',
      hint: '平常信函、网络和传真申请，从双方确认之日起算收到',
    },
    {
      key: 'applicant',
      label: '申请人类别',
      also: fieldAlso.applicant,
      kind: 'choice',
      group: 'main',
      required: true,
      choices: withAlso(
        columnChoices(applicantKinds, (kind) => `requests.received.${kind}`, 1),
        applicantAlso,
      ),
      default: 'person',
    },
    {
      key: 'subject',
      label: '要什么',
      also: fieldAlso.subject,
      kind: 'longText',
      group: 'personal',
      // People write their own and other people's names into it.
      personal: true,
      hint: '加密保存，只留在本单位，不随报送文件走',
    },
    { key: 'number', label: '编号', also: fieldAlso.number, kind: 'text', group: 'number', numberedBy: 'arrived' },
    { key: 'platformNumber', label: '来源平台编号', also: fieldAlso.platformNumber, kind: 'text', group: 'number' },
    { key: 'organ', label: '承办单位', also: fieldAlso.organ, kind: 'text', group: 'handling' },
    { key: 'name', label: '申请人姓名或名称', also: fieldAlso.name, kind: 'text', group: 'personal', personal: true },
    { key: 'idNumber', label: '证件号码', also: fieldAlso.idNumber, kind: 'text', group: 'personal', personal: true },
    { key: 'phone', label: '联系电话', also: fieldAlso.phone, kind: 'text', group: 'personal', personal: true },
    { key: 'email', label: '电子邮箱', also: fieldAlso.email, kind: 'text', group: 'personal', personal: true },
    { key: 'address', label: '通信地址', also: fieldAlso.address, kind: 'text', group: 'personal', personal: true },
  ],
  stages: requestStages(
    withAlso(
      rowChoices(outcomes, (outcome) => `requests.${outcome}.person`),
      outcomeAlso,
    ),
  ),
})
